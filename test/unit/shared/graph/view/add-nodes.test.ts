import { expect, it } from 'vitest';
import { addNodes } from '../../../../../shared/graph/view/add-nodes.ts';
import { INITIAL_VIEW } from '../../../../../shared/graph/view.ts';
import { nodeId } from '../../../../tools/make-graph.ts';

const [job, bucket, key] = [nodeId('job'), nodeId('bucket'), nodeId('key')];

it('adds each node once and brings hidden ones back', () => {
  expect(addNodes({ ...INITIAL_VIEW, hidden: [job, bucket], added: [key] }, [job, key])).toStrictEqual({
    ...INITIAL_VIEW,
    hidden: [bucket],
    added: [key, job],
  });
});
