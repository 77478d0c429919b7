import type { ReactNode } from 'react';
import { Button, Form } from 'react-aria-components';
import { DialogFrame } from './DialogFrame.tsx';

export interface FormDialogProps {
  readonly title: string;
  /** The button that does what is asked for. */
  readonly button: string;
  /** Nothing can be done yet: something is missing or wrong, which the form says. */
  readonly isLacking: boolean;
  readonly className: string;
  readonly children: ReactNode;
  /** Called after the dialog is closed. */
  readonly onSubmit: () => void;
  readonly onClose: () => void;
}

/** A modal dialog with fields. Its button and Enter do what is asked for; all other ways out of it do nothing. */
export function FormDialog(props: FormDialogProps): React.JSX.Element {
  const { title, button, isLacking, className, children, onSubmit, onClose } = props;

  function submit(): void {
    if (isLacking) return;
    onClose();
    onSubmit();
  }

  return (
    <DialogFrame
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button className="button" onPress={onClose}>
            Cancel
          </Button>
          <Button className="button button--primary" isDisabled={isLacking} onPress={submit}>
            {button}
          </Button>
        </>
      }
    >
      <Form
        className={className}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {children}
      </Form>
    </DialogFrame>
  );
}
