import { Button } from 'react-aria-components';
import type { FindingFilter } from '../../shared/findings/filter-findings.ts';
import { SEVERITIES } from '../../shared/findings/finding.ts';
import type { FamilyPosture } from '../../shared/findings/report/report.ts';
import type { FindingsOverview } from '../inventory/worker/protocol/findings-protocol.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { quietFamily, statusWord } from './finding-words.ts';
import { SeverityMark } from './SeverityMark.tsx';
import './findings.css';

const STATUSES = ['fail', 'unknown', 'accepted'] as const;
const COUNTS = { fail: 'failed', unknown: 'unknown', accepted: 'accepted' } as const;
const TOTALS = { fail: 'failed', unknown: 'unknown, because not collected', accepted: 'accepted' } as const;

/**
 * How the inventory stands, family by family; each number opens the findings it counts. What is unknown is as large as what
 * failed, and nothing says that all is well.
 */
export function Posture({ overview }: { readonly overview: FindingsOverview }): React.JSX.Element {
  const { posture, bySeverity } = overview;
  const show = useShowFindings();
  const total = (status: (typeof STATUSES)[number]): number =>
    posture.reduce((sum, family) => sum + family[COUNTS[status]], 0);
  return (
    <div className="posture">
      <ul className="posture__totals" aria-label="Findings in all">
        {STATUSES.map((status) => (
          <li key={status} className={`posture__total posture__total--${status}`}>
            <Button className="posture__open" onPress={() => show({ statuses: [status] })}>
              <strong>{total(status).toLocaleString('en')}</strong> {TOTALS[status]}
            </Button>
          </li>
        ))}
      </ul>
      {SEVERITIES.some((severity) => bySeverity[severity] > 0) && (
        <ul className="posture__severities" aria-label="Failed by severity">
          {SEVERITIES.filter((severity) => bySeverity[severity] > 0).map((severity) => (
            <li key={severity}>
              <Button className="posture__open" onPress={() => show({ statuses: ['fail'], severities: [severity] })}>
                <SeverityMark severity={severity} /> {bySeverity[severity].toLocaleString('en')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <table className="posture__table">
        <thead>
          <tr>
            <th scope="col">Family</th>
            <th scope="col">Failed</th>
            <th scope="col">Unknown</th>
            <th scope="col">Accepted</th>
            <th scope="col">Looked at</th>
          </tr>
        </thead>
        <tbody>
          {posture.map((family) => (
            <FamilyRow key={family.family} posture={family} />
          ))}
        </tbody>
      </table>
      <p className="posture__note">
        A finding is what a rule saw. Where nothing is listed nothing was found, which is not a promise that there is
        nothing.
      </p>
    </div>
  );
}

function FamilyRow({ posture }: { readonly posture: FamilyPosture }): React.JSX.Element {
  const show = useShowFindings();
  const { family, failed, unknown, examined } = posture;
  return (
    <tr>
      <th scope="row">
        {family}
        {failed + unknown === 0 && <span className="posture__quiet">{quietFamily(posture)}</span>}
      </th>
      {STATUSES.map((status) => (
        <td key={status}>
          {posture[COUNTS[status]] === 0 ? (
            '0'
          ) : (
            <Button
              className={`posture__open posture__open--${status}`}
              aria-label={`${posture[COUNTS[status]]} ${statusWord(status)}, ${family}`}
              onPress={() => show({ statuses: [status], families: [family] })}
            >
              {posture[COUNTS[status]].toLocaleString('en')}
            </Button>
          )}
        </td>
      ))}
      <td>{examined.toLocaleString('en')}</td>
    </tr>
  );
}

/** Returns what opens some findings in the pane. */
function useShowFindings(): (filter: Partial<FindingFilter>) => void {
  const { panes } = useWorkbench();
  const show = useShared('findings', (state) => state.show);
  return (filter) => {
    show(filter, 'rule');
    panes.getState().show('findings');
  };
}
