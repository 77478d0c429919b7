import { Button } from 'react-aria-components';
import type { DescribedPath } from '../inventory/worker/protocol/trace-protocol.ts';
import { PathChain } from './PathChain.tsx';

export interface PathListProps {
  readonly paths: readonly DescribedPath[];
  /** Called with the place of the path that shall be lit up. */
  readonly onChoose: (at: number) => void;
}

/** Paths one below the other. */
export function PathList({ paths, onChoose }: PathListProps): React.JSX.Element {
  return (
    <ol className="paths" aria-label="Paths">
      {paths.map((path, at) => (
        <li
          key={`${path.nodes.map(({ id }) => id).join(' ')} ${path.links.map(({ type }) => type).join(' ')}`}
          className="paths__row"
        >
          <span className="paths__number">{at + 1}</span>
          <PathChain path={path} />
          <Button className="button button--small" aria-label={`Light up path ${at + 1}`} onPress={() => onChoose(at)}>
            Light up
          </Button>
        </li>
      ))}
    </ol>
  );
}
