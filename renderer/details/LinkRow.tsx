import { FileSearch } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Evidence } from '../../shared/graph/graph.ts';
import { displayText } from '../graph/style/label.ts';
import type { LinkedNode } from '../inventory/worker/protocol.ts';
import { showEvidence } from '../state/node-operations.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { BreakableText } from '../ui/BreakableText.tsx';
import { Chip } from '../ui/Chip.tsx';
import { NodeRow } from './NodeRow.tsx';

/** Evidences listed before "show all". */
const FIRST = 2;

/** One link: the resource at its other end, how sure it is, and the fields that name it. */
export function LinkRow({ link }: { readonly link: LinkedNode }): React.JSX.Element {
  const { node, confidence, evidence, crosses } = link;
  const [all, setAll] = useState(false);
  const listed = all ? evidence : evidence.slice(0, FIRST);
  return (
    <li className="link-row">
      <NodeRow node={node} />
      {(confidence !== 'exact' || crosses.length > 0) && (
        <div className="link-row__chips">
          {confidence === 'heuristic' && <Chip tone="outline">heuristic: found in text</Chip>}
          {confidence === 'derived' && <Chip tone="outline">derived from several facts</Chip>}
          {crosses.map((border) => (
            <Chip key={border} tone="warning">
              other {border}
            </Chip>
          ))}
        </div>
      )}
      <ul className="evidences">
        {listed.map((item, index) => (
          <li key={index}>
            <EvidenceButton evidence={item} />
          </li>
        ))}
      </ul>
      {listed.length < evidence.length && (
        <Button className="button button--small button--quiet" onPress={() => setAll(true)}>
          Show all {evidence.length.toLocaleString('en')} mentions
        </Button>
      )}
    </li>
  );
}

/** The field that names a link's target; pressing it shows the place in the raw document. */
export function EvidenceButton({ evidence }: { readonly evidence: Evidence }): React.JSX.Element {
  const workbench = useWorkbench();
  const { document, path, value, facts } = evidence;
  const extra = Object.entries(facts ?? {}).map(([name, fact]) => `${name} ${fact}`);
  return (
    <Button
      className="evidence"
      aria-label={`Evidence: ${path === '' ? 'no field' : path}, ${displayText(value)}`}
      onPress={() => workbench.run(() => showEvidence(workbench, document, path, value))}
    >
      <FileSearch size={14} aria-hidden />
      <span className="evidence__text">
        <span className="evidence__path">{path === '' ? 'the absence of a field' : path}</span>
        <code className="evidence__value">
          <BreakableText text={displayText(value)} />
        </code>
        {extra.length > 0 && <span className="muted">{displayText(extra.join(' · '))}</span>}
      </span>
    </Button>
  );
}
