import type { KindId } from '../../kinds/index.ts';
import type { IamMember } from '../../resource/iam-member.ts';
import { buildName } from '../../resource/resource-name.ts';
import type { ParsedName } from '../../resource/resource-name.ts';
import { readServiceAccount } from '../../resource/service-account-reference.ts';

/** Kind of the nodes of all principals that are no service accounts. */
export const PRINCIPAL: KindId = 'gcp-iam-principal';

/**
 * Name of the node that stands for a member: the account's own for a service account, else one made of the member's spelling,
 * in which the project of a convenience group is spelled canonically. Undefined for a member of no known form.
 */
export function principalName(
  member: IamMember,
  canonicalProject: (project: string) => string,
): ParsedName | undefined {
  if (member.type === 'serviceAccount') {
    const reading = readServiceAccount(member.member);
    return reading.ok ? reading.parsed : undefined;
  }
  const id = member.project === undefined ? member.member : `${member.type}:${canonicalProject(member.project)}`;
  return member.type === 'unrecognised' ? undefined : buildName(PRINCIPAL, { id });
}
