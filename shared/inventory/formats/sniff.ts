import { parseJson } from './parse-json.ts';
import { BYTE, decodeUtf8, skipSpace, trimEnd } from './utf8.ts';

/** What a file holds, told by its first bytes, and where its data begin. */
export type Sniffed =
  | { readonly format: 'empty' }
  | { readonly format: 'not-text'; readonly reason: string }
  | {
      readonly format: 'json' | 'ndjson' | 'yaml';
      /** Offset of the first byte of data. */
      readonly start: number;
      /** 1-based line of that byte. */
      readonly line: number;
      /** Lines before the data that are not part of it. */
      readonly preamble: number;
    };

const MAGIC: readonly { readonly bytes: readonly number[]; readonly reason: string }[] = [
  {
    bytes: [0xff, 0xfe],
    reason: 'The file is UTF-16 text. Save it as UTF-8; in PowerShell: … | Out-File -Encoding utf8 FILE.',
  },
  {
    bytes: [0xfe, 0xff],
    reason: 'The file is UTF-16 text. Save it as UTF-8; in PowerShell: … | Out-File -Encoding utf8 FILE.',
  },
  { bytes: [0x1f, 0x8b], reason: 'The file was compressed twice; unpack it once and open the result.' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], reason: 'The file is a zip archive; unpack it and open the files inside.' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], reason: 'The file is compressed with zstd; unpack it or use gzip.' },
  { bytes: [0x42, 0x5a, 0x68], reason: 'The file is compressed with bzip2; unpack it or use gzip.' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], reason: 'The file is compressed with xz; unpack it or use gzip.' },
  {
    bytes: [0x4f, 0x62, 0x6a, 0x01],
    reason: 'The file is Avro (a BigQuery export); export it as newline-delimited JSON.',
  },
  { bytes: [0x50, 0x41, 0x52, 0x31], reason: 'The file is Parquet; export it as newline-delimited JSON.' },
];

/** Lines that gcloud prints for people, which stand before the data when the terminal's two outputs went into one file. */
const CHATTER =
  /^(?:Using endpoint \[|Listing items under project |WARNING: |Note: |Updates are available for |Reauthentication )/;

/** Most lines before the data that are passed over. */
const PREAMBLE_LINES = 20;

/** Tells the format of a file from its first bytes; `complete` says that they are all of it. */
export function sniffFormat(head: Uint8Array, complete: boolean): Sniffed {
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const textStart = hasMark ? 3 : 0;
  if (complete && skipSpace(head, textStart) === head.length) {
    return { format: 'empty' };
  }
  const magic = MAGIC.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  if (magic !== undefined) {
    return { format: 'not-text', reason: magic.reason };
  }
  if (head.includes(0)) {
    const wide = head[0] === 0 || head[1] === 0;
    return {
      format: 'not-text',
      reason: wide
        ? 'The file looks like UTF-16 text; save it as UTF-8.'
        : 'The file is binary, not JSON or YAML text.',
    };
  }
  return findData(head, textStart);
}

function findData(head: Uint8Array, textStart: number): Sniffed {
  const first = skipSpace(head, textStart);
  let start = textStart;
  let line = 1;
  let chatter = 0;
  let skipped = 0;
  for (let lines = 0; lines < PREAMBLE_LINES && start < head.length; lines += 1) {
    const end = lineEnd(head, start);
    const text = skipSpace(head, start, end);
    const byte = head[text];
    const isMargin = text === start || skipped === 0;
    if (text < end && isMargin && (byte === BYTE.openBrace || byte === BYTE.openBracket)) {
      const format = byte === BYTE.openBrace && isLineOfMany(head, text) ? 'ndjson' : 'json';
      // A bad first line of NDJSON is data too: it must be reported with its number.
      if (format === 'ndjson' && skipped > chatter) {
        return { format, start: first, line: countLines(head, textStart, first), preamble: 0 };
      }
      return { format, start: text, line, preamble: skipped };
    }
    if (text < end) {
      const words = decodeUtf8(head.subarray(text, Math.min(end, text + 80))).text;
      if (CHATTER.test(words)) {
        chatter += 1;
        skipped += 1;
      } else if (!words.startsWith('---') && !words.startsWith('#')) {
        if (/^[^\s:]+:(?:\s|$)|^- |^-$/.test(words)) {
          return { format: 'yaml', start, line, preamble: skipped };
        }
        skipped += 1;
      }
    }
    start = end + 1;
    line += 1;
  }
  return { format: 'yaml', start: first, line: countLines(head, textStart, first), preamble: 0 };
}

/** Whether the object that begins here is one line of several: NDJSON. */
function isLineOfMany(head: Uint8Array, start: number): boolean {
  const end = lineEnd(head, start);
  const next = skipSpace(head, end);
  if (next >= head.length) {
    return false;
  }
  const last = head[trimEnd(head, start, end) - 1];
  if (last !== BYTE.closeBrace) {
    // A line that was cut short is followed by one that begins anew; inside a pretty-printed value nothing begins so.
    const opens = last === BYTE.openBrace || last === BYTE.openBracket || last === BYTE.comma || last === BYTE.colon;
    return !opens && head[next] === BYTE.openBrace && head[next - 1] === BYTE.newline;
  }
  return head[next] === BYTE.openBrace || parseJson(head.subarray(start, end)).ok;
}

function lineEnd(head: Uint8Array, start: number): number {
  const end = head.indexOf(BYTE.newline, start);
  return end < 0 ? head.length : end;
}

function countLines(head: Uint8Array, from: number, to: number): number {
  return head.subarray(from, to).filter((byte) => byte === BYTE.newline).length + 1;
}
