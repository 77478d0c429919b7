import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../../shared/kinds/index.ts';
import { linkReason } from '../../../../shared/links/link-reason.ts';

const JOB = 'gcp-ai-platform-custom-job';

describe('linkReason', () => {
  it('gives the sentence of the rule that reads the path, whatever the place in a list', () => {
    expect(linkReason(JOB, 'PULLS_IMAGE', 'jobSpec.workerPoolSpecs[12].containerSpec.imageUri')).toBe(
      'This is the code the job runs; who can push to its repository, or move its tag, decides what the job does.',
    );
  });

  it('gives the sentence for an account that is not named', () => {
    expect(linkReason(JOB, 'IMPLICIT_IDENTITY', 'jobSpec.serviceAccount')).toBe(
      'No account is named, so the job runs as the agent that all such jobs of the project share.',
    );
  });

  it('takes a path of a map or of any depth for the rule that covers it', () => {
    const wildcard = KINDS.flatMap(({ id, links }) => links.map((rule) => ({ id, rule }))).find(({ rule }) =>
      rule.path.endsWith('.*'),
    );
    const deep = KINDS.flatMap(({ id, links }) => links.map((rule) => ({ id, rule }))).find(({ rule }) =>
      rule.path.endsWith('.**'),
    );
    expect([wildcard, deep].map((found) => found !== undefined)).toStrictEqual([true, true]);
    for (const { id, rule } of [wildcard, deep].flatMap((found) => found ?? [])) {
      const path = rule.path.replaceAll('[]', '[0]').replace(/\*+$/, 'name');
      expect(linkReason(id, rule.relation, path), rule.path).toBe(rule.why);
    }
  });

  it('gives nothing for a place no rule of the relation reads', () => {
    expect(linkReason(JOB, 'PULLS_IMAGE', 'jobSpec.workerPoolSpecs[0].machineSpec.machineType')).toBeUndefined();
    expect(linkReason(JOB, 'RUNS_AS', 'jobSpecXserviceAccount')).toBeUndefined();
  });
});
