import type { NodeDetails } from '../inventory/worker/protocol/details-protocol.ts';
import { EvidenceButton } from './EvidenceList.tsx';

/** Where the document was read, and what in it no rule claims: the rule table may lack a rule. */
export function Provenance({ details }: { readonly details: NodeDetails }): React.JSX.Element {
  const { unclaimed, origins } = details;
  return (
    <>
      {unclaimed.length > 0 && (
        <section className="details__section" aria-label="Unclaimed references">
          <h4>
            Unclaimed references <span className="count">{unclaimed.length.toLocaleString('en')}</span>
          </h4>
          <p className="muted">They look like names of resources, but no link rule reads them. Check them by hand.</p>
          <ul className="evidences">
            {unclaimed.map((reference, index) => (
              <li key={index}>
                <EvidenceButton evidence={reference} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="details__section" aria-label="Read from">
        <h4>Read from</h4>
        {origins.length === 0 ? (
          <p className="muted">No document: the resource is only named by others.</p>
        ) : (
          <ul className="origins">
            {origins.map((origin) => (
              <li key={origin}>
                <code>{origin}</code>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
