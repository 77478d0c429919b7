import type { GraphNode } from '../../../../shared/graph/graph.ts';
import { kindById } from '../../../../shared/kinds/index.ts';
import { parseResourceName } from '../../../../shared/resource/resource-name.ts';

/** The only place links out of the app may lead to. */
const CONSOLE_ORIGIN = 'https://console.cloud.google.com';

/**
 * Returns the address of a resource's page in the Google Cloud console, or undefined where the kind has none, the name lacks a
 * part of it, or the result would lead anywhere else: names come from files one cannot trust.
 */
export function consoleUrl(node: GraphNode): string | undefined {
  const template = kindById(node.kind).consoleUrl;
  if (template === undefined || node.state === 'unresolved' || node.unsubmitted === true) return undefined;
  const parsed = parseResourceName(node.id);
  if (parsed === undefined) return undefined;
  const variables = new Map(Object.entries(parsed.variables));
  if (node.project !== undefined && !variables.has('project')) variables.set('project', node.project);
  let complete = true;
  const address = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = variables.get(name);
    if (value === undefined || value === '' || value === '-') complete = false;
    return encodeURIComponent(value ?? '');
  });
  if (!complete || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.origin === CONSOLE_ORIGIN && url.username === '' && url.password === '' ? url.href : undefined;
}
