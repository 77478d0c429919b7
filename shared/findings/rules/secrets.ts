import type { GraphNode } from '../../graph/graph.ts';
import { KINDS } from '../../kinds/index.ts';
import { dataOf, judge, lacking, missing, those } from '../facts.ts';
import { PASS } from '../rule.ts';
import type { Proof, Rule, RuleContext, Verdict } from '../rule.ts';
import { holdersOf, masksIn, suspectsOf } from '../secrets.ts';
import type { Suspect } from '../secrets.ts';
import { isWorkload, specsOf, WORKLOADS } from '../workloads.ts';

const PRACTICES_PAGE = 'https://cloud.google.com/secret-manager/docs/best-practices';
const STORE = 'gcloud secrets create NAME --project={project} --replication-policy=automatic --data-file=FILE';
const MASKED = 'The values were masked when the snapshot was written, or the resource was collected only in part.';

/** Kinds of resources that hold settings of programs. */
const HOLDERS = KINDS.filter(({ secrets }) => secrets.length > 0).map(({ id }) => id);

/** Credentials that lie open in documents. Their values are never shown. */
export const SECRET_RULES: readonly Rule[] = [
  {
    id: 'secrets-in-environment',
    title: 'A credential is written into an environment variable',
    family: 'secrets',
    severity: 'high',
    because: 'Everybody who may look at the job can use it.',
    rationale:
      'The role to view jobs is given freely, and jobs are kept, exported and logged with all their variables.',
    remediation:
      'Change the credential, keep it in Secret Manager, and let the code read it there as the account of the job.',
    command: STORE,
    references: [PRACTICES_PAGE],
    attack: ['T1552.001', 'T1552'],
    needs: ['the values of environment variables'],
    unknown: MASKED,
    subjects: HOLDERS,
    examine: (node, context) => judgeSuspects(node, context, ({ path }) => isEnvironment(path)),
  },
  {
    id: 'secrets-in-arguments',
    title: 'A credential is written into a command or an argument',
    family: 'secrets',
    severity: 'high',
    because: 'Everybody who may look at the job can use it; it also shows in lists of processes and in logs.',
    rationale: 'Arguments are shown wherever the job is shown.',
    remediation:
      'Change the credential, keep it in Secret Manager, and let the code read it there as the account of the job.',
    command: STORE,
    references: [PRACTICES_PAGE],
    attack: ['T1552.001', 'T1552'],
    needs: ['the commands and arguments'],
    unknown: MASKED,
    subjects: HOLDERS,
    examine: (node, context) =>
      judgeSuspects(node, context, ({ path }) => /\.(?:args|command)\[\d+\]$|[pP]arameter/.test(path)),
  },
  {
    id: 'secrets-in-labels',
    title: 'A credential is written into a label, name or description',
    family: 'secrets',
    severity: 'high',
    because: 'Labels and names go into bills, logs and every listing.',
    rationale: 'Nobody treats a label as secret, so many more people and systems see it than see the resource.',
    remediation: 'Change the credential and remove it from the text.',
    command: STORE,
    references: ['https://cloud.google.com/resource-manager/docs/best-practices-labels', PRACTICES_PAGE],
    attack: ['T1552.001', 'T1552'],
    needs: ['labels and descriptions'],
    unknown: MASKED,
    subjects: KINDS.map(({ id }) => id),
    examine: (node, context) =>
      judgeSuspects(node, context, ({ path }) =>
        /^(?:labels|annotations|tags)\b|(?:^|\.)(?:displayName|[dD]escription)$/.test(path),
      ),
  },
  {
    id: 'secrets-private-key',
    title: 'A private key lies open in a document',
    family: 'secrets',
    severity: 'critical',
    because: 'A private key, such as that of a service account, works from anywhere until somebody revokes it.',
    rationale: 'Whoever can read the document can act as the owner of the key.',
    remediation: 'Delete the key, make sure that it was not used, and let work act as an account without a key.',
    command: 'gcloud iam service-accounts keys list --iam-account=ACCOUNT --managed-by=user',
    references: ['https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys'],
    cis: ['1.4'],
    attack: ['T1552.004', 'T1078.004'],
    needs: ['the values of environment variables, commands and arguments'],
    unknown: MASKED,
    subjects: KINDS.map(({ id }) => id),
    examine: (node, context) => judgeSuspects(node, context, () => true, true),
  },
  {
    id: 'secrets-shared',
    title: 'One credential is used in several places',
    family: 'secrets',
    severity: 'medium',
    because: 'It takes one of the places to lose it in all.',
    rationale: 'A shared credential cannot be changed without finding everything that uses it, so nobody changes it.',
    remediation: 'Give each user a credential of its own, kept in Secret Manager.',
    command: STORE,
    references: [PRACTICES_PAGE],
    attack: ['T1552'],
    needs: ['the values of environment variables, commands and arguments'],
    unknown: MASKED,
    subjects: HOLDERS,
    examine: (node, context) => {
      const certain = those(suspectsOf(node, context), ({ sort }) => sort === 'certain');
      if (certain.length === 0) {
        return withCare(node, context, PASS);
      }
      const shared = certain.filter(({ value }) => masksIn(value).some((mask) => othersWith(mask, context) > 1));
      const others = shared.flatMap(({ value }) =>
        masksIn(value).flatMap((mask) => [...(holdersOf(context).get(mask) ?? [])].slice(0, 10)),
      );
      return withCare(
        node,
        context,
        judge(
          shared.map((suspect) => shown(node, suspect.path, suspect.value)),
          { nodes: others },
        ),
      );
    },
  },
  {
    id: 'secrets-random-text',
    title: 'A value looks like a credential',
    family: 'secrets',
    severity: 'info',
    because: 'It is a guess by the look of the value alone.',
    rationale: 'Keys and tokens are drawn at random. So are some identifiers, which is why this is only a hint.',
    remediation:
      'Look at the value where it came from; if it is a credential, change it and keep it in Secret Manager.',
    command: STORE,
    references: [PRACTICES_PAGE],
    attack: ['T1552.001'],
    needs: ['the values of environment variables, commands and arguments'],
    unknown: MASKED,
    subjects: HOLDERS,
    examine: (node, context) => {
      const random = those(suspectsOf(node, context), ({ sort }) => sort === 'random');
      return withCare(node, context, judge(random.map(({ path, value }) => shown(node, path, value))));
    },
  },
];

