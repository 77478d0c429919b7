import { Fragment } from 'react';

/** A long name that breaks after its own separators, before it breaks anywhere else. */
export function BreakableText({ text }: { readonly text: string }): React.JSX.Element {
  return (
    <>
      {text.split(/(?<=[/@:.-])/).map((part, index) => (
        <Fragment key={index}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </>
  );
}
