import type { SearchHit } from '../../shared/search/hit.ts';
import { StateChips } from '../details/StateChips.tsx';
import { KindGlyph } from '../graph/KindGlyph.tsx';
import { MarkedText } from '../ui/MarkedText.tsx';
import { type HitGroup, qualityWords } from './group-hits.ts';

/** DOM id of the option with this index. */
export function optionId(index: number): string {
  return `search-hit-${index}`;
}

export interface HitListProps {
  readonly id: string;
  readonly groups: readonly HitGroup[];
  /** Index of the active option over all groups. */
  readonly active: number;
  readonly onChoose: (hit: SearchHit) => void;
  readonly onPoint: (index: number) => void;
}

/** The hits, grouped by kind; matched letters are marked and the field that matched is named. */
export function HitList({ id, groups, active, onChoose, onPoint }: HitListProps): React.JSX.Element {
  return (
    <div id={id} className="hits scrolls" role="listbox" aria-label="Resources found">
      {groups.map((group, groupIndex) => (
        <div key={group.kind} role="group" aria-labelledby={`hits-${group.kind}`}>
          <div id={`hits-${group.kind}`} className="hits__group" role="presentation">
            {group.title}
          </div>
          {group.hits.map((hit, hitIndex) => {
            const index = hitsBefore(groups, groupIndex) + hitIndex;
            return (
              <HitOption
                key={hit.id}
                hit={hit}
                index={index}
                isActive={index === active}
                onChoose={onChoose}
                onPoint={onPoint}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

function hitsBefore(groups: readonly HitGroup[], groupIndex: number): number {
  return groups.slice(0, groupIndex).reduce((count, group) => count + group.hits.length, 0);
}

interface HitOptionProps extends Pick<HitListProps, 'onChoose' | 'onPoint'> {
  readonly hit: SearchHit;
  readonly index: number;
  readonly isActive: boolean;
}

function HitOption({ hit, index, isActive, onChoose, onPoint }: HitOptionProps): React.JSX.Element {
  const { title, subtitle, field, text, ranges, quality } = hit;
  const inTitle = text === title;
  return (
    <div
      id={optionId(index)}
      className="hit"
      role="option"
      aria-selected={isActive}
      onPointerMove={() => onPoint(index)}
      // The text field keeps the focus: the list closes when it leaves.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(hit)}
    >
      <KindGlyph kind={hit.kind} state={hit.state} size={20} />
      <div className="hit__text">
        <div className="truncate hit__title">{inTitle ? <MarkedText text={text} ranges={ranges} /> : title}</div>
        <div className="truncate muted hit__subtitle">
          {!inTitle && (
            <>
              {field}: <MarkedText text={text} ranges={ranges} />
              {subtitle !== '' && ' · '}
            </>
          )}
          {subtitle}
        </div>
      </div>
      <StateChips state={hit.state} />
      <span className="hit__quality muted">{qualityWords(quality)}</span>
    </div>
  );
}
