/** First bytes of every PNG file: https://www.w3.org/TR/png/#5PNG-file-signature */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** First chunk's type, IHDR, at its fixed place after the signature and the chunk's length. */
const FIRST_CHUNK = [0x49, 0x48, 0x44, 0x52];

/** Last chunk, IEND, with its empty length and its checksum. */
const LAST_CHUNK = [0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

/** Returns why bytes are not one whole PNG image, or undefined. The window must not be able to save anything else as one. */
export function pngProblem(bytes: Uint8Array): string | undefined {
  if (!hasAt(bytes, 0, SIGNATURE) || !hasAt(bytes, 12, FIRST_CHUNK)) return 'The exported data is not a PNG image.';
  if (!hasAt(bytes, bytes.length - LAST_CHUNK.length, LAST_CHUNK)) return 'The exported PNG image is incomplete.';
  return undefined;
}

function hasAt(bytes: Uint8Array, offset: number, expected: readonly number[]): boolean {
  return offset >= 0 && expected.every((byte, index) => bytes[offset + index] === byte);
}
