import { useShared } from '../../state/use-workbench.ts';
import { CopyButton } from '../../controls/CopyButton.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import './dialogs.css';

/** Name and versions, to be copied into a report. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const info = useShared('app', (state) => state.info);
  const rows =
    info === undefined
      ? []
      : [
          [info.name, info.version],
          [info.fallbackRuntime ? 'Electron (test runtime)' : 'Electron', info.electron],
          ['Chromium', info.chromium],
          ['Node.js', info.node],
          ['Platform', info.platform],
        ];
  return (
    <DialogFrame title="About" onClose={onClose}>
      <p>
        Explores what every Vertex AI custom job runs as, runs on, reads, writes, is encrypted by and produced.
        Apache-2.0 licence.
      </p>
      <dl className="versions">
        {rows.map(([name, version]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{version}</dd>
          </div>
        ))}
      </dl>
      <div className="versions__copy">
        Copy the versions
        <CopyButton text={rows.map((row) => row.join(' ')).join('\n')} label="Copy versions" />
      </div>
    </DialogFrame>
  );
}
