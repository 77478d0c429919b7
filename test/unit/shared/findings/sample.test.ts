import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../../shared/findings/catalogue.ts';
import { readSettings } from '../../../../shared/findings/read-settings.ts';
import { parseYaml } from '../../../../shared/inventory/formats/parse-yaml.ts';
import type { JsonValue } from '../../../../shared/json.ts';
import { readSample, reportOn } from '../../../tools/judge-files.ts';

const configuration = parseYaml(readFileSync('electron/files/sample-findings.yaml', 'utf8'), 20);
const value: JsonValue = configuration.ok ? configuration.value : null;
const reading = readSettings(value);

describe('the sample inventory', () => {
  const inventory = readSample();

  it('holds at least one case of every rule', () => {
    expect(reading.ok).toBe(true);
    const { analysis } = reportOn(inventory, reading.ok ? reading.settings : undefined);
    const silent = analysis.rules.filter(({ failed, accepted }) => failed + accepted === 0);
    expect(silent.map(({ rule }) => rule)).toStrictEqual([]);
    expect(analysis.rules.length).toBe(RULES.length);
  });

  it('is judged as of the time at which it was collected', () => {
    expect(reportOn(inventory).analysis.asOf).toBe('2026-11-16T23:30:00.000Z');
  });

  it('gives the same findings whatever the order of its files', () => {
    const turned = { ...inventory, documents: inventory.documents.toReversed() };
    expect(reportOn(turned).analysis).toStrictEqual(reportOn(inventory).analysis);
  });

  it('shows no secret in what is written of it', () => {
    const { analysis } = reportOn(inventory);
    const text = JSON.stringify(analysis);
    const secrets = [
      'correct-horse-battery-staple',
      'squid-ink-at-midnight',
      'coral-42-tides',
      'made/up/for',
      'q7Zk2VxT9bLw',
    ];
    expect(secrets.filter((secret) => text.includes(secret))).toStrictEqual([]);
    expect(text).toContain('[masked ');
  });
});
