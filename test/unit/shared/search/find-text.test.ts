import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findText } from '../../../../shared/search/find-text.ts';
import { buildSearchIndex } from '../../../../shared/search/search-index.ts';
import { type EdgeInShort, makeGraph, nodeId, type NodeInShort } from '../../../tools/make-graph.ts';

const JOB = 'gcp-ai-platform-custom-job';
const BUCKET = 'gcp-storage-bucket';

function job(id: string, title: string, more: Partial<NodeInShort> = {}): NodeInShort {
  return {
    id: `//aiplatform.googleapis.com/projects/p/locations/us-central1/customJobs/${id}`,
    kind: JOB,
    title,
    ...more,
  };
}

function find(nodes: readonly NodeInShort[], query: string, edges: readonly EdgeInShort[] = [], limit = 20) {
  return findText(buildSearchIndex(makeGraph(nodes, edges)), query, limit);
}

/** `title quality field [marked text]`, best first. */
function inShort({ hits }: ReturnType<typeof find>): string[] {
  return hits.map(({ title, quality, field, text, ranges }) => {
    const marked = ranges.map(([start, end]) => `[${text.slice(start, end)}]`);
    return `${title} ${quality} ${field} ${marked.join('')}`;
  });
}

describe('free text', () => {
  it('ranks exact before prefix before substring, and the title before other fields', () => {
    const nodes = [
      job('1', 'antifraud'),
      job('2', 'fraudster'),
      job('3', 'train-fraud-7'),
      job('4', 'fraud'),
      job('5', 'other', { project: 'fraud' }),
    ];
    expect(inShort(find(nodes, 'fraud'))).toStrictEqual([
      'fraud exact title [fraud]',
      'other exact project [fraud]',
      'fraudster prefix title [fraud]',
      'train-fraud-7 prefix title [fraud]',
      'antifraud substring title [fraud]',
    ]);
  });

  it('returns a hit with all that the list shows', () => {
    expect(find([job('1', 'Train-Fraud', { project: 'p', location: 'us-central1' })], 'FRAUD')).toStrictEqual({
      hits: [
        {
          id: '//aiplatform.googleapis.com/projects/p/locations/us-central1/customJobs/1',
          kind: JOB,
          state: 'present',
          title: 'Train-Fraud',
          subtitle: 'p · us-central1',
          quality: 'prefix',
          field: 'title',
          text: 'Train-Fraud',
          ranges: [[6, 11]],
        },
      ],
      total: 1,
    });
  });

  it.each(['/', '-', '_', '.', '@', ':'])('splits names on %s', (separator) => {
    expect(inShort(find([job('1', `train${separator}churn`)], 'churn'))).toStrictEqual([
      `train${separator}churn prefix title [churn]`,
    ]);
  });

  it('splits names on camelCase', () => {
    expect(inShort(find([job('1', 'trainChurnModel')], 'churn'))).toStrictEqual([
      'trainChurnModel prefix title [Churn]',
    ]);
  });

  it('wants every term of the query, each in any field, and marks them all', () => {
    const nodes = [
      job('1', 'train-fraud', { location: 'europe-west4' }),
      job('2', 'train-fraud', { location: 'us-central1' }),
    ];
    expect(inShort(find(nodes, 'fraud europe'))).toStrictEqual(['train-fraud prefix title [fraud]']);
    expect(inShort(find(nodes, 'fraud train us-central1'))).toStrictEqual(['train-fraud prefix title [train][fraud]']);
  });

  it('finds jobs by what they are linked to, after the resource itself', () => {
    const nodes = [job('1', 'train'), { id: '//storage.googleapis.com/raw-data', kind: BUCKET } as const];
    const edges = [{ type: 'WRITES_TO', from: nodes[0]?.id ?? '', to: '//storage.googleapis.com/raw-data' } as const];
    expect(inShort(find(nodes, 'raw-data', edges))).toStrictEqual([
      'raw-data exact title [raw-data]',
      'train exact bucket [raw-data]',
    ]);
  });

  it('finds labels and states', () => {
    const document = {
      kind: JOB,
      name: '//aiplatform.googleapis.com/projects/p/locations/l/customJobs/1',
      data: { labels: { team: 'risk' } },
      form: 'full',
      origin: { file: 'jobs.json' },
    };
    const nodes = [job('1', 'train', { lifecycle: 'JOB_STATE_FAILED', document: document as never })];
    expect(inShort(find(nodes, 'team=risk'))).toStrictEqual(['train exact label [team=risk]']);
    expect(inShort(find(nodes, 'failed'))).toStrictEqual(['train exact state [failed]']);
  });

  it('corrects a typo only where little is found as typed', () => {
    const nodes = [job('1', 'train-fraud'), job('2', 'score-churn')];
    expect(inShort(find(nodes, 'fruad'))).toStrictEqual(['train-fraud typo title [fraud]']);
    expect(inShort(find([...nodes, job('3', 'fruad')], 'fruad'))).toStrictEqual(['fruad exact title [fruad]']);
  });

  it('counts all that matches and keeps a few of every kind among the first', () => {
    const jobs = Array.from({ length: 30 }, (_, index) => job(String(index), 'data'));
    const buckets = Array.from({ length: 5 }, (_, index): NodeInShort => ({
      id: `//storage.googleapis.com/data-of-a-long-name-${index}`,
      kind: BUCKET,
    }));
    const { hits, total } = find([...jobs, ...buckets], 'data', [], 10);
    expect({ total, kinds: hits.map(({ kind }) => kind) }).toStrictEqual({
      total: 35,
      kinds: [...Array.from({ length: 7 }, () => JOB), BUCKET, BUCKET, BUCKET],
    });
  });

  it('looks for one or two letters at the start of words only', () => {
    expect(inShort(find([job('x', 'train'), job('y', 'art-noise')], 'ar'))).toStrictEqual([
      'art-noise prefix title [ar]',
    ]);
  });

  it('finds nothing for nothing', () => {
    expect(find([job('1', 'train')], '  ')).toStrictEqual({ hits: [], total: 0 });
  });

  it('finds every node by every part of its title of three letters or more', () => {
    const title = fc.stringMatching(/^[A-Za-z0-9_./:@-]{3,20}$/);
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (titles, pick, cut) => {
        const wanted = titles[pick % titles.length] ?? '';
        const start = cut % (wanted.length - 2);
        const query = wanted.slice(start, start + 3 + (cut % 5));
        const nodes = titles.map((text, index) => job(String(index), text));
        const { hits } = find(nodes, query, [], Infinity);
        expect(hits.some((hit) => hit.title === wanted)).toBe(true);
      }),
    );
  });

  it('marks text that equals a term, whatever the letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 3, maxLength: 12 }), (title) => {
        const { hits } = find([job('1', title)], title.slice(0, 3));
        for (const { text, ranges } of hits) {
          for (const [start, end] of ranges) {
            expect(start >= 0 && end <= text.length && start < end).toBe(true);
          }
        }
      }),
    );
  });

  it('does not depend on the order in which nodes were read', () => {
    const nodes = [job('1', 'train-1'), job('2', 'train-1'), job('3', 'train-22'), job('4', 'xtrain')];
    expect(find(nodes.toReversed(), 'train')).toStrictEqual(find(nodes, 'train'));
    expect(find(nodes, 'train').hits.map(({ id }) => id)).toStrictEqual(
      ['1', '2', '3', '4'].map((id) =>
        nodeId(`//aiplatform.googleapis.com/projects/p/locations/us-central1/customJobs/${id}`),
      ),
    );
  });
});
