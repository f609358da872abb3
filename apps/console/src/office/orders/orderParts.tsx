import { IconEdit, IconMail, IconNote, IconPackage, IconReceipt, IconShoppingBag } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { formatDay, formatDayAndTime, formatMoney, formatTime } from '@throughline/ui/format';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { State, type Tone, useRetailer } from '../../shared/page/index.ts';
import { useLive } from '../../shell/live.ts';
import classes from './orders.module.css';
import { orderWords } from './words.ts';

export type OrderPageData = Answer<'/api/staff/orders/{id}/page', 'get'>;
type Entry = OrderPageData['timeline'][number];

const tones: Record<OrderPageData['order']['state'], Tone> = {
  placed: 'waiting',
  paid: 'info',
  partly_fulfilled: 'waiting',
  completed: 'good',
  cancelled: 'plain',
};

export function OrderState({ state }: { state: OrderPageData['order']['state'] }) {
  const t = useWords(orderWords);
  return <State tone={tones[state]}>{t(`state_${state}`)}</State>;
}

export function useOrderPage(id: string) {
  const api = useApi();
  const language = useLanguage();
  const queries = useQueryClient();
  useLive(['orders.', 'fulfilment.', 'payments.'], () => void queries.invalidateQueries({ queryKey: ['order-page'] }));
  return useQuery({
    queryKey: ['order-page', id, language],
    queryFn: () => unwrap(api.GET('/api/staff/orders/{id}/page', { params: { path: { id } } })),
  });
}

export function NextAct({ page }: { page: OrderPageData }) {
  const t = useWords(orderWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const { next } = page;
  if (!next) return <p className={classes.soft}>{t('nothingNext')}</p>;
  const place = page.locations.find((one) => one.id === next.locationId);
  const key = `next_${next.act}` as 'next_pick';
  return (
    <p className={classes.next}>
      <strong>{t(key, { place: place?.name ?? '' })}</strong>
      {next.by && <span>{t('by', { time: formatDayAndTime(next.by, language, place?.zone ?? zone) })}</span>}
      {next.code && <span className={classes.code}>{next.code}</span>}
    </p>
  );
}

const icons = {
  change: IconEdit,
  note: IconNote,
  order: IconShoppingBag,
  work: IconPackage,
  payment: IconReceipt,
  mail: IconMail,
} as const;

/** Customer, system, colleagues and mails on one line of time. */
export function OrderTimeline({ page }: { page: OrderPageData }) {
  const t = useWords(orderWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const say = useEntryWords(page);
  let day = '';
  return (
    <ol className={classes.timeline} aria-label={t('timeline')}>
      {page.timeline.map((entry, index) => {
        const Shape = icons[entry.about as keyof typeof icons] ?? IconShoppingBag;
        const entryDay = formatDay(entry.at, language, zone);
        const isNewDay = entryDay !== day;
        day = entryDay;
        const { text, who } = say(entry);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of time only grows at its end.
          <li key={`${entry.at}${index}`} data-tone={isTrouble(entry) ? 'bad' : undefined}>
            {isNewDay && <span className={classes.day}>{entryDay}</span>}
            <Shape size={16} stroke={1.6} aria-hidden="true" />
            <time dateTime={entry.at}>{formatTime(entry.at, language, zone)}</time>
            <span>
              {text}
              <small>{who}</small>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

const isTrouble = ({ outcome, what }: Entry) =>
  outcome === 'failed' || outcome === 'declined' || what === 'not_found' || what === 'cancelled';

function useEntryWords(page: OrderPageData) {
  const t = useWords(orderWords);
  const language = useLanguage();
  const word = (key: string, fallback: string): string => {
    const known = t(key as 'title');
    return known === key ? fallback : known;
  };
  return (entry: Entry): { text: string; who: string } => {
    const place = page.locations.find((one) => one.id === entry.locationId)?.name;
    const kind = entry.actor?.split(':')[0];
    const actor =
      entry.actorName ??
      (kind === 'shopper' || kind === 'anonymous'
        ? t('theCustomer')
        : kind === 'machine'
          ? t('machine')
          : entry.about === 'order' || entry.about === 'change' || entry.about === 'work'
            ? t('system')
            : '');
    const who = [actor, place, entry.about === 'mail' ? entry.text : null].filter(Boolean).join(' · ');
    const detail = entry.text && entry.about !== 'mail' ? ` (${entry.text})` : '';
    switch (entry.about) {
      case 'note':
        return { text: entry.text ?? '', who: [t('note'), actor].filter(Boolean).join(' · ') };
      case 'change': {
        const amount = entry.amount ? `, ${formatMoney(entry.amount, language, 'exact')}` : '';
        const choice = entry.outcome ? `: ${word(`choice_${entry.outcome}`, entry.outcome)}` : '';
        return { text: `${word(`c_${entry.what}`, entry.what)}${choice}${amount}${detail}`, who };
      }
      case 'work':
        return {
          text: `${word(`work_${entry.outcome}`, entry.outcome ?? '')}: ${word(`w_${entry.what}`, entry.what)}${detail}`,
          who,
        };
      case 'payment':
        return {
          text: `${word(`p_${entry.what}`, entry.what)}: ${entry.amount ? formatMoney(entry.amount, language, 'exact') : ''}, ${word(`p_${entry.outcome}`, entry.outcome ?? '')}${detail}`,
          who,
        };
      case 'mail':
        return {
          text: `${t('mail')}: ${word(`m_${entry.what}`, entry.what)}, ${word(`mail_${entry.outcome}`, entry.outcome ?? '')}`,
          who,
        };
      default:
        return { text: `${word(`state_${entry.what}`, entry.what)}${detail}`, who };
    }
  };
}
