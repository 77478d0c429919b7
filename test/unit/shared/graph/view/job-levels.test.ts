import { describe, expect, it } from 'vitest';
import { compareText } from '../../../../../shared/compare.ts';
import { compactGraph } from '../../../../../shared/graph/view/compact-graph.ts';
import { type JobLevel, jobLevels, partition } from '../../../../../shared/graph/view/job-levels.ts';
import type { NodeInShort, EdgeInShort } from '../../../../tools/make-graph.ts';
import { makeGraph } from '../../../../tools/make-graph.ts';

const NODES: readonly NodeInShort[] = [
  { id: 'a', kind: 'gcp-ai-platform-custom-job', title: 'train-1' },
  { id: 'b', kind: 'gcp-ai-platform-custom-job', title: 'train-2' },
  { id: 'c', kind: 'gcp-ai-platform-custom-job', title: 'score-3' },
  { id: 'd', kind: 'gcp-ai-platform-custom-job', title: 'score-4', project: 'other' },
  { id: 'shared', kind: 'gcp-storage-bucket', title: 'x' },
  { id: 'own', kind: 'gcp-storage-bucket', title: 'y' },
];
const EDGES: readonly EdgeInShort[] = [
  { type: 'WRITES_TO', from: 'a', to: 'shared' },
  { type: 'WRITES_TO', from: 'b', to: 'shared' },
  { type: 'WRITES_TO', from: 'b', to: 'own' },
  { type: 'READS_MODEL', from: 'c', to: 'shared' },
  { type: 'WRITES_TO', from: 'd', to: 'shared' },
];
const compact = compactGraph(makeGraph(NODES, EDGES));
const names = compact.nodes.map(({ id }) => id);
const jobs = [...names.keys()].filter((number) => compact.isJob[number] === 1);

function groupsAt(level: JobLevel | undefined, most = 9): readonly string[] | undefined {
  const groups = level === undefined ? undefined : partition(jobs, level, most);
  return groups
    ?.map((group) =>
      group
        .flatMap((number) => names[number] ?? [])
        .toSorted(compareText)
        .join(' '),
    )
    .toSorted(compareText);
}

describe('levels of jobs', () => {
  it('tell jobs apart by fewer and fewer things', () => {
    const levels = jobLevels(compact, new Uint8Array(names.length).fill(1));
    expect(levels.map((level) => [level.name, groupsAt(level)])).toStrictEqual([
      ['job', ['a', 'b', 'c', 'd']],
      ['links', ['a', 'b', 'c', 'd']],
      ['shared links', ['a b', 'c', 'd']],
      ['name, place', ['a b', 'c', 'd']],
      ['place', ['a b c', 'd']],
      ['location', ['a b c', 'd']],
      ['project', ['a b c', 'd']],
      ['state', ['a b c d']],
    ]);
  });

  it('do not follow links to what is filtered out', () => {
    const eligible = Uint8Array.from(names, (name) => (name === 'own' ? 0 : 1));
    expect(groupsAt(jobLevels(compact, eligible)[1])).toStrictEqual(['a b', 'c', 'd']);
  });

  it('give up where they would make too many groups', () => {
    expect(groupsAt(jobLevels(compact, new Uint8Array(names.length).fill(1))[2], 2)).toBeUndefined();
  });

  it('tell jobs apart that have the same hash by chance', () => {
    const [level] = jobLevels(compact, new Uint8Array(names.length).fill(1));
    expect(level && groupsAt({ ...level, hash: () => 1 })).toStrictEqual(['a', 'b', 'c', 'd']);
  });
});
