import { expect, it } from 'vitest';
import { redactCredentials } from '../../../../shared/errors/redact-credentials.ts';

it.each([
  ['Authorization: Bearer abc.def-ghi', 'Authorization: Bearer ***'],
  ['token ya29.abc was refused', 'token *** was refused'],
  ['refresh 1//0abc, then', 'refresh ***, then'],
  ['{"access_token": "short", "expires_in": 3599}', '{"access_token": "***", "expires_in": 3599}'],
  ['refresh_token=abcdef&client_secret=ghi', 'refresh_token=***&client_secret=***'],
  ['-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY----- after', '*** after'],
  ['projects/p/locations/us-central1 was denied', 'projects/p/locations/us-central1 was denied'],
])('turns %j into %j', (text, redacted) => {
  expect(redactCredentials(text)).toBe(redacted);
});

it('takes out the secrets it is given, whatever they look like', () => {
  expect(redactCredentials('of $& and plain, plain again', ['$&', 'plain', ''])).toBe('of *** and ***, *** again');
});
