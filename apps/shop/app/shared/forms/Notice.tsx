import type { ReactNode } from 'react';
import styles from './forms.module.css';

/** What just happened, or stands in the way: said to those who do not see it as well. */
export function Notice({
  kind = 'plain',
  title,
  children,
}: {
  kind?: 'plain' | 'good' | 'waiting' | 'fault';
  title?: string;
  children?: ReactNode;
}) {
  return (
    <div className={styles.notice} data-kind={kind} role={kind === 'fault' ? 'alert' : 'status'}>
      {title && <strong>{title}</strong>}
      {children && <div>{children}</div>}
    </div>
  );
}
