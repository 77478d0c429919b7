import type { JsonObject } from '../../../shared/json.ts';
import { kindById } from '../../../shared/kinds/index.ts';
import type { KindId } from '../../../shared/kinds/index.ts';
import { canonicalDocument } from '../../../shared/resource/canonical.ts';
import { documentName } from '../../../shared/resource/document-name.ts';
import type { ResourceDocument } from '../../../shared/resource/document.ts';
import type { ParsedName } from '../../../shared/resource/resource-name.ts';

/** Where an answer comes from, and what is known beside it. */
export interface AnswerFacts {
  /** Name the resource was asked for by. */
  readonly asked?: ParsedName;
  readonly project?: string;
  readonly location?: string;
}

/** A document and its name taken apart. */
export interface NamedAnswer {
  readonly name: ParsedName;
  readonly document: ResourceDocument;
}

/** Makes the document of an API's answer; undefined where nothing tells its name. */
export function makeDocument(kind: KindId, answer: JsonObject, facts: AnswerFacts): NamedAnswer | undefined {
  const { data } = canonicalDocument(kind, answer);
  const project = facts.asked?.project ?? facts.project;
  const location = facts.asked?.location ?? facts.location;
  const name =
    documentName(kind, data, {
      ...(project === undefined ? {} : { project }),
      ...(location === undefined ? {} : { location }),
    }) ?? facts.asked;
  return name === undefined
    ? undefined
    : { name, document: { kind, name: name.name, data, form: 'full', origin: { file: kindById(kind).service } } };
}
