import { describe, expect, it } from 'vitest';
import { findCredentials, isSecretName } from '../../../../shared/inventory/credentials.ts';

/** Put together here, so that no scanner takes this file for a leak. */
function join(...parts: readonly string[]): string {
  return parts.join('');
}

/** The parts of a text that are masked, and what they are. */
function found(text: string): readonly (readonly [string, string])[] {
  return findCredentials(text).map(({ start, end, what }) => [text.slice(start, end), what]);
}

const GOOGLE_KEY = join('AIza', 'Sy0123456789abcdefghijklmnopqrstuvw');
const GITHUB_TOKEN = join('ghp_', '0123456789abcdefghijABCDEFGHIJ012345');
const JWT = join('eyJ', 'hbGciOiJIUzI1NiJ9', '.eyJ', 'zdWIiOiIxMjM0NTY3ODkwIn0', '.c2lnbmF0dXJl');
const PEM = join(
  '-----BEGIN PRIVATE',
  ' ',
  'KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n-----END PRIVATE',
  ' ',
  'KEY-----',
);

describe('findCredentials', () => {
  it.each([
    [`key is ${GOOGLE_KEY}.`, [[GOOGLE_KEY, 'Google API key']]],
    [join('ya29.', 'a0AfH6SMBx-y_z0123'), [[join('ya29.', 'a0AfH6SMBx-y_z0123'), 'Google OAuth token']]],
    // The shortest form there is.
    [join('ya29.', '0123456789'), [[join('ya29.', '0123456789'), 'Google OAuth token']]],
    ['asia-southeast1-docker.pkg.dev/northwind/training/trainer-1:2025-11', []],
    [`clone ${GITHUB_TOKEN} now`, [[GITHUB_TOKEN, 'GitHub token']]],
    [`t ${JWT}`, [[JWT, 'JSON web token']]],
    [`a\n${PEM}\nb`, [[PEM, 'private key']]],
    [PEM.slice(0, 50), [[PEM.slice(0, 50), 'private key']]],
    [join('AKIA', 'IOSFODNN7EXAMPLE'), [[join('AKIA', 'IOSFODNN7EXAMPLE'), 'AWS access key']]],
    [join('xoxb-', '123456789012-abcdef'), [[join('xoxb-', '123456789012-abcdef'), 'Slack token']]],
    [join('hf_', 'abcdefghijklmnopqrstuvwx'), [[join('hf_', 'abcdefghijklmnopqrstuvwx'), 'Hugging Face token']]],
    ['postgres://app:s3cr3t@db.internal:5432/x', [['s3cr3t', 'password in a web address']]],
    ['--db=mysql://root:p%40ss@10.0.0.3/x', [['p%40ss', 'password in a web address']]],
    [
      'https://storage.googleapis.com/b/o?X-Goog-Signature=0123456789abcdef&X-Goog-Expires=1',
      [['0123456789abcdef', 'signature in a web address']],
    ],
    ['curl -H "Authorization: Bearer abcdefgh12345678"', [['abcdefgh12345678', 'authorisation header']]],
    ['curl -u admin:hunter2 https://x', [['hunter2', 'password on a command line']]],
    ['train --password hunter2 --epochs 3', [['hunter2', 'value of password']]],
    ['--token=abc', [['abc', 'value of token']]],
    ["--api-key='abc'", [['abc', 'value of api-key']]],
    [
      'DB_PASSWORD=a;API_KEY=b',
      [
        ['a', 'value of DB_PASSWORD'],
        ['b', 'value of API_KEY'],
      ],
    ],
    ['{"clientSecret": "abc", "user": "x"}', [['abc', 'value of clientSecret']]],
    ['--config password=abc', [['abc', 'value of password']]],
    ['export WANDB_API_KEY=abc123', [['abc123', 'value of WANDB_API_KEY']]],
  ])('finds in %j %j', (text, expected) => {
    expect(found(text)).toStrictEqual(expected);
  });

  it.each([
    '--data=gs://bucket/tokens/train.csv',
    '--max-tokens 2048 --tokenizer=gs://b/tokenizer.json',
    '--secret-name=projects/p/secrets/s',
    '--token=projects/p/secrets/s/versions/1',
    '--password-file=/etc/secrets/db',
    '--password=$DB_PASSWORD',
    '--password=${DB_PASSWORD}',
    '--token={{inputs.token}}',
    '--use-auth=true --password --verbose',
    'projects/p/locations/l/keyRings/r/cryptoKeys/k',
    'git clone ssh://git@github.com/a/b',
    'us-docker.pkg.dev/p/r/image@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    'The token is kept elsewhere, and so is the password.',
    'key=value',
    'nextPageToken',
    '',
  ])('finds nothing in %j', (text) => {
    expect(found(text)).toStrictEqual([]);
  });

  it.each([
    'a'.repeat(100_000),
    'password'.repeat(20_000),
    '--token '.repeat(20_000),
    'a.'.repeat(50_000),
    'http://a:'.repeat(20_000),
    '"'.repeat(100_000),
    '-----BEGIN PRIVATE '.repeat(5_000),
    'eyJ-'.repeat(25_000),
    'a=b='.repeat(25_000),
  ])('takes time in proportion to the text (%#)', (text) => {
    const start = performance.now();
    findCredentials(text);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('isSecretName', () => {
  it.each(['password', 'DB_PASSWORD', '--api-key', 'clientSecret', 'accessToken', 'HF_TOKEN', 'secret_value', 'pwd'])(
    'takes %s for the name of a secret',
    (name) => {
      expect(isSecretName(name)).toBe(true);
    },
  );

  it.each([
    'tokens',
    'tokenizer',
    'secret_name',
    'token_path',
    'key',
    'kmsKeyName',
    'monkey',
    'keyboard',
    'compass',
    '',
  ])('takes %j for an ordinary name', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});
