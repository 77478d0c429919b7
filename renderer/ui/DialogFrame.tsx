import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './IconButton.tsx';
import './controls.css';

export interface DialogFrameProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons. */
  readonly foot?: ReactNode;
  readonly wide?: boolean;
  /** A question that needs an answer rather than something to read. */
  readonly role?: 'dialog' | 'alertdialog';
}

/** A modal dialog: keeps the focus, closes on Escape and on a click beside it, gives the focus back. */
export function DialogFrame(props: DialogFrameProps): React.JSX.Element {
  const { title, onClose, children, foot, wide = false, role = 'dialog' } = props;
  return (
    <ModalOverlay
      className="dialog-backdrop"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={wide ? 'dialog-frame dialog-frame--wide' : 'dialog-frame'}>
        <Dialog className="dialog" role={role}>
          <div className="dialog__head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label="Close" icon={<X size={16} aria-hidden />} onPress={onClose} />
          </div>
          {/* A stop for the Tab key, so that a long text without controls can be scrolled by keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="dialog__body scrolls" role="region" aria-label={title} tabIndex={0}>
            {children}
          </div>
          {foot !== undefined && <div className="dialog__foot">{foot}</div>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
