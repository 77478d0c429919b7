import { z } from 'zod';
import type { JsonValue } from '../json.ts';
import type { Acceptance } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';

/** The parts of a written finding by which it is known again. */
const baselineSchema = z.object({
  findings: z.array(
    z.object({
      rule: z.string(),
      status: z.enum(['fail', 'unknown', 'accepted']),
      resource: z.string(),
      evidence: z.array(z.object({ document: z.string(), path: z.string(), value: z.string() })),
    }),
  ),
});

/** What a baseline says, or why it is none. */
export type BaselineReading =
  | { readonly ok: true; readonly known: ReadonlyMap<string, Acceptance> }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads the JSON that an earlier run wrote: what failed or was accepted then is known now. What was unknown is left out, because
 * nobody can have looked at it.
 */
export function readBaseline(value: JsonValue): BaselineReading {
  const parsed = baselineSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, reason: `${(issue?.path ?? []).join('.')}: ${issue?.message ?? 'not a list of findings'}` };
  }
  const known = new Map<string, Acceptance>();
  for (const { status, ...finding } of parsed.data.findings) {
    if (status !== 'unknown') {
      known.set(fingerprintOf(finding), { reason: 'Known from the baseline', source: 'baseline' });
    }
  }
  return { ok: true, known };
}
