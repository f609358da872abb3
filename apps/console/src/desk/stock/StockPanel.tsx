import { Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp } from '@tabler/icons-react';
import { formatMoney } from '@throughline/ui/format';
import { useEffect, useRef, useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { leaveField } from '../../shared/leaveField.ts';
import { useActs } from '../../shell/keys/acts.ts';
import {
  type FoundGoods,
  type Level,
  type Panel,
  type ThreadPage,
  useGoods,
  useLocations,
  useVariantStock,
} from '../queries.ts';
import { SearchField } from '../SearchField.tsx';
import { useSignal } from '../signals.ts';
import { contextVariant } from '../thread/MessageView.tsx';
import { threadWords } from '../thread/words.ts';
import { deskWords } from '../words.ts';
import { titleOf } from './goods.ts';
import { HoldDialog } from './HoldDialog.tsx';
import { StockView } from './StockView.tsx';
import classes from './stock.module.css';
import { stockWords } from './words.ts';

/** Goods of all stores beside the conversation: what was asked about is there by itself, the rest by search. */
export function StockPanel({ panel, page }: { panel: Panel; page: ThreadPage }) {
  const t = useWords(stockWords);
  const w = useWords(threadWords);
  const desk = useWords(deskWords);
  const asked = askedAbout(page);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const query = usePaused(text.trim());
  const [picked, setPicked] = useState<string>();
  const [near, setNear] = useNear(panel);
  const nearest = usePaused(near.trim());
  const [day, setDay] = useState('');
  const variantId = picked ?? asked;
  const isSearching = query.length >= 2;
  const stock = useVariantStock(isSearching ? undefined : variantId, nearest, day);
  const goods = useGoods(query, nearest);
  const [holding, setHolding] = useState<{
    variantId: string;
    title: string;
    levels: readonly Level[];
    locationId?: string;
  }>();

  const look = (words: string) => {
    setText(words);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.select();
    });
  };
  useSignal('stock', (signal) => {
    if (signal.variantId) {
      setText('');
      setPicked(signal.variantId);
    } else look(signal.query ?? '');
  });
  const holdBest = () => {
    const data = stock.data;
    if (!data || isSearching) {
      notifications.show({ message: t('firstOfAll') });
      return;
    }
    setHolding({ variantId: data.variant.id, title: titleOf(data.variant), levels: data.levels });
  };
  const group = desk('conversation');
  useActs([
    { id: 'stock', label: w('stockKey'), group, key: 's', run: () => look(selectedWords()) },
    { id: 'hold', label: w('holdKey'), group, key: 'h', run: holdBest },
  ]);
  const pick = (item: FoundGoods) => {
    setPicked(item.variantId);
    setText('');
  };
  return (
    <section className={classes.stock} aria-label={t('title')}>
      <div className={classes.head}>
        <h3>{t('title')}</h3>
        <label className={classes.near}>
          <span>{t('near')}</span>
          <input
            value={near}
            placeholder={t('nearHint')}
            onChange={(event) => setNear(event.currentTarget.value)}
            maxLength={100}
          />
        </label>
      </div>
      <SearchField
        field={field}
        text={text}
        onChange={setText}
        placeholder={t('search')}
        label={`${t('title')}: ${t('search')}`}
        onChoose={(input) => {
          const first = goods.data?.items[0];
          if (!first || !isSearching) return;
          pick(first);
          // From here H holds it.
          leaveField(input);
        }}
      />
      {isSearching ? (
        <Results
          data={goods.data}
          isPending={goods.isPending}
          query={query}
          onPick={pick}
          onHold={(item) => setHolding({ variantId: item.variantId, title: titleOf(item), levels: [] })}
        />
      ) : !variantId ? (
        <p className={classes.soft}>{t('idle')}</p>
      ) : stock.data ? (
        <>
          {asked && picked && picked !== asked && (
            <button type="button" className={classes.link} onClick={() => setPicked(undefined)}>
              <IconArrowBackUp size={15} stroke={1.7} aria-hidden="true" /> {t('clear')}
            </button>
          )}
          {asked === variantId && <p className={classes.asked}>{t('asked')}</p>}
          <StockView
            stock={stock.data}
            day={day}
            onDay={setDay}
            onHold={(level) =>
              setHolding({
                variantId: stock.data.variant.id,
                title: titleOf(stock.data.variant),
                levels: stock.data.levels,
                locationId: level.locationId,
              })
            }
            onPick={setPicked}
          />
        </>
      ) : stock.isError ? (
        <p className={classes.soft} role="alert">
          {t('variantNone')}
        </p>
      ) : (
        <Skeleton height={160} />
      )}
      {holding && (
        <HoldDialog
          {...holding}
          near={nearest}
          panel={panel}
          page={page}
          onLookAt={(id) => {
            setHolding(undefined);
            setText('');
            setPicked(id);
          }}
          onClose={() => {
            setHolding(undefined);
          }}
        />
      )}
    </section>
  );
}

