import type { KindId } from '../../kinds/index.ts';
import type { Flow } from '../../kinds/kind.ts';
import { readBigQueryUri } from '../../resource/big-query-uri.ts';
import { readCloudStorageUri } from '../../resource/cloud-storage-uri.ts';
import { readImageReference } from '../../resource/image-reference.ts';
import { parsePackageAddress } from '../../resource/package-address.ts';
import { readAs, unreadable } from '../../resource/reading.ts';
import type { Reading } from '../../resource/reading.ts';
import { buildName, parseResourceName } from '../../resource/resource-name.ts';
import { readServiceAccount } from '../../resource/service-account-reference.ts';

const SECRET: KindId = 'gcp-secret-manager-secret';

/** One thing found in free text that names, or looks as if it named, a resource. */
export interface TextReference {
  /** The part of the text that is the reference. */
  readonly text: string;
  /** Undefined for a name of a kind the product does not know. */
  readonly reading: Reading | undefined;
  /** Kind the form of the reference stands for, also where the value is malformed; absent for unknown kinds. */
  readonly kind?: KindId;
}

/** End of a reference in running text: blanks, quotes and what shells and lists put between words. */
const END = String.raw`[^\s"'\x60,;|<>()\\]`;

/**
 * Every form a reference can have, each to be read by its own grammar. Forms without a fixed beginning start only where a word
 * does, so that the time stays linear in the length of hostile texts.
 */
const REFERENCE = new RegExp(
  [
    String.raw`gs://${END}*`,
    String.raw`bq://${END}+`,
    String.raw`sm://${END}+`,
    String.raw`https?://${END}+`,
    String.raw`(?<![\w./-])/gcs/${END}*`,
    String.raw`(?<![\w./:-])//[\w-]+\.googleapis\.com/${END}+`,
    String.raw`(?<![\w./:-])projects/[^/\s]+/${END}+`,
    String.raw`(?<![\w./:-])(?:[a-z0-9-]+-docker\.pkg\.dev|(?:[a-z]+\.)?gcr\.io)/${END}+`,
    String.raw`(?<![\w.-])[\w.-]+@[\w.-]+\.gserviceaccount\.com`,
  ].join('|'),
  'g',
);

/**
 * Finds every reference in a text such as `--data=gs://bucket/train.csv,/gcs/other/x`. The result is in order of appearance.
 * Never throws; linear in the text's length.
 */
export function findTextReferences(text: string): readonly TextReference[] {
  if (!mayHoldReferences(text)) {
    return NO_REFERENCES;
  }
  return (text.match(REFERENCE) ?? []).flatMap((match) => {
    const reference = readReference(withoutClosing(match));
    return reference === undefined ? [] : [reference];
  });
}

/** Finds the references in a text, as `findTextReferences` does. */
export type TextReader = (text: string) => readonly TextReference[];

/** A reader that remembers what it found: the jobs of a family have the same arguments. */
export function createTextReader(): TextReader {
  const known = new Map<string, readonly TextReference[]>();
  return (text) => {
    if (!mayHoldReferences(text)) {
      return NO_REFERENCES;
    }
    let references = known.get(text);
    if (references === undefined) {
      references = findTextReferences(text);
      known.set(text, references);
    }
    return references;
  };
}

const NO_REFERENCES: readonly TextReference[] = [];

/** Most arguments are numbers and words: they cost one search each. */
function mayHoldReferences(text: string): boolean {
  return text.includes('/') || text.includes('gserviceaccount.com');
}

function readReference(text: string): TextReference | undefined {
  if (/^gs:\/\/|^\/gcs\/|^https?:\/\/storage\.(?:googleapis|cloud\.google)\.com\//.test(text)) {
    return asReference(text, readCloudStorageUri(text), 'gcp-storage-bucket');
  }
  if (text.startsWith('bq://')) {
    return asReference(text, readBigQueryUri(text), 'gcp-big-query-table');
  }
  if (text.startsWith('sm://')) {
    return asReference(text, readSecretAddress(text), SECRET);
  }
  if (!text.includes('/')) {
    return asReference(text, readServiceAccount(text), 'gcp-iam-service-account');
  }
  const named = parseResourceName(text) ?? parsePackageAddress(text);
  if (named !== undefined) {
    return asReference(text, readAs(named, { version: named.suffix }), named.kind);
  }
  if (/^https?:/.test(text)) {
    return undefined;
  }
  return /^projects\/|^\/\//.test(text)
    ? { text, reading: undefined }
    : asReference(text, readImageReference(text), 'gcp-artifact-registry-docker-image');
}

function asReference(text: string, reading: Reading, kind: KindId): TextReference {
  return { text, reading, kind: reading.ok ? reading.parsed.kind : kind };
}

/** `sm://PROJECT/SECRET`, as tools that fetch secrets at start write it. */
function readSecretAddress(text: string): Reading {
  const [project = '', id = ''] = text.slice('sm://'.length).split('/');
  const secret = id === '' ? undefined : buildName(SECRET, { project, id });
  return secret === undefined
    ? unreadable('This is no address of a secret: expected sm://PROJECT/SECRET.')
    : readAs(secret);
}

/** Sentences and lists close behind a reference; a bracket that was opened inside it belongs to it (`part-[0-9]`). */
function withoutClosing(text: string): string {
  if (!/[.:\]}]$/.test(text)) {
    return text;
  }
  const openings: Readonly<Record<string, number>> = { ']': text.indexOf('['), '}': text.indexOf('{') };
  let end = text.length;
  for (; end > 0; end -= 1) {
    const last = text.charAt(end - 1);
    const opening = openings[last];
    const closes = opening !== undefined && (opening < 0 || opening >= end);
    if (last !== '.' && last !== ':' && !closes) {
      break;
    }
  }
  return text.slice(0, end);
}

const WRITES = /out|save|export|model[-_]?dir|checkpoint|ckpt|log|result|dest|sink|staging|write|upload/i;
const READS = /in(?:put)?(?:$|[-_])|input|data|train|source|src|read|load|eval|test|valid|vocab|pretrain|package|from/i;

/** Guesses which way data moves from the name of a flag or variable: `--output-dir`, `TRAIN_DATA`. Both, where it says nothing. */
export function guessFlow(name: string): Flow {
  return WRITES.test(name) ? 'out' : READS.test(name) ? 'in' : 'both';
}

/** Name of the flag in `--name=value`; undefined for other texts. */
export function flagName(text: string): string | undefined {
  return text.startsWith('-') ? /^--?([A-Za-z][\w.-]*)(?:=|$)/.exec(text)?.[1] : undefined;
}
