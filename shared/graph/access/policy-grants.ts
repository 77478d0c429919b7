import { isJsonObject } from '../../json.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import { remember } from '../../remember.ts';
import type { IamMember } from '../../resource/iam-member.ts';
import { readIamMember } from '../../resource/iam-member.ts';
import type { GrantCondition } from './access.ts';

/** One member of one binding, as it is written. */
export interface WrittenGrant {
  readonly role: string;
  readonly member: IamMember;
  readonly condition?: GrantCondition;
  /** `iamPolicy.bindings[3].members[1]` */
  readonly path: string;
  /** The member as it is written. */
  readonly value: string;
}

/**
 * Policies that are read in version 1 leave conditions out and mark the role of such a binding with this ending, so that nobody
 * takes it for an unconditional one: https://cloud.google.com/iam/docs/troubleshooting-withcond
 */
const WITH_CONDITION = /_withcond_[0-9a-f]+$/;

const CONDITION_LEFT_OUT: GrantCondition = {
  title: 'Condition not read',
  description: 'The policy was read in version 1, which leaves conditions out. Read it in version 3.',
  expression: '',
};

/** The same few members stand in very many policies. */
const memberOf = remember(readIamMember, 5000);

/** Lists every member of every binding of an IAM policy, in the policy's order. What is no member's text is passed over. */
export function* grantsOfPolicy(policy: JsonObject): Generator<WrittenGrant> {
  const { bindings } = policy;
  for (const [index, binding] of listOf(bindings).entries()) {
    const role = isJsonObject(binding) ? binding['role'] : undefined;
    if (isJsonObject(binding) && typeof role === 'string' && role !== '') {
      const condition = WITH_CONDITION.test(role) ? CONDITION_LEFT_OUT : readCondition(binding['condition']);
      for (const [place, value] of listOf(binding['members']).entries()) {
        if (typeof value === 'string') {
          yield {
            role: role.replace(WITH_CONDITION, ''),
            member: memberOf(value),
            ...(condition === undefined ? {} : { condition }),
            path: `iamPolicy.bindings[${index}].members[${place}]`,
            value,
          };
        }
      }
    }
  }
}

function readCondition(condition: JsonValue | undefined): GrantCondition | undefined {
  if (!isJsonObject(condition)) {
    return undefined;
  }
  const { title, description, expression } = condition;
  return {
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    expression: typeof expression === 'string' ? expression : '',
  };
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}