function Results(props: {
  data: { items: FoundGoods[]; correctedQuery: string | null } | undefined;
  isPending: boolean;
  query: string;
  onPick: (item: FoundGoods) => void;
  onHold: (item: FoundGoods) => void;
}) {
  const { data, isPending, query, onPick } = props;
  const t = useWords(stockWords);
  const language = useLanguage();
  if (isPending || !data) return <Skeleton height={160} />;
  if (data.items.length === 0) return <p className={classes.soft}>{t('nothing', { query })}</p>;
  return (
    <>
      {data.correctedQuery && <p className={classes.soft}>{t('corrected', { query: data.correctedQuery })}</p>}
      <ul className={classes.results}>
        {data.items.map((item) => {
          const free = item.ways.places.filter((place) => place.available > 0);
          return (
            <li key={item.variantId}>
              <button type="button" onClick={() => onPick(item)}>
                {item.pictureUrl ? (
                  <img src={item.pictureUrl} alt="" width={40} height={40} loading="lazy" />
                ) : (
                  <span />
                )}
                <span>
                  <b>{item.title}</b>
                  <span>{item.optionsText}</span>
                  <span>
                    {free.length > 0
                      ? free
                          .slice(0, 3)
                          .map((place) => `${place.name} ${place.available}`)
                          .join(' · ')
                      : t('noneFree')}
                  </span>
                </span>
                <span className={classes.price}>{item.price ? formatMoney(item.price.unit, language) : ''}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The goods the customer asked about last: what they looked at, or the card one of us sent. */
function askedAbout(page: ThreadPage): string | undefined {
  for (const message of page.messages.toReversed()) {
    const seen = contextVariant(message);
    if (seen) return seen;
    if (message.kind === 'product' && typeof message.data.variantId === 'string') return message.data.variantId;
  }
  return undefined;
}

/** Words selected on the page, as a question to the stock. */
const selectedWords = (): string => (getSelection()?.toString() ?? '').trim().replace(/\s+/g, ' ').slice(0, 120);

const towns = new Map<string, string>();

/** The customer's place: as typed here before, else the store of what is open with them. */
function useNear(panel: Panel): [string, (near: string) => void] {
  const { data: locations } = useLocations();
  const { id } = panel.customer;
  const known = [
    ...panel.holds.map((hold) => hold.locationId),
    ...panel.orders.flatMap((order) =>
      order.parts.filter((part) => part.kind !== 'ship').map((part) => part.locationId),
    ),
    ...panel.timeline.flatMap((entry) => entry.locationId ?? []),
  ]
    .map((locationId) => locations?.get(locationId))
    .find((location) => location?.kind === 'store')?.address.city;
  const [typed, setTyped] = useState(towns.get(id));
  return [
    typed ?? known ?? '',
    (near) => {
      towns.set(id, near);
      setTyped(near);
    },
  ];
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), text === '' ? 0 : 180);
    return () => clearTimeout(timer);
  }, [text]);
  return text === '' ? '' : paused;
}