/** Evidence whose value is masked already. */
function shown({ id }: GraphNode, path: string, value: string): Proof {
  return { document: id, path, value, isMasked: true };
}

/** Where programs are told what to do. */
function isSetting({ path }: Suspect): boolean {
  return /\.(?:env\[\d+\]\.value|args\[\d+\]|command\[\d+\])$/.test(path);
}

function isEnvironment(path: string): boolean {
  return /\.env\[\d+\]\.value$/.test(path);
}

function judgeSuspects(
  node: GraphNode,
  context: RuleContext,
  isHere: (suspect: Suspect) => boolean,
  keys = false,
): Verdict | undefined {
  const suspects = suspectsOf(node, context);
  if (suspects.length === 0) {
    return withCare(node, context, PASS, isHere);
  }
  const certain = suspects.filter(
    (suspect) => suspect.sort === 'certain' && isHere(suspect) && suspect.what.includes('private key') === keys,
  );
  const evidence = certain.map(({ path, value, what }) => shown(node, path, `${value} (${what})`));
  return withCare(node, context, judge(evidence), isHere);
}

/** Nothing found in masked values, or in a document that leaves values out, is not the same as nothing there. */
function withCare(
  node: GraphNode,
  context: RuleContext,
  verdict: Verdict,
  isHere: (suspect: Suspect) => boolean = isSetting,
): Verdict | undefined {
  if (node.state !== 'present') {
    return undefined;
  }
  if (verdict.evidence.length > 0) {
    return verdict;
  }
  if (dataOf(node) === undefined || (isWorkload(node, context) && specsOf(node).length === 0)) {
    return WORKLOADS.includes(node.kind) ? lacking(node, 'document', 'jobSpec') : undefined;
  }
  const masked = suspectsOf(node, context).find((suspect) => suspect.sort === 'masked' && isHere(suspect));
  return masked === undefined ? verdict : { evidence: [], missing: [missing(node, 'masked', masked.path)] };
}

function othersWith(mask: string, context: RuleContext): number {
  return holdersOf(context).get(mask)?.size ?? 0;
}
