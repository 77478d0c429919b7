import { z } from 'zod';
import type { JsonValue } from '../json.ts';
import { findRule } from './catalogue.ts';
import { SEVERITIES } from './finding.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { FindingSettings } from './settings.ts';

const ruleId = z.string().refine((id) => findRule(id) !== undefined, { error: 'there is no rule of this id' });
const day = z.iso.date({ error: 'write a day as 2026-12-31' });
const days = z.number().int().min(1).max(3650);

const settingsSchema = z.strictObject({
  severities: z.record(ruleId, z.enum([...SEVERITIES, 'off'])).optional(),
  registries: z
    .array(
      z
        .string()
        .regex(/^[\w.-]+(?::\d+)?\//, 'begin with the registry’s host and a slash: europe-docker.pkg.dev/my-project/'),
    )
    .optional(),
  regions: z.array(z.string().min(2)).optional(),
  exceptions: z
    .array(
      z.strictObject({
        rule: ruleId,
        resource: z.string().min(1).optional(),
        reason: z.string().trim().min(3, 'say in a few words why'),
        expires: day.optional(),
      }),
    )
    .max(10_000)
    .optional(),
  keyRotationDays: days.optional(),
  accountKeyDays: days.optional(),
  longRunHours: z.number().positive().max(8760).optional(),
});

/** The settings of a configuration file, or what is wrong with it. */
export type SettingsReading =
  | { readonly ok: true; readonly settings: FindingSettings }
  | { readonly ok: false; readonly problems: readonly { readonly path: string; readonly reason: string }[] };

/** Checks a configuration as parsed from YAML or JSON. An unknown key is an error, because it would do nothing in silence. */
export function readSettings(value: JsonValue): SettingsReading {
  const parsed = settingsSchema.safeParse(value ?? {});
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({ path: placeOf(issue.path), reason: reasonOf(issue) }));
    return { ok: false, problems };
  }
  const given = parsed.data;
  return {
    ok: true,
    settings: {
      severities: given.severities ?? DEFAULT_SETTINGS.severities,
      registries: given.registries ?? DEFAULT_SETTINGS.registries,
      regions: given.regions ?? DEFAULT_SETTINGS.regions,
      exceptions: (given.exceptions ?? []).map(({ rule, reason, resource, expires }) => ({
        rule,
        reason,
        ...(resource === undefined ? {} : { resource }),
        ...(expires === undefined ? {} : { expires }),
      })),
      keyRotationDays: given.keyRotationDays ?? DEFAULT_SETTINGS.keyRotationDays,
      accountKeyDays: given.accountKeyDays ?? DEFAULT_SETTINGS.accountKeyDays,
      longRunHours: given.longRunHours ?? DEFAULT_SETTINGS.longRunHours,
    },
  };
}

/** What is wrong with a key is said inside the issue. */
function reasonOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
}

function placeOf(path: readonly PropertyKey[]): string {
  let place = '';
  for (const step of path) {
    place += typeof step === 'number' ? `[${step}]` : `${place === '' ? '' : '.'}${String(step)}`;
  }
  return place;
}
