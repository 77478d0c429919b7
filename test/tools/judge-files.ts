import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from '../../shared/findings/analyse.ts';
import { coverageOf } from '../../shared/findings/coverage.ts';
import type { Report } from '../../shared/findings/report/report.ts';
import { DEFAULT_SETTINGS, type FindingSettings } from '../../shared/findings/settings.ts';
import { createAccessModel } from '../../shared/graph/access/access-model.ts';
import { deriveGraph } from '../../shared/graph/derive-graph.ts';
import type { Inventory } from '../../shared/inventory/inventory.ts';
import { createMasker } from '../../shared/inventory/masking.ts';
import { createInventoryReader } from '../../shared/inventory/reader.ts';

const SAMPLE = new URL('../../electron/files/sample/', import.meta.url);

/** Reads the sample inventory. */
export function readSample(): Inventory {
  const reader = createInventoryReader();
  for (const file of readdirSync(SAMPLE).toSorted()) {
    reader.beginFile(file);
    reader.push(readFileSync(new URL(file, SAMPLE)));
    reader.endFile();
  }
  return reader.finish();
}

/** What is written about an inventory. */
export function reportOn(inventory: Inventory, settings: FindingSettings = DEFAULT_SETTINGS): Report {
  const graph = deriveGraph(inventory);
  const masker = createMasker(new Uint8Array(32));
  const now = Date.parse('2026-11-20T12:00:00Z');
  const analysis = analyse({ graph, access: createAccessModel(graph), inventory, masker, now, settings });
  return {
    analysis,
    coverage: coverageOf(graph, inventory.coverage),
    graph,
    masker,
    subject: 'sample',
    toolVersion: '1.2.3',
    standards: { settings },
  };
}
