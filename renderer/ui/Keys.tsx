import './controls.css';

/** The keys of a shortcut, as printed on the keyboard. */
export function Keys({ keys }: { readonly keys: readonly string[] }): React.JSX.Element {
  return (
    <span className="keys">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
