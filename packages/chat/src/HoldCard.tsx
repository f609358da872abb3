import { formatDayAndTime } from '@throughline/ui/format';
import styles from './chat.module.css';
import type { ItemProps } from './MessageItem.tsx';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What is held, until when and where, with the code; how it ended is one line. */
export function HoldCard({ message, goods, language, zone, say, Link }: ItemProps) {
  const { data } = message;
  const happened = text(data.happened);
  const store = text(data.locationName);
  const href = `/${language}/holds/${text(data.reservationId)}`;
  if (
    happened === 'released' ||
    happened === 'expired' ||
    happened === 'not_found' ||
    happened === 'at_risk' ||
    happened === 'safe'
  ) {
    return (
      <li className={styles.line}>
        {say(happened, { store })} <Link href={href}>{say('showHold')}</Link>
      </li>
    );
  }
  const lines = Array.isArray(data.lines) ? (data.lines as unknown[]) : [];
  const [first] = lines.flatMap((line) => {
    const id = typeof line === 'object' && line !== null && 'variantId' in line ? text(line.variantId) : '';
    const found = goods.get(id);
    return found ? [found] : [];
  });
  return (
    <li className={styles.message}>
      <Link href={href} className={styles.card} data-kind={happened === 'ready' ? 'ready' : 'held'}>
        {first?.pictureUrl && <img src={first.pictureUrl} alt="" width={72} height={54} />}
        <span>
          <strong>
            {say(happened === 'ready' ? 'readyTitle' : happened === 'moved' ? 'movedTitle' : 'heldTitle')}
          </strong>
          {first && <small>{[first.title, first.optionsText].filter(Boolean).join(', ')}</small>}
          <small>
            {store}
            {data.until ? `, ${say('until', { when: formatDayAndTime(text(data.until), language, zone) })}` : ''}
          </small>
          {text(data.code) && (
            <b>
              {say('code')} {text(data.code)}
            </b>
          )}
        </span>
      </Link>
    </li>
  );
}
