import type { FindingsOverview } from '../inventory/worker/findings-protocol.ts';

/** How the inventory stands, family by family. What is unknown is as large as what failed, and nothing says that all is well. */
export function Posture({ overview }: { readonly overview: FindingsOverview }): React.JSX.Element {
  const { posture } = overview;
  const total = (key: 'failed' | 'unknown' | 'accepted'): string =>
    posture.reduce((sum, family) => sum + family[key], 0).toLocaleString('en');
  return (
    <div className="posture">
      <ul className="posture__totals" aria-label="Findings in all">
        <li className="posture__total posture__total--failed">
          <strong>{total('failed')}</strong> failed
        </li>
        <li className="posture__total posture__total--unknown">
          <strong>{total('unknown')}</strong> unknown, because not collected
        </li>
        <li className="posture__total">
          <strong>{total('accepted')}</strong> accepted
        </li>
      </ul>
      <table className="posture__table">
        <thead>
          <tr>
            <th scope="col">Family</th>
            <th scope="col">Failed</th>
            <th scope="col">Unknown</th>
            <th scope="col">Accepted</th>
            <th scope="col">Resources looked at</th>
          </tr>
        </thead>
        <tbody>
          {posture.map(({ family, failed, unknown, accepted, examined }) => (
            <tr key={family}>
              <th scope="row">{family}</th>
              <td>{failed.toLocaleString('en')}</td>
              <td>{unknown.toLocaleString('en')}</td>
              <td>{accepted.toLocaleString('en')}</td>
              <td>{examined.toLocaleString('en')}</td>
            </tr>
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
