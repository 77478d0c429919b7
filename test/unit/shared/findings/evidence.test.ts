import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasPath, linesOfPath } from '../../../../renderer/details/json-lines.ts';
import { indented } from '../../../../renderer/inventory/worker/details/node-details.ts';
import type { Finding, FindingEvidence } from '../../../../shared/findings/finding.ts';
import { readConfiguration } from '../../../../shared/findings/read-configuration.ts';
import type { JsonValue } from '../../../../shared/json.ts';
import { readSample, reportOn } from '../../../tools/judge-files.ts';

const configuration = readConfiguration(readFileSync('electron/files/sample-findings.yaml', 'utf8'));
const { analysis, graph } = reportOn(readSample(), configuration.ok ? configuration.settings : undefined);

/** The document as the window shows it, without the masks. */
function textOf({ document }: FindingEvidence): string {
  const read = graph.nodes.get(document)?.document;
  return read === undefined ? '' : indented(read.data, read.iamPolicy);
}

function placeOf(proof: FindingEvidence): { readonly isThere: boolean; readonly line: string } {
  const text = textOf(proof);
  const document = JSON.parse(text) as JsonValue;
  const line = text.split('\n')[linesOfPath(document, proof.path).first] ?? '';
  return { isThere: hasPath(document, proof.path), line: line.trim() };
}

function proofsOf(statuses: readonly Finding['status'][]): readonly { finding: Finding; proof: FindingEvidence }[] {
  return analysis.findings
    .filter(({ status }) => statuses.includes(status))
    .flatMap((finding) => finding.evidence.map((proof) => ({ finding, proof })));
}

function named({ finding, proof }: { finding: Finding; proof: FindingEvidence }): string {
  return `${finding.rule} ${proof.document} ${proof.path}`;
}

describe('every finding of the sample', () => {
  const told = proofsOf(['fail', 'accepted']);

  it('has evidence, each in a document of the inventory', () => {
    expect(analysis.findings.filter(({ evidence }) => evidence.length === 0)).toStrictEqual([]);
    expect(told.filter(({ proof }) => textOf(proof) === '').map(named)).toStrictEqual([]);
  });

  it('is proved by a field that is there, or by one that is absent from a document that is there', () => {
    const present = told.filter(({ proof }) => proof.value !== '');
    const absent = told.filter(({ proof }) => proof.value === '');
    expect(present.length).toBeGreaterThan(300);
    expect(absent.length).toBeGreaterThan(50);
    expect(present.filter(({ proof }) => !placeOf(proof).isThere).map(named)).toStrictEqual([]);
    expect(absent.filter(({ proof }) => proof.path !== '' && placeOf(proof).isThere).map(named)).toStrictEqual([]);
  });

  it('leads to the line that holds the value', () => {
    const plain = told.filter(({ proof }) => proof.value !== '' && !/\[(?:masked|hidden)/.test(proof.value));
    const wrong = plain.filter(({ proof }) => {
      const { line } = placeOf(proof);
      const value = JSON.stringify(proof.value).slice(1, -1).toLowerCase();
      return !/[[{]$/.test(line) && !line.toLowerCase().includes(value);
    });
    expect(wrong.map((each) => `${named(each)} = ${each.proof.value} at ${placeOf(each.proof).line}`)).toStrictEqual(
      [],
    );
  });

  it('that is unknown names the resource that was not collected, or the field that its document lacks', () => {
    const wrong = proofsOf(['unknown']).filter(({ finding, proof }) => {
      const node = graph.nodes.get(finding.resource);
      return node === undefined || proof.document !== finding.resource;
    });
    expect(wrong.map(named)).toStrictEqual([]);
  });
});
