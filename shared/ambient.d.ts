/**
 * The few platform globals shared/ may use. They exist in Node, in Electron and in the browser's windows and workers, but
 * are typed only by the DOM's or Node's libraries, which shared/ must not see. Each declaration is the part we use, no more.
 * (A .d.ts file is not emitted, so projects that reference shared/ keep their own, complete types.)
 */

/** https://encoding.spec.whatwg.org/#interface-textencoder */
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}

/** https://encoding.spec.whatwg.org/#interface-textdecoder */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string;
}

/** https://dom.spec.whatwg.org/#interface-AbortSignal : to be asked between steps of long work. */
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}

/** https://url.spec.whatwg.org/#url-class */
declare class URL {
  constructor(url: string, base?: string | URL);
  static canParse(url: string, base?: string): boolean;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly origin: string;
  readonly href: string;
}
