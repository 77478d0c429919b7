import { at, dataOf, judge, judgeLinks, lacking, linksFrom, missing, nodeOf, textAt, those } from '../facts.ts';
import type { GraphEdge, GraphNode } from '../../graph/graph.ts';
import { lookup, PASS } from '../rule.ts';
import type { Missing, Rule, RuleContext } from '../rule.ts';
import { accountOf, areComparable, inWords, isAgent, isGone, takingPart, usersOf, WORK } from '../identities.ts';
import { isWorkload, judgeSpecs, NOTHING, WORKLOADS } from '../workloads.ts';

const ACCOUNTS_PAGE = 'https://cloud.google.com/vertex-ai/docs/general/custom-service-account';
const PRACTICES_PAGE = 'https://cloud.google.com/iam/docs/best-practices-service-accounts';

/** Which account work is done as. */
export const ACCOUNT_RULES: readonly Rule[] = [
  {
    id: 'identity-default-agent',
    title: 'The job names no account and runs as the shared service agent',
    family: 'identity',
    severity: 'high',
    because: 'The agent reads every bucket and dataset of the project, and every job without an account shares it.',
    rationale:
      'Code of such a job can fetch the agent’s token from the metadata server. Its rights cannot be narrowed to what one job needs, and logs do not tell the jobs apart.',
    remediation: 'Submit the job with an account of its own that has only the roles it needs.',
    command:
      'gcloud ai custom-jobs create --region={location} --project={project} --display-name=NAME --service-account=ACCOUNT --config=JOB.yaml',
    references: [ACCOUNTS_PAGE, 'https://cloud.google.com/vertex-ai/docs/general/access-control'],
    attack: ['T1078.004', 'T1552.005'],
    needs: ['the job specification'],
    unknown: 'The job specification was not collected, so the account is not known.',
    subjects: WORKLOADS,
    examine: (node, context) => {
      const verdict = judgeSpecs(node, context, () => NOTHING);
      return verdict === undefined || verdict.missing.length > 0
        ? verdict
        : judgeLinks(linksFrom(context, node, 'IMPLICIT_IDENTITY'));
    },
  },
  {
    id: 'identity-default-account',
    title: 'The work is done as a default account of a project',
    family: 'identity',
    severity: 'high',
    because: 'Default accounts hold the Editor role unless somebody took it away, and many machines share them.',
    rationale:
      'Whoever controls any machine, function or job with the default account can do what this one does, and the other way round.',
    remediation: 'Give the work an account of its own, and take the Editor role from the default account.',
    command: 'gcloud iam service-accounts create NAME --project={project}',
    references: [PRACTICES_PAGE, ACCOUNTS_PAGE],
    attack: ['T1078.004'],
    needs: ['the account of the job'],
    unknown: 'The job specification was not collected, so the account is not known.',
    subjects: WORK,
    examine: (node, context) => {
      if (node.state !== 'present') {
        return undefined;
      }
      if (isWorkload(node, context) && dataOf(node) === undefined) {
        return lacking(node, 'document', 'jobSpec.serviceAccount');
      }
      return judgeLinks(
        those(
          linksFrom(context, node, 'RUNS_AS'),
          ({ to }) => accountOf(nodeOf(context, to))?.accountClass === 'default',
        ),
      );
    },
  },
  {
    id: 'identity-foreign-project-account',
    title: 'The account belongs to another project than the work',
    family: 'identity',
    severity: 'medium',
    because: 'It is sometimes meant so, but then two sets of administrators decide about one workload.',
    rationale:
      'Administrators of the account’s project can act as the account, change its keys and delete it, without having any role where the job runs.',
    remediation: 'Use an account of the project in which the work is done, or record why the other one is right.',
    command: 'gcloud iam service-accounts list --project={project}',
    references: [ACCOUNTS_PAGE, 'https://cloud.google.com/iam/docs/attach-service-accounts'],
    attack: ['T1078.004'],
    needs: ['the account of the job', 'the project number and id of the account’s project'],
    unknown: 'One project is known by its number and the other by its id, and no document ties the two.',
    subjects: WORK,
    examine: (node, context) => {
      const used = those(linksFrom(context, node, 'RUNS_AS'), ({ to }) => {
        const accountClass = accountOf(nodeOf(context, to))?.accountClass;
        return accountClass !== undefined && accountClass !== 'agent';
      });
      if (node.state !== 'present' || used.length === 0 || node.project === undefined) {
        return undefined;
      }
      const elsewhere = those(used, ({ to }) => (nodeOf(context, to).project ?? '-') !== node.project);
      if (elsewhere.length === 0) {
        return PASS;
      }
      const isComparable = ({ to }: GraphEdge): boolean => areComparable(nodeOf(context, to).project, node.project);
      return judgeLinks(
        those(elsewhere, isComparable),
        those(elsewhere, (edge) => !isComparable(edge)).map(({ to }) => missing({ id: to }, 'field', 'projectId')),
      );
    },
  },
  {
    id: 'identity-disabled-account',
    title: 'A disabled account is still named',
    family: 'identity',
    severity: 'medium',
    because: 'Nothing runs as it now; enabling it again brings back everything that names it.',
    rationale:
      'Jobs that are started again fail, or run with rights that were meant to be gone once somebody enables the account.',
    remediation: 'Find out why the account was disabled; name another in what still uses it, then delete it.',
    command: 'gcloud iam service-accounts describe {id} --project={project}',
    references: ['https://cloud.google.com/iam/docs/service-accounts-disable-enable'],
    attack: ['T1078.004'],
    needs: ['the account’s `disabled` field'],
    unknown: 'The account was not collected, so whether it is disabled is not known.',
    subjects: ['gcp-iam-service-account'],
    examine: (node, context) => {
      const users = usersOf(node, context);
      if (users.length === 0 || node.state === 'unresolved' || isAgent(node)) {
        return undefined;
      }
      const data = dataOf(node);
      if (data === undefined) {
        return lacking(node, 'document', 'disabled');
      }
      return textAt(data, 'disabled') === 'true'
        ? judge([at(node, 'disabled', 'true'), ...inWords(users)], takingPart(users))
        : judge([]);
    },
  },
  {
    id: 'identity-deleted-account',
    title: 'A deleted account is still named',
    family: 'identity',
    severity: 'high',
    because:
      'A new account may be given the same address, and then has the work and what is granted to the address by name.',
    rationale:
      'Whoever may create accounts in the project can take the name over. Until then what names it fails, or no longer runs as it was reviewed.',
    remediation: 'Name a living account, and take the address out of every policy and configuration.',
    command: 'gcloud iam service-accounts undelete UNIQUE_ID',
    references: ['https://cloud.google.com/iam/docs/service-accounts-delete-undelete'],
    attack: ['T1078.004', 'T1098.003'],
    needs: ['the accounts of the project, or the answer that this one does not exist'],
    unknown: 'The accounts of the project were not collected, so whether this one still exists is not known.',
    subjects: ['gcp-iam-service-account'],
    examine: (node, context) => {
      const users = usersOf(node, context);
      if (users.length === 0 || node.state === 'unresolved' || isAgent(node)) {
        return undefined;
      }
      if (accountOf(node)?.deleted === true || isGone(node)) {
        return judge(inWords(users), takingPart(users));
      }
      return node.state === 'present' ? judge([]) : lacking(node, 'document');
    },
  },
  {
    id: 'identity-shared-account',
    title: 'Training and serving use the same account',
    family: 'identity',
    severity: 'medium',
    because: 'It widens what an attacker gets, but gives no access by itself.',
    rationale:
      'The serving container answers requests from outside. If it is taken over, the account reaches training data, code and the place models are written to.',
    remediation: 'Serve with an account that may only read the model’s files.',
    command:
      'gcloud ai endpoints deploy-model ENDPOINT --region=REGION --model=MODEL --display-name=NAME --service-account=SERVING_ACCOUNT',
    references: [PRACTICES_PAGE],
    attack: ['T1078.004'],
    needs: ['the accounts of jobs and endpoints'],
    unknown: 'An endpoint’s document was not collected, so which account serves is not known.',
    subjects: ['gcp-iam-service-account'],
    examine: (node, context) => {
      const users = usersOf(node, context);
      const serving = users.filter(({ from }) => nodeOf(context, from).kind === 'gcp-ai-platform-endpoint');
      const training = users.filter(({ from }) => isWorkload(nodeOf(context, from), context));
      if (node.state === 'unresolved' || users.length === 0) {
        return undefined;
      }
      return serving.length > 0 && training.length > 0
        ? judge(inWords([...serving, ...training.slice(0, 3)]), takingPart([...serving, ...training]))
        : judge([], { missing: training.length > 0 && serving.length === 0 ? unreadEndpoint(node, context) : [] });
    },
  },
];

/** An endpoint of the account's project that was not collected, so that it may serve as the account. */
function unreadEndpoint({ project }: GraphNode, context: RuleContext): readonly Missing[] {
  const endpoint = unreadEndpoints(context).get(project ?? '');
  return endpoint === undefined ? [] : [missing(endpoint, 'document', 'deployedModels')];
}

const unreadEndpoints = lookup(({ graph }) => {
  const endpoints = new Map<string, GraphNode>();
  for (const node of graph.nodes.values()) {
    if (node.kind === 'gcp-ai-platform-endpoint' && node.state === 'referenced') {
      endpoints.set(node.project ?? '', node);
    }
  }
  return endpoints;
});
