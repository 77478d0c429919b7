import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import { RELATIONS } from '../../shared/links/relations.ts';
import type {
  LinkedNode,
  LinkGroup,
  NodeDetails,
  RelationCount,
} from '../inventory/worker/protocol/details-protocol.ts';
import { formatCount } from '../state/format.ts';
import { EXPAND_LIMIT, expandOrAsk, relationWords } from '../state/view/node-operations.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { LinkRow } from './LinkRow.tsx';

/** Links brought in by "show more". */
const PAGE = 50;
const NO_COUNTS: readonly RelationCount[] = [];

/** Links out and in, grouped by relation, each with the evidence for it. */
export function LinkGroups({ details }: { readonly details: NodeDetails }): React.JSX.Element {
  const { inventory } = useWorkbench();
  const { id } = details.node;
  const spec = useShared('view', (state) => state.history.present.state.spec);
  const answer = useAnswer(useCallback(() => inventory.relations(id, spec), [inventory, id, spec]));
  const counts = answer.status === 'ready' ? answer.value : NO_COUNTS;
  const out = details.links.filter(({ direction }) => direction === 'outgoing');
  const into = details.links.filter(({ direction }) => direction === 'incoming');
  return (
    <>
      <LinkSection title="Links out" groups={out} details={details} counts={counts} />
      <LinkSection title="Links in" groups={into} details={details} counts={counts} />
    </>
  );
}

interface LinkSectionProps {
  readonly title: string;
  readonly groups: readonly LinkGroup[];
  readonly details: NodeDetails;
  readonly counts: readonly RelationCount[];
}

function LinkSection({ title, groups, details, counts }: LinkSectionProps): React.JSX.Element {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="details__section" aria-label={title}>
      <h4>
        {title} <span className="count">{total.toLocaleString('en')}</span>
      </h4>
      {total === 0 && <p className="muted">None found in the documents of this inventory.</p>}
      {groups.map((group) => (
        <LinkGroupView
          key={`${group.relation} ${group.direction}`}
          group={group}
          details={details}
          notShown={
            counts.find(({ relation, direction }) => relation === group.relation && direction === group.direction)
              ?.notShown ?? 0
          }
        />
      ))}
    </section>
  );
}

interface LinkGroupViewProps {
  readonly group: LinkGroup;
  readonly details: NodeDetails;
  readonly notShown: number;
}

function LinkGroupView({ group, details, notShown }: LinkGroupViewProps): React.JSX.Element {
  const workbench = useWorkbench();
  const { relation, direction, count, links } = group;
  const [more, setMore] = useState<readonly LinkedNode[]>([]);
  const { id } = details.node;
  const listed = [...links, ...more];
  const { why } = RELATIONS[relation];
  const words = relationWords(relation, direction);
  const Arrow = direction === 'outgoing' ? ArrowRight : ArrowLeft;
  return (
    <div className="link-group">
      <div className="link-group__head">
        <Arrow size={14} aria-hidden />
        <h5 title={why}>{words}</h5>
        <span className="count">{count.toLocaleString('en')}</span>
        {notShown > 0 && (
          <Button
            className="button button--small button--quiet"
            aria-label={`Show ${notShown.toLocaleString('en')} more in the graph: ${words}${notShown > EXPAND_LIMIT ? '…' : ''}`}
            onPress={() => workbench.run(() => expandOrAsk(workbench, id, { relation, direction, count, notShown }))}
          >
            Show {notShown.toLocaleString('en')} in graph{notShown > EXPAND_LIMIT && '…'}
          </Button>
        )}
      </div>
      <ul>
        {listed.map((link) => (
          <LinkRow key={link.edge} link={link} />
        ))}
      </ul>
      {listed.length < count && (
        <Button
          className="button button--small"
          onPress={() =>
            workbench.run(async () => {
              const next = await workbench.inventory.links(id, relation, direction, listed.length, PAGE);
              setMore([...more, ...next]);
            })
          }
        >
          List {Math.min(PAGE, count - listed.length)} more of {formatCount(count, 'link')}
        </Button>
      )}
    </div>
  );
}
