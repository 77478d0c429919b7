import { describe, expect, it } from 'vitest';
import { collectedProjects } from '../../../../renderer/coverage/collected-projects.ts';
import {
  coverageLines,
  coverageOptions,
  filterCoverage,
  NO_COVERAGE_FILTER,
} from '../../../../renderer/coverage/coverage-lines.ts';
import type { CoverageRow } from '../../../../shared/inventory/inventory.ts';

const READ: CoverageRow = {
  project: 'northwind',
  location: 'europe-west4',
  kind: 'gcp-ai-platform-custom-job',
  status: 'read',
  count: 0,
};
const DENIED: CoverageRow = {
  project: 'northwind',
  location: '-',
  kind: 'gcp-cloud-kms-crypto-key',
  status: 'denied',
  count: 0,
  extent: 'named',
  permission: 'cloudkms.cryptoKeys.get',
  role: 'roles/cloudkms.viewer',
};
const PART: CoverageRow = { ...READ, location: 'us-central1', status: 'limited', count: 1200 };
const NOT_OFFERED: CoverageRow = { ...READ, location: 'us-west8', status: 'not-offered' };
const POLICY: CoverageRow = {
  project: '-',
  location: '',
  kind: 'gcp-storage-bucket',
  status: 'denied',
  count: 0,
  aspect: 'iam-policy',
  resource: '//storage.googleapis.com/northwind-data',
};
const ALL = [READ, DENIED, PART, NOT_OFFERED, POLICY];

describe('the lines of the coverage', () => {
  it('list what failed first, and never show zero for what could not be read', () => {
    expect(
      coverageLines(ALL).map(({ kind, location, count, isRetriable }) => [kind, location, count, isRetriable]),
    ).toStrictEqual([
      ['Bucket: IAM policy', 'global', 'unknown', true],
      ['KMS keys that others name', 'all locations', 'unknown', true],
      ['Custom jobs', 'us-central1', 'at least 1,200', true],
      ['Custom jobs', 'us-west8', 'none there', false],
      ['Custom jobs', 'europe-west4', '0', false],
    ]);
  });

  it('are narrowed by project, location, kind, result and words', () => {
    const lines = coverageLines(ALL);
    const counts = [
      { project: 'northwind' },
      { location: 'us-central1' },
      { kind: 'gcp-cloud-kms-crypto-key' },
      { status: 'denied' },
      { text: 'roles/cloudkms ENCRYPT' },
      { text: 'cloudkms.viewer no permission' },
    ].map((filter) => filterCoverage(lines, { ...NO_COVERAGE_FILTER, ...filter }).length);
    expect(counts).toStrictEqual([4, 1, 1, 2, 0, 1]);
  });

  it('offer each value of a filter with how many readings have it', () => {
    const { project, status } = coverageOptions(coverageLines(ALL));
    expect({ project, status }).toStrictEqual({
      project: [
        { value: '-', title: 'no project', count: 1 },
        { value: 'northwind', title: 'northwind', count: 4 },
      ],
      status: [
        { value: 'denied', title: 'no permission', count: 2 },
        { value: 'not-offered', title: 'not offered there', count: 1 },
        { value: 'limited', title: 'quota: only a part', count: 1 },
        { value: 'read', title: 'read', count: 1 },
      ],
    });
  });

  it('tell which projects were asked for, not those that are only named', () => {
    expect(collectedProjects([...ALL, { ...DENIED, project: 'other' }])).toStrictEqual(['northwind']);
  });

  it('are the folder itself only where none of its projects was asked for', () => {
    const folder = { ...READ, project: 'folders/300', kind: 'gcp-cloud-resource-manager-project' } as const;
    expect([collectedProjects([folder]), collectedProjects([folder, ...ALL])]).toStrictEqual([
      ['folders/300'],
      ['northwind'],
    ]);
  });
});
