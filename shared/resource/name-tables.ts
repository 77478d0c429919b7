import { KINDS } from '../kinds/index.ts';
import type { KindId } from '../kinds/index.ts';
import { compileNameTemplate, createTemplateTree } from './name-template.ts';
import type { NameTemplate, TemplateTree } from './name-template.ts';

/** A compiled name template and the kind it belongs to. */
export interface KindTemplate extends NameTemplate {
  readonly kind: KindId;
}

const templates: readonly KindTemplate[] = KINDS.flatMap((kind) =>
  kind.names.map((name) => ({ ...compileNameTemplate(name), kind: kind.id })),
);

/** Templates of each kind, canonical first. */
export const templatesOfKind: ReadonlyMap<KindId, readonly KindTemplate[]> = new Map(
  KINDS.map((kind) => [kind.id, templates.filter((template) => template.kind === kind.id)]),
);

/** Ends of names that begin with a slash: `/cryptoKeyVersions/`. */
export const tailSeparators: readonly string[] = [
  ...new Set(templates.flatMap((template) => template.tail?.separator ?? [])),
].filter((text) => text.startsWith('/'));

/** Templates by host of the full name. */
export const templatesByService: ReadonlyMap<string, TemplateTree<KindTemplate>> = groupByService();

/** Templates as relative names. A single part is a bare id, which fits everything, so it is not among them. */
export const relativeTemplates: TemplateTree<KindTemplate> = createTemplateTree();

for (const template of templates) {
  if (template.parts.length > 1) {
    relativeTemplates.add(template.parts, template);
  }
}
function groupByService(): Map<string, TemplateTree<KindTemplate>> {
  const trees = new Map<string, TemplateTree<KindTemplate>>();
  for (const template of templates) {
    const tree = trees.get(template.service) ?? createTemplateTree<KindTemplate>();
    trees.set(template.service, tree);
    tree.add(template.parts, template);
  }
  return trees;
}
