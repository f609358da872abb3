import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

/** A dialog that is there while it is rendered; the focus goes back to where it was, unless somebody took it meanwhile. */
export function Dialog(props: { title: ReactNode; onClose: () => void; size?: string; children: ReactNode }) {
  const { title, onClose, size, children } = props;
  const opener = useRef(document.activeElement);
  useEffect(() => {
    const before = opener.current;
    return () => {
      setTimeout(() => {
        const isFree = document.activeElement === null || document.activeElement === document.body;
        if (isFree && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    };
  }, []);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      returnFocus={false}
      transitionProps={{ duration: 120 }}
      closeButtonProps={{ 'aria-label': 'Esc' }}
      {...(size ? { size } : {})}
    >
      {children}
    </Modal>
  );
}

/** For the field or button a dialog begins with: `ref={focusWhenShown}`. Keys that follow at once must not go astray. */
export const focusWhenShown = (element: HTMLElement | null): void => element?.focus();
