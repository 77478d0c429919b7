import { kindById } from '../kinds/index.ts';
import type { KindId } from '../kinds/index.ts';
import type { FieldPath, RelationId } from '../kinds/kind.ts';
import { pathSteps } from './field-path.ts';

/**
 * Why a link that was read at a concrete path of a document of this kind matters, in a sentence: that of the rule for the path.
 * Undefined where no rule of the kind names it (links that several documents make together).
 */
export function linkReason(kind: KindId, relation: RelationId, path: string): string | undefined {
  const { links, implicitIdentities = [] } = kindById(kind);
  const rules = links.filter((rule) => rule.relation === relation);
  const own = rules.find((rule) => rule.path === path) ?? rules.find((rule) => patternOf(rule.path).test(path));
  if (own !== undefined || relation !== 'IMPLICIT_IDENTITY') return own?.why;
  return implicitIdentities.find(({ absent }) => absent === path)?.why;
}

/** The paths of all kind files: a small, closed set, each compiled once. */
const patterns = new Map<FieldPath, RegExp>();

function patternOf(path: FieldPath): RegExp {
  const known = patterns.get(path);
  if (known !== undefined) return known;
  const pattern = new RegExp(`^${pathSteps(path).map(stepPattern).join('')}$`);
  patterns.set(path, pattern);
  return pattern;
}

/** A step as `extendPath` writes it. */
function stepPattern(step: string): string {
  if (step === '[]') return String.raw`\[\d+\]`;
  if (step === '*') return String.raw`(?:(?:^|\.)[^."'[\]]+|\["(?:[^"\\]|\\.)*"\])`;
  if (step === '**') return '.*';
  return String.raw`(?:^|\.)${step.replaceAll(/[^\w]/g, String.raw`\$&`)}`;
}
