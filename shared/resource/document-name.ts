import type { JsonObject } from '../json.ts';
import { kindById } from '../kinds/index.ts';
import type { KindId } from '../kinds/index.ts';
import { firstStringAt, pathSteps } from '../links/field-path.ts';
import { parseResourceName } from './resource-name.ts';
import type { NameContext, ParsedName } from './resource-name.ts';
import type { ResourceDocument } from './document.ts';

/** A text of a document that was read before, to tell its kind. */
export interface NameRead {
  readonly text: string;
  readonly name: ParsedName;
}

const namesOfDocuments = new WeakMap<ResourceDocument, ParsedName>();

/** The name of a document, taken apart once for as long as the document lives; undefined where it is none of its kind. */
export function nameOfDocument(document: ResourceDocument): ParsedName | undefined {
  let name = namesOfDocuments.get(document);
  if (name === undefined) {
    name = parseResourceName(document.name, { kinds: [document.kind] });
    if (name !== undefined) {
      namesOfDocuments.set(document, name);
    }
  }
  return name;
}

/** Spares `nameOfDocument` reading what was read already: `name` is that of which `document.name` was taken. */
export function rememberName(document: ResourceDocument, name: ParsedName): void {
  // What a name says beyond the identity is not in the document's name.
  if (name.suffix === undefined) {
    namesOfDocuments.set(document, name);
  }
}

/**
 * Reads the name of a resource from its own document by the kind's `nameFields`. `context` gives project and location where
 * the document's name is relative to them (a network's bare `name`); `known` is a text that was read already. Returns undefined where no field names the resource.
 */
export function documentName(
  kind: KindId,
  data: JsonObject,
  context: Omit<NameContext, 'kinds'> = {},
  known?: NameRead,
): ParsedName | undefined {
  for (const { path, template } of kindById(kind).nameFields) {
    const value = firstStringAt(data, pathSteps(path));
    if (value !== undefined && value === known?.text && known.name.kind === kind) {
      return known.name;
    }
    if (value !== undefined && value !== '') {
      // A bare id belongs to the parent that the document itself names, not to the place the listing was made in.
      const filled =
        template === undefined || value.includes('/')
          ? undefined
          : parseResourceName(fillTemplate(template, value, data), { kinds: [kind] });
      const parsed = filled ?? parseResourceName(value, { ...context, kinds: [kind] });
      if (parsed !== undefined) {
        return parsed;
      }
    }
  }
  return undefined;
}

/** Variables without a value leave an empty part, which no name has, so that the result is refused. */
function fillTemplate(template: string, value: string, data: JsonObject): string {
  return template.replaceAll(/\{([^{}]+)\}/g, (_match, variable: string) => {
    const text = variable === 'value' ? value : (firstStringAt(data, pathSteps(variable)) ?? '');
    return text.replaceAll('%', '%25').replaceAll('/', '%2F');
  });
}
