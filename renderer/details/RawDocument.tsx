import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronUp, Eye, EyeOff } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import type { JsonValue } from '../../shared/json.ts';
import type { NodeDetails } from '../inventory/worker/protocol/details-protocol.ts';
import { formatCount } from '../state/format.ts';
import type { EvidenceMark } from '../state/selection-store.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { CopyButton } from '../controls/CopyButton.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { findInLines, hasPath, linesOfPath } from './json-lines.ts';
import { RawLine } from './RawLine.tsx';

const LINE_HEIGHT = 18;

export interface RawDocumentProps {
  readonly details: NodeDetails;
  /** Indented JSON, secrets masked. */
  readonly raw: string;
  /** Evidence to scroll to and mark. */
  readonly mark: EvidenceMark | undefined;
}

/** The document as it was read: search, copy, and the place a link's evidence speaks of. Secrets are masked until asked for. */
export function RawDocument({ details, raw, mark }: RawDocumentProps): React.JSX.Element {
  const workbench = useWorkbench();
  const { inventory, dialogs, notices } = workbench;
  const { id, title } = details.node;
  const [revealed, setRevealed] = useState<string | undefined>();
  const [query, setQuery] = useState('');
  const [match, setMatch] = useState(0);
  const text = revealed ?? raw;
  const lines = useMemo(() => text.split('\n'), [text]);
  const matches = useMemo(() => findInLines(lines, query), [lines, query]);
  const range = useMemo(() => {
    if (mark === undefined || mark.path === '') return undefined;
    const document = JSON.parse(text) as JsonValue;
    const found = linesOfPath(document, mark.path);
    // Of an absent field the place where it would stand is marked, not all that is around it.
    return hasPath(document, mark.path)
      ? { ...found, isThere: true }
      : { first: found.first, last: found.first, isThere: false };
  }, [text, mark]);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 20,
  });
  const current = matches[match];
  const target = query === '' ? range?.first : current?.line;

  useEffect(() => {
    if (target !== undefined) rows.scrollToIndex(target, { align: 'center' });
    // The virtualizer is a new object on each render; only a new target is a reason to scroll.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [target]);

  function step(by: 1 | -1): void {
    if (matches.length > 0) setMatch((match + by + matches.length) % matches.length);
  }

  function reveal(): void {
    dialogs.getState().open({
      type: 'reveal',
      title,
      accept: () =>
        workbench.run(async () => {
          setRevealed(await inventory.reveal(id));
          notices.getState().announce('Secrets are shown');
        }),
    });
  }

  return (
    <div className="raw">
      <div className="raw__bar">
        <SearchField
          className="filter-field raw__search"
          value={query}
          onChange={(next) => {
            setQuery(next);
            setMatch(0);
          }}
          onSubmit={() => step(1)}
        >
          <Label className="visually-hidden">Search in the document</Label>
          <Input placeholder="Search in the document" />
        </SearchField>
        <span className="raw__count muted" role="status">
          {query !== '' && (matches.length === 0 ? 'none' : `${match + 1} of ${matches.length.toLocaleString('en')}`)}
        </span>
        <IconButton
          small
          label="Previous match"
          icon={<ChevronUp size={14} aria-hidden />}
          isDisabled={matches.length === 0}
          onPress={() => step(-1)}
        />
        <IconButton
          small
          label="Next match"
          icon={<ChevronDown size={14} aria-hidden />}
          isDisabled={matches.length === 0}
          onPress={() => step(1)}
        />
        <CopyButton text={text} label={revealed === undefined ? 'Copy document, secrets masked' : 'Copy document'} />
      </div>
      {mark !== undefined && (
        <p className="raw__note">
          {mark.path === '' && 'The evidence is that a field is absent.'}
          {range?.isThere === true && <code>{mark.path}</code>}
          {range?.isThere === false && (
            <>
              The evidence is that there is no <code>{mark.path}</code>: it would stand at the marked line.
            </>
          )}
        </p>
      )}
      {details.masked.length > 0 && (
        <div className="raw__masked">
          <span>
            {revealed === undefined
              ? `${formatCount(details.masked.length, 'value')} masked`
              : `${formatCount(details.masked.length, 'secret value')} shown`}
          </span>
          {revealed === undefined ? (
            <Button className="button button--small" onPress={reveal}>
              <Eye size={14} aria-hidden /> Reveal secrets…
            </Button>
          ) : (
            <Button className="button button--small" onPress={() => setRevealed(undefined)}>
              <EyeOff size={14} aria-hidden /> Mask again
            </Button>
          )}
        </div>
      )}
      {/* A region that scrolls must be reachable by keyboard. */}
      <div
        ref={scroller}
        className="raw__lines scrolls"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label="Raw document"
      >
        <div className="virtual__space" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((item) => (
            <RawLine
              key={item.key}
              ref={rows.measureElement}
              number={item.index + 1}
              text={lines[item.index] ?? ''}
              top={item.start}
              matches={matches.filter(({ line }) => line === item.index)}
              current={current}
              isMarked={range !== undefined && item.index >= range.first && item.index <= range.last}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
