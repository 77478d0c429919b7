import { describe, expect, it } from 'vitest';
import { looksRandom, verifyCredential } from '../../../../shared/findings/verify-credential.ts';

describe('the checksum of a credential', () => {
  it.each([
    // The token of GitHub's own tests of the format.
    ['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', 'checked'],
    ['ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18', 'wrong'],
    // {"alg":"HS256","typ":"JWT"}
    ['eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0In0.x', 'checked'],
    ['eyJub3QiOiJvbmUifQ.eyJzdWIiOiIxMjM0In0.x', 'wrong'],
    ['pypi-AgEIcHlwaS5vcmcCJDAwMDAwMDAwLTAwMDAtMDAwMC0w', 'checked'],
    ['pypi-not-a-macaroon-at-all-not-a-macaroon', 'wrong'],
    ['AKIAIOSFODNN7EXAMPLE', 'wrong'],
    ['AKIAIOSFODNN7ABCDEFG', 'not-checkable'],
    ['hunter2', 'not-checkable'],
  ] as const)('%s is %s', (text, verification) => {
    expect(verifyCredential(text)).toBe(verification);
  });
});

describe('a text that looks random', () => {
  it.each([
    ['q7Zk2VxT9bLw4RmYc8NsHd3FgJpE6uAo', true],
    ['0f8fad5b-d9cb-469f-a165-70867728950e', false],
    ['9d1c5a7b30e8f2641b7c9a0d5e4f8a2b6c3d1e0f', false],
    ['ModelCheckpointCallbackWithEarlyStopping2', false],
    ['data/features/weekly/2026-11-18/part-0001', false],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaB1', false],
  ])('%s: %s', (text, isRandom) => {
    expect(looksRandom(text)).toBe(isRandom);
  });
});
