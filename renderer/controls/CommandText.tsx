import { CopyButton } from './CopyButton.tsx';
import './command.css';

/** A command for a terminal, to be copied. */
export function CommandText({ command }: { readonly command: string }): React.JSX.Element {
  return (
    <div className="command">
      <code>{command}</code>
      <CopyButton text={command} label={`Copy command: ${command}`} />
    </div>
  );
}
