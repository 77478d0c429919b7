import { createValueReader } from './parsers/read-value.ts';
import type { ValueReader } from './parsers/read-value.ts';
import { createTextReader } from './parsers/text-references.ts';
import type { TextReader } from './parsers/text-references.ts';
import type { PoolFacts } from './pool-facts.ts';

/** What the documents of one inventory have in common. Makes extraction faster, never different. */
export interface ExtractionMemory {
  readonly read: ValueReader;
  readonly paths: PathText;
  /** Facts of worker pools: jobs use the same few machine types. */
  readonly pools: Map<string, PoolFacts>;
  readonly referencesIn: TextReader;
}

/** A concrete path, and those below it that were needed so far: documents of a kind have the same few hundred paths. */
export interface PathText {
  readonly text: string;
  readonly below: Map<string | number, PathText>;
}

/** Makes an empty memory, for the documents of one inventory. */
export function createExtractionMemory(): ExtractionMemory {
  return {
    read: createValueReader(),
    paths: { text: '', below: new Map() },
    pools: new Map(),
    referencesIn: createTextReader(),
  };
}
