import { ALL_FINDINGS } from '../../shared/findings/filter-findings.ts';
import { Posture } from '../findings/Posture.tsx';
import { useFindings } from '../findings/useFindings.ts';

/** How the inventory stands by the rules, at its start. */
export function PostureSection({ revision }: { readonly revision: object }): React.JSX.Element {
  const answer = useFindings(revision, ALL_FINDINGS);
  return (
    <section className="details__section" aria-label="Posture" aria-busy={answer.status === 'loading'}>
      <h4>Posture</h4>
      {answer.status === 'loading' && <p role="status">The rules are judging the inventory…</p>}
      {answer.status === 'failed' && <p role="alert">The findings could not be worked out: {answer.message}</p>}
      {answer.status === 'ready' && <Posture overview={answer.value} />}
    </section>
  );
}
