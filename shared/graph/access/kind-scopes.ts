import { KINDS, kindById } from '../../kinds/index.ts';
import type { KindId } from '../../kinds/index.ts';
import type { AccessRelation } from '../../kinds/kind.ts';
import { parseResourceName } from '../../resource/resource-name.ts';
import type { RoleReading } from './access.ts';

const PROJECT: KindId = 'gcp-cloud-resource-manager-project';

/** Kinds that hold others, from the project upwards. */
const CONTAINERS: readonly KindId[] = [
  PROJECT,
  'gcp-cloud-resource-manager-folder',
  'gcp-cloud-resource-manager-organization',
];

/** Kinds in which resources of a kind may lie, nearest first; folders lie in folders too. */
function kindsAbove(kind: KindId): readonly KindId[] {
  const place = CONTAINERS.indexOf(kind);
  if (place >= 0) {
    return CONTAINERS.slice(Math.max(1, place));
  }
  const { policyParent } = kindById(kind);
  const sample = policyParent?.replaceAll(/\{\w+\}/g, 'x');
  const parent = sample === undefined ? undefined : parseResourceName(sample)?.kind;
  return parent === undefined ? CONTAINERS : [parent, ...CONTAINERS];
}

const judgedKinds = KINDS.filter(({ access }) => access !== undefined);

const kindsBelow: ReadonlyMap<KindId, readonly KindId[]> = new Map(
  KINDS.map(({ id }) => [id, judgedKinds.filter((kind) => kindsAbove(kind.id).includes(id)).map((kind) => kind.id)]),
);

/** Kinds the product judges access to that may lie in a resource of a kind. */
export function judgedKindsBelow(kind: KindId): readonly KindId[] {
  return kindsBelow.get(kind) ?? [];
}

/** What a role lets one do to resources of a kind. */
export interface GivenAccess {
  readonly relation: AccessRelation;
  readonly permissions: readonly string[];
}

const NOTHING: readonly GivenAccess[] = [];

/** What a role lets one do to resources of a kind on which it, or on whose container it, is granted; nothing for an unknown role. */
export function accessGiven(kind: KindId, reading: RoleReading): readonly GivenAccess[] {
  if (reading.status === 'unknown' || reading.permissions.length === 0) {
    return NOTHING;
  }
  return (kindById(kind).access ?? []).flatMap(({ relation, permissions }) => {
    const giving = permissions.filter((permission) => reading.permissions.includes(permission));
    return giving.length === 0 ? [] : [{ relation, permissions: giving }];
  });
}
