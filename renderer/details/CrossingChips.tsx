import type { LinkedNode } from '../inventory/worker/protocol/details-protocol.ts';
import { Chip } from '../ui/Chip.tsx';

/** The borders a link crosses. */
export function CrossingChips({ crosses }: Pick<LinkedNode, 'crosses'>): React.JSX.Element {
  return (
    <>
      {crosses.map((border) => (
        <Chip key={border} tone="warning">
          other {border}
        </Chip>
      ))}
    </>
  );
}
