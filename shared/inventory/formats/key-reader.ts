import { ByteBuffer } from './byte-buffer.ts';
import { decodeUtf8 } from './utf8.ts';

/** Reads the key of a member, whose bytes come in pieces. */
export class KeyReader {
  readonly #bytes = new ByteBuffer();

  append(bytes: Uint8Array): void {
    this.#bytes.append(bytes);
  }

  /** The key, now that it is complete. One with escapes that are wrong is returned as it is spelled. */
  take(): string {
    const { text } = decodeUtf8(this.#bytes.view());
    this.#bytes.clear();
    try {
      const value: unknown = JSON.parse(`"${text}"`);
      return typeof value === 'string' ? value : text;
    } catch {
      return text;
    }
  }
}
