import { expect, it } from 'vitest';
import { describeReadOnlyTokens } from '../../../../shared/ipc/token-scope.ts';

it('says which APIs take no read-only token, and what is missing because of it', () => {
  expect(describeReadOnlyTokens()).toBe(
    'The tokens this app asks for are read-only, and Cloud Asset Inventory, Cloud KMS, IAM and Secret Manager take no such tokens: KMS keys, service accounts, service account keys, KMS key rings, secrets and roles will not be read.',
  );
});
