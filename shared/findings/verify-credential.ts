/** Whether a text that has the form of a credential can be one. */
export type Verification = 'checked' | 'not-checkable' | 'wrong';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Tests what a credential’s own format lets one test without asking anybody: the checksum at the end of GitHub and npm tokens, the
 * header of a JSON web token, the issuer inside a PyPI token. `wrong`: it is an example or was mistyped.
 */
export function verifyCredential(text: string): Verification {
  // Tokens whose last six digits are the CRC32 of the thirty before them: https://github.blog/2021-04-05-behind-githubs-new-authentication-token-formats/
  const checksummed = /^(?:gh[pousr]|npm)_([A-Za-z0-9]{30})([A-Za-z0-9]{6})$/.exec(text);
  if (checksummed !== null) {
    const [, body = '', checksum = ''] = checksummed;
    return toBase62(crc32(body)).padStart(6, '0') === checksum ? 'checked' : 'wrong';
  }
  if (/^eyJ[\w-]+\.[\w-]+/.test(text)) {
    return /"alg"\s{0,5}:/.test(decodeBase64Url(text.split('.', 1)[0] ?? '')) ? 'checked' : 'wrong';
  }
  if (text.startsWith('pypi-')) {
    return /pypi\.org/.test(decodeBase64Url(text.slice(5, 45))) ? 'checked' : 'wrong';
  }
  // Keys that Amazon uses in its documentation end so.
  return /^A[KS]IA[A-Z0-9]{9}EXAMPLE$/.test(text) ? 'wrong' : 'not-checkable';
}

const TABLE: readonly number[] = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) {
    value = (value & 1) === 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1;
  }
  return value >>> 0;
});

/** CRC-32 of an ASCII text (ISO 3309), as an unsigned number. */
function crc32(text: string): number {
  let value = 0xff_ff_ff_ff;
  for (let index = 0; index < text.length; index += 1) {
    value = (value >>> 8) ^ (TABLE[(value ^ text.charCodeAt(index)) & 0xff] ?? 0);
  }
  return (value ^ 0xff_ff_ff_ff) >>> 0;
}

function toBase62(number: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) {
    text = (BASE62[rest % 62] ?? '') + text;
  }
  return text;
}

/** Bytes of a base64url text as characters; what is no digit is passed over. */
function decodeBase64Url(text: string): string {
  let decoded = '';
  let held = 0;
  let bits = 0;
  for (const character of text) {
    const digit = BASE64.indexOf(character);
    if (digit >= 0) {
      held = ((held << 6) | digit) & 0xff_ff;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        decoded += String.fromCodePoint((held >>> bits) & 0xff);
      }
    }
  }
  return decoded;
}

/** Bits of information per character by which random texts stand out. */
const RANDOM = 4;

/** Whether a text looks drawn at random: long, of letters and digits mixed, and no name, path, digest or UUID. */
export function looksRandom(text: string): boolean {
  return (
    /^[\w+/=~-]{24,200}$/.test(text) &&
    (text.match(/\d/g) ?? []).length >= 3 &&
    /[a-z]/.test(text) &&
    /[A-Z]/.test(text) &&
    !/^[0-9a-f-]+$/i.test(text) &&
    !/^\/|\/\/|(?:[a-z]{4,}[-_/]){2}/i.test(text) &&
    entropy(text) >= RANDOM
  );
}

/** Shannon entropy in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
