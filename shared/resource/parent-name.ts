import { parseResourceName } from './resource-name.ts';
import type { NameContext, ParsedName } from './resource-name.ts';

/**
 * Finds the resource of one of `context.kinds` in which the named resource lies: the longest leading part of the name that is
 * a name of such a kind. Returns undefined where there is none. Never throws.
 */
export function parseParentName(text: string, context: NameContext): ParsedName | undefined {
  // No collection is nested deeper than this; a hostile text would be read once for each of its slashes.
  let tries = 12;
  for (let end = text.lastIndexOf('/'); end > 0 && tries > 0; end = text.lastIndexOf('/', end - 1)) {
    tries -= 1;
    const parent = parseResourceName(text.slice(0, end), context);
    if (parent !== undefined) {
      return parent;
    }
  }
  return undefined;
}
