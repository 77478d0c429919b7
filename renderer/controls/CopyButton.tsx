import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { valueOf } from '../api/client.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { IconButton } from '../ui/IconButton.tsx';

const CONFIRM_MS = 1500;

/** Copies a text to the clipboard and shows for a moment that it did, or that it could not. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }): React.JSX.Element {
  const { main } = useWorkbench();
  const [outcome, setOutcome] = useState<'copied' | 'failed' | undefined>();
  useEffect(() => {
    if (outcome === undefined) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), CONFIRM_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  return (
    <IconButton
      small
      label={outcome === 'copied' ? 'Copied' : outcome === 'failed' ? 'Could not copy' : label}
      icon={outcome === 'copied' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      onPress={() => {
        valueOf(main.copyText({ text })).then(
          () => setOutcome('copied'),
          () => setOutcome('failed'),
        );
      }}
    />
  );
}
