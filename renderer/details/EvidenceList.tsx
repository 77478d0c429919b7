import { FileSearch } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Evidence } from '../../shared/graph/graph.ts';
import { displayText } from '../graph/style/label.ts';
import { showEvidence } from '../state/view/node-operations.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { BreakableText } from '../ui/BreakableText.tsx';

/** Evidence brought in by "show more": nobody reads more at once, and a link can have thousands. */
const PAGE = 50;

export interface EvidenceListProps {
  /** `title` is that of the document, told where the link is not looked at from that document. */
  readonly evidence: readonly (Evidence & { readonly title?: string })[];
  /** How many are listed before "show more". */
  readonly first: number;
}

/** The fields that make a link. */
export function EvidenceList({ evidence, first }: EvidenceListProps): React.JSX.Element {
  const [listed, setListed] = useState(first);
  const left = evidence.length - listed;
  return (
    <>
      <ul className="evidences">
        {evidence.slice(0, listed).map(({ title, ...item }, index) => (
          <li key={index}>
            <EvidenceButton evidence={item} title={title} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button className="button button--small button--quiet" onPress={() => setListed(listed + PAGE)}>
          {left > PAGE
            ? `Show ${PAGE} more of ${evidence.length.toLocaleString('en')} mentions`
            : `Show all ${evidence.length.toLocaleString('en')} mentions`}
        </Button>
      )}
    </>
  );
}

export interface EvidenceButtonProps {
  readonly evidence: Evidence;
  /** Title of the document. */
  readonly title?: string | undefined;
}

/** The field that names a link's target; pressing it shows the place in the raw document. */
export function EvidenceButton({ evidence, title }: EvidenceButtonProps): React.JSX.Element {
  const workbench = useWorkbench();
  const { document, path, value, facts } = evidence;
  const extra = Object.entries(facts ?? {}).map(([name, fact]) => `${name} ${fact}`);
  const place = title === undefined ? '' : `, in ${displayText(title)}`;
  return (
    <Button
      className="evidence"
      aria-label={`Evidence: ${path === '' ? 'no field' : path}, ${displayText(value)}${place}`}
      onPress={() => workbench.run(() => showEvidence(workbench, document, path, value))}
    >
      <FileSearch size={14} aria-hidden />
      <span className="evidence__text">
        <span className="evidence__path">{path === '' ? 'the absence of a field' : path}</span>
        <code className="evidence__value">
          <BreakableText text={displayText(value)} />
        </code>
        {extra.length > 0 && <span className="muted">{displayText(extra.join(' · '))}</span>}
        {title !== undefined && <span className="evidence__document muted">in {displayText(title)}</span>}
      </span>
    </Button>
  );
}
