import type { Problem } from '../../../shared/errors/problem.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { kindById } from '../../../shared/kinds/index.ts';
import type { KindId } from '../../../shared/kinds/index.ts';
import { canonicalDocument } from '../../../shared/resource/canonical.ts';
import { documentName, rememberName } from '../../../shared/resource/document-name.ts';
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
  /** What was left out of the document because no document has it. */
  readonly problems?: readonly Problem[];
}

/** Makes the document of an API's answer; undefined where nothing tells its name. */
export function makeDocument(kind: KindId, answer: JsonObject, facts: AnswerFacts): NamedAnswer | undefined {
  const { data, issues } = canonicalDocument(kind, answer);
  const project = facts.asked?.project ?? facts.project;
  const location = facts.asked?.location ?? facts.location;
  const name =
    documentName(kind, data, {
      ...(project === undefined ? {} : { project }),
      ...(location === undefined ? {} : { location }),
    }) ?? facts.asked;
  if (name === undefined) {
    return undefined;
  }
  const { service } = kindById(kind);
  const document: ResourceDocument = { kind, name: name.name, data, form: 'full', origin: { file: service } };
  rememberName(document, name);
  if (issues.length === 0) {
    return { name, document };
  }
  const problems = issues.map(({ path, code }): Problem => ({
    code,
    severity: 'warning',
    file: service,
    path,
    reason:
      code === 'unsafe-key'
        ? `A key of ${name.name} that would reach into the program was left out.`
        : `What lies deeper in ${name.name} than documents of its kind ever go was left out.`,
  }));
  return { name, document, problems };
}
