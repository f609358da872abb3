import { useQuery } from '@tanstack/react-query';
import { createApi, unwrap } from '@throughline/client';
import { formatDayAndTime } from '@throughline/ui/format';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useHere } from '../frame/useStore.ts';
import { Sheet, Skeletons } from '../parts/index.tsx';
import classes from './stock.module.css';
import { stockWords } from './words.ts';

const signed = (n: number) => (n > 0 ? `+${n}` : String(n));

/** The last movements of the level here, newest first. */
export function Ledger({ variantId, onClose }: { variantId: string; onClose(): void }) {
  const t = useWords(stockWords);
  const language = useLanguage();
  const here = useHere();
  const ledger = useQuery({
    queryKey: ['floor', 'ledger', variantId, here.id],
    queryFn: () =>
      unwrap(
        createApi({ language }).GET('/api/staff/stock/{variantId}/{locationId}/ledger', {
          params: { path: { variantId, locationId: here.id }, query: { limit: 30 } },
        }),
      ),
  });
  return (
    <Sheet title={t('ledgerTitle')} onClose={onClose}>
      {ledger.data ? (
        <ul className={classes.ledger}>
          {ledger.data.items.map((row) => (
            <li key={row.seq}>
              <time dateTime={row.at}>{formatDayAndTime(row.at, language, here.zone)}</time>
              <span>
                {row.onHandDelta !== 0 && <b>{t('onHandDelta', { n: signed(row.onHandDelta) })} </b>}
                {row.reservedDelta !== 0 && <b>{t('reservedDelta', { n: signed(row.reservedDelta) })} </b>}
                {row.reason}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <Skeletons count={4} height={56} />
      )}
    </Sheet>
  );
}
