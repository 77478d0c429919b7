import type { SearchHit } from '../../shared/search/hit.ts';
import type { Completion } from '../../shared/search/query/complete.ts';
import { StateChips } from '../controls/StateChips.tsx';
import { KindGlyph } from '../graph/KindGlyph.tsx';
import { MarkedText } from '../ui/MarkedText.tsx';
import { type HitGroup, qualityWords } from './group-hits.ts';

/** DOM id of the option with this index. */
export function optionId(index: number): string {
  return `search-hit-${index}`;
}

export interface HitListProps {
  readonly id: string;
  readonly suggestions: readonly Completion[];
  readonly groups: readonly HitGroup[];
  /** Index of the active option: suggestions first, then the hits over all groups. */
  readonly active: number;
  readonly onComplete: (completion: Completion) => void;
  readonly onChoose: (hit: SearchHit) => void;
  readonly onPoint: (index: number) => void;
}

/** What can be typed on, then the hits by kind; matched letters are marked, and what matched is named. */
export function HitList(props: HitListProps): React.JSX.Element {
  const { id, suggestions, groups, active, onComplete, onChoose, onPoint } = props;
  return (
    <div id={id} className="hits scrolls" role="listbox" aria-label="Resources found">
      {suggestions.length > 0 && (
        <div role="group" aria-labelledby="hits-suggestions">
          <div id="hits-suggestions" className="hits__group" role="presentation">
            Suggestions
          </div>
          {suggestions.map((suggestion, index) => (
            <SuggestionOption
              key={`${suggestion.type} ${suggestion.label}`}
              suggestion={suggestion}
              index={index}
              isActive={index === active}
              onComplete={onComplete}
              onPoint={onPoint}
            />
          ))}
        </div>
      )}
      {groups.map((group, groupIndex) => (
        <div key={group.kind} role="group" aria-labelledby={`hits-${group.kind}`}>
          <div id={`hits-${group.kind}`} className="hits__group" role="presentation">
            {group.title}
          </div>
          {group.hits.map((hit, hitIndex) => {
            const index = suggestions.length + hitsBefore(groups, groupIndex) + hitIndex;
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

interface SuggestionOptionProps extends Pick<HitListProps, 'onComplete' | 'onPoint'> {
  readonly suggestion: Completion;
  readonly index: number;
  readonly isActive: boolean;
}

function SuggestionOption(props: SuggestionOptionProps): React.JSX.Element {
  const { suggestion, index, isActive, onComplete, onPoint } = props;
  const { label, detail, count } = suggestion;
  return (
    <div
      id={optionId(index)}
      className="hit suggestion"
      role="option"
      aria-selected={isActive}
      onPointerMove={() => onPoint(index)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onComplete(suggestion)}
    >
      <code className="suggestion__label truncate">{label}</code>
      {detail !== undefined && <span className="muted truncate suggestion__detail">{detail}</span>}
      {count !== undefined && <span className="muted suggestion__count">{count.toLocaleString('en')}</span>}
    </div>
  );
}

interface HitOptionProps extends Pick<HitListProps, 'onChoose' | 'onPoint'> {
  readonly hit: SearchHit;
  readonly index: number;
  readonly isActive: boolean;
}

function HitOption({ hit, index, isActive, onChoose, onPoint }: HitOptionProps): React.JSX.Element {
  const { title, subtitle, field, text, ranges, quality, why } = hit;
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
        {why !== undefined && why.length > 0 && (
          <div className="truncate hit__why" title={why.join('\n')}>
            {why.join(' · ')}
          </div>
        )}
      </div>
      <StateChips state={hit.state} />
      {why === undefined && <span className="hit__quality muted">{qualityWords(quality)}</span>}
    </div>
  );
}
