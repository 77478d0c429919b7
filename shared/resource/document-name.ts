import type { JsonObject } from '../json.ts';
import { kindById } from '../kinds/index.ts';
import type { KindId } from '../kinds/index.ts';
import { pathSteps, stringsAt } from '../links/field-path.ts';
import { parseResourceName } from './resource-name.ts';
import type { NameContext, ParsedName } from './resource-name.ts';

/**
 * Reads the name of a resource from its own document by the kind's `nameFields`. `context` gives project and location where
 * the document's name is relative to them (a network's bare `name`). Returns undefined where no field names the resource.
 */
export function documentName(
  kind: KindId,
  data: JsonObject,
  context: Omit<NameContext, 'kinds'> = {},
): ParsedName | undefined {
  for (const { path, template } of kindById(kind).nameFields) {
    const [value] = stringsAt(data, pathSteps(path));
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
    const text = variable === 'value' ? value : (stringsAt(data, pathSteps(variable))[0] ?? '');
    return text.replaceAll('%', '%25').replaceAll('/', '%2F');
  });
}
