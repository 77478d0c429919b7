import { CopyButton } from '../controls/CopyButton.tsx';
import { displayText } from '../graph/style/label.ts';
import { Chip } from '../ui/Chip.tsx';
import { COVERAGE_WORDS, projectWords, type CoverageLine } from './coverage-lines.ts';

/** One reading: where, what, what became of it, and what can be done. */
export function CoverageLineView({ line }: { readonly line: CoverageLine }): React.JSX.Element {
  const { row, kind, location, count } = line;
  const { words, tone } = COVERAGE_WORDS[row.status];
  return (
    <div className="coverage-line">
      <span>{displayText(projectWords(row))}</span>
      <span>{displayText(location)}</span>
      <span>{kind}</span>
      <span>
        <Chip tone={tone}>{words}</Chip>
      </span>
      <span className="coverage-line__count">{count}</span>
      <span className="coverage-line__said">
        {row.resource !== undefined && <code>{displayText(row.resource)}</code>}
        {row.error !== undefined && <span>{displayText(row.error)}</span>}
        {row.role !== undefined && <CopyButton text={row.role} label={`Copy role ${row.role}`} />}
        {row.activationUrl !== undefined && (
          <CopyButton text={row.activationUrl} label={`Copy address: ${row.activationUrl}`} />
        )}
      </span>
    </div>
  );
}
