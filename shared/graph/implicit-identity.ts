import { kindById } from '../kinds/index.ts';
import type { ImplicitIdentity } from '../kinds/kind.ts';
import { pathSteps, valueAt } from '../links/field-path.ts';
import type { ResourceDocument } from '../resource/document.ts';
import type { ProjectAliases } from '../resource/project-aliases.ts';
import { unreadable } from '../resource/reading.ts';
import type { Reading } from '../resource/reading.ts';
import { readServiceAccount } from '../resource/service-account-reference.ts';

/** The account a resource acts as because it names none. */
export interface ImplicitAccount {
  /** Place of the field that is absent. */
  readonly path: string;
  /** E-mail address; with a description in place of the project's number while that is not known. */
  readonly account: string;
  readonly reading: Reading;
}

/**
 * Tells the accounts a document's resource acts as where its kind has rules for it and the document names none: one for each job
 * specification without an account. Empty where accounts are named or no rule applies.
 */
export function implicitAccounts(
  document: ResourceDocument,
  project: string | undefined,
  projects: ProjectAliases,
): readonly ImplicitAccount[] {
  const rules = document.form === 'policy' ? undefined : kindById(document.kind).implicitIdentities;
  // Most resources name their account, and all resources are asked.
  let accounts: ImplicitAccount[] | undefined;
  for (const rule of rules ?? NO_RULES) {
    if (isFilled(document, rule.present) && !isFilled(document, rule.absent)) {
      accounts ??= [];
      accounts.push(accountOf(rule, project, projects));
    }
  }
  return accounts ?? NO_ACCOUNTS;
}

const NO_RULES: readonly ImplicitIdentity[] = [];
const NO_ACCOUNTS: readonly ImplicitAccount[] = [];

function accountOf(rule: ImplicitIdentity, project: string | undefined, projects: ProjectAliases): ImplicitAccount {
  const number = project === undefined ? undefined : projects.numberOf(project);
  if (number !== undefined) {
    const account = rule.account.replace('{projectNumber}', number);
    return { path: rule.absent, account, reading: readServiceAccount(account) };
  }
  const missing = project === undefined ? 'project' : `number of project ${project}`;
  return {
    path: rule.absent,
    account: rule.account.replace('{projectNumber}', `{${missing}}`),
    reading: unreadable(
      project === undefined
        ? 'No account is named, so a service agent of the project is used, and the document does not say the project.'
        : `No account is named, so a service agent of the project is used, whose address needs the number of project ${project}, and no document says it.`,
    ),
  };
}

function isFilled(document: ResourceDocument, path: string): boolean {
  const value = valueAt(document.data, pathSteps(path));
  return value !== undefined && value !== null && value !== '';
}
