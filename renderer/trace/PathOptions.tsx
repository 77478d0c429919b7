import type { PathQuestion } from '../../shared/graph/paths/find-paths.ts';
import type { RelationId } from '../../shared/kinds/kind.ts';
import { RELATIONS } from '../../shared/links/relations.ts';
import type { DescribedPath } from '../inventory/worker/protocol/trace-protocol.ts';
import { formatCount } from '../state/format.ts';
import { CheckBox } from '../ui/CheckBox.tsx';

/** What is chosen beside the ends. */
export type PathChoice = Pick<PathQuestion, 'mode' | 'depth' | 'direction' | 'without'>;

export interface PathOptionsProps {
  readonly choice: PathChoice;
  /** The paths found: their relations can be left out. */
  readonly paths: readonly DescribedPath[];
  readonly onChange: (choice: PathChoice) => void;
}

const DEPTHS = [2, 3, 4, 5, 6, 8, 10, 12] as const;

const DIRECTIONS: readonly (readonly [PathQuestion['direction'], string])[] = [
  ['any', 'Links in any direction'],
  ['with-data', 'Only as data flows'],
  ['against-data', 'Only against the data'],
];

/** Which paths are looked for. */
export function PathOptions({ choice, paths, onChange }: PathOptionsProps): React.JSX.Element {
  const { mode, depth, direction, without } = choice;
  const relations = relationsOf(paths, without);
  return (
    <>
      <div className="paths-form__options">
        <label className="paths-form__option">
          Which paths
          <select
            value={mode}
            onChange={({ target }) => onChange({ ...choice, mode: target.value === 'simple' ? 'simple' : 'shortest' })}
          >
            <option value="shortest">All shortest</option>
            <option value="simple">All up to a length</option>
          </select>
        </label>
        {mode === 'simple' && (
          <label className="paths-form__option">
            Most links
            <select value={depth} onChange={({ target }) => onChange({ ...choice, depth: Number(target.value) })}>
              {DEPTHS.map((links) => (
                <option key={links} value={links}>
                  {links}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="paths-form__option">
          Direction
          <select
            value={direction}
            onChange={({ target }) =>
              onChange({ ...choice, direction: DIRECTIONS.find(([id]) => id === target.value)?.[0] ?? 'any' })
            }
          >
            {DIRECTIONS.map(([id, text]) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </select>
        </label>
      </div>
      {relations.length > 0 && (
        <fieldset className="paths-form__fieldset">
          <legend>Relations that are followed</legend>
          <div className="paths-form__relations">
            {relations.map(([relation, count]) => (
              <CheckBox
                key={relation}
                isSelected={!without.includes(relation)}
                onChange={(isFollowed) =>
                  onChange({
                    ...choice,
                    without: isFollowed ? without.filter((left) => left !== relation) : [...without, relation],
                  })
                }
              >
                {RELATIONS[relation].label}
                {count > 0 && <span className="muted"> in {formatCount(count, 'path')}</span>}
              </CheckBox>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}

/**
 * Relations of the paths with the number of paths that have each, and those left out with none; in the order of the alphabet, so
 * that none jumps when it is ticked.
 */
function relationsOf(
  paths: readonly DescribedPath[],
  without: readonly RelationId[],
): readonly (readonly [RelationId, number])[] {
  const counts = new Map<RelationId, number>(without.map((relation) => [relation, 0]));
  for (const { links } of paths) {
    for (const type of new Set(links.map((link) => link.type))) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].toSorted(([a], [b]) => (RELATIONS[a].label < RELATIONS[b].label ? -1 : 1));
}
