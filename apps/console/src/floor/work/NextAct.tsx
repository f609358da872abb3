import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useHere } from '../frame/useStore.ts';
import { usePerform } from '../outbox/useOutbox.ts';
import { Button, Field, Notice } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import { useKeys } from '../scan/ScanContext.tsx';
import { keepSale } from '../till/saleDraft.ts';
import { queueQuery, type WorkView } from '../today/queries.ts';
import { ParcelSheet } from './ParcelSheet.tsx';
import { useSentence } from './useSentence.ts';
import type { Ticks } from './useTicks.ts';
import { workWords } from './words.ts';
import classes from './work.module.css';

const lastPlaceKey = 'floor.place';

/** The act that comes next, at the thumb; pending until the server has done it. */
export function NextAct({
  work,
  ticks,
  place,
  onPlace,
  onHandOver,
}: {
  work: WorkView;
  ticks: Ticks;
  place: string;
  onPlace(place: string): void;
  onHandOver(): void;
}) {
  const t = useWords(workWords);
  const language = useLanguage();
  const here = useHere();
  const navigate = useNavigate();
  const perform = usePerform();
  const { isMine } = useSentence(work);
  const { row, desk } = work;
  const [busy, setBusy] = useState(false);
  const [isSending, setSending] = useState(false);
  const [told, setTold] = useState<{ text: string; tone: 'brick' | 'brass' }>();
  const queue = useQuery(queueQuery(here.id, language));
  const places = usualPlaces(queue.data?.items ?? [], place);

  const act = async (deed: 'take' | 'ready' | 'reverse' | 'send' | 'arrive', url: string, body: unknown) => {
    setBusy(true);
    setTold(undefined);
    const outcome = await perform({ deed, about: row.code, url: `/api/staff/fulfilments/${row.id}/${url}`, body });
    setBusy(false);
    if (outcome.state === 'kept') setTold({ text: t('kept'), tone: 'brass' });
    if (outcome.state === 'refused') setTold({ text: problemText(outcome.problem, language), tone: 'brick' });
    return outcome.state;
  };
  const take = (takeOver: boolean) => void act('take', 'take', takeOver ? { takeOver } : {});
  const ready = () => {
    if (!place.trim()) {
      setTold({ text: t('placeMissing'), tone: 'brick' });
      return;
    }
    localStorage.setItem(lastPlaceKey, place.trim());
    void act('ready', 'ready', { place: place.trim() });
  };
  const sellToday = () => {
    keepSale({
      lines: row.items.map((item) => ({ variantId: item.variantId, quantity: item.quantity })),
      customerId: desk.customer?.id,
    });
    void navigate({ to: '/floor/till' });
  };
  const holdAgain = async () => {
    const [item] = row.items;
    if (!item || !desk.customer) return;
    setBusy(true);
    const outcome = await perform({
      deed: 'hold',
      about: row.code,
      url: '/api/staff/holds',
      body: {
        person: { customerId: desk.customer.id },
        variantId: item.variantId,
        locationId: here.id,
        quantity: item.quantity,
      },
    });
    setBusy(false);
    if (outcome.state === 'done') await navigate({ to: '/floor', search: { stage: 'aside' } });
    if (outcome.state === 'kept') setTold({ text: t('kept'), tone: 'brass' });
    if (outcome.state === 'refused') setTold({ text: problemText(outcome.problem, language), tone: 'brick' });
  };
  const isComing = row.sentTo?.id === here.id;
  const isExpired = desk.verdict === 'expired' && row.state !== 'handed_over';
  const mayHandOver =
    row.state === 'ready' || ((row.state === 'picking' || row.state === 'to_pick') && row.kind !== 'ship');
  useKeys({
    Enter: () => undefined,
    h: () => {
      if (!isExpired && mayHandOver) onHandOver();
    },
  });

  return (
    <div className={classes.next}>
      {told && (
        <Notice tone={told.tone} role="alert">
          <span>{told.text}</span>
        </Notice>
      )}
      {isComing ? (
        row.isArriving && (
          <Button kind="primary" wide busy={busy} onClick={() => void act('arrive', 'arrive', {})}>
            {t('arrived')}
          </Button>
        )
      ) : isExpired && row.kind === 'hold' && desk.customer && row.items.length === 1 && (desk.freeHere ?? 0) > 0 ? (
        <>
          <Button wide onClick={sellToday}>
            {t('sellToday')}
          </Button>
          <Button kind="primary" wide busy={busy} onClick={() => void holdAgain()}>
            {t('holdAgain')}
          </Button>
        </>
      ) : isExpired || row.state === 'cancelled' ? (
        <Button kind="primary" wide onClick={sellToday}>
          {t('sellToday')}
        </Button>
      ) : row.state === 'to_pick' ? (
        <Button kind="primary" wide busy={busy} onClick={() => take(false)}>
          {t('take')}
        </Button>
      ) : row.state === 'picking' && isMine ? (
        <>
          <div className={classes.placeRow}>
            <Field
              label={t('placeLabel')}
              placeholder={t('placeHint')}
              value={place}
              maxLength={60}
              onChange={(event) => onPlace(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') ready();
              }}
            />
            {places.length > 0 && (
              <div className={classes.places}>
                {places.map((one) => (
                  <Button key={one} onClick={() => onPlace(one)}>
                    {one}
                  </Button>
                ))}
              </div>
            )}
          </div>
          <Button kind="primary" wide busy={busy} onClick={ready}>
            {ticks.done === ticks.all ? t('markReady') : t('readyCount', { done: ticks.done, all: ticks.all })}
          </Button>
        </>
      ) : row.state === 'picking' ? (
        <Button kind="primary" wide busy={busy} onClick={() => take(true)}>
          {t('takeOver', { name: row.pickedBy?.name ?? '' })}
        </Button>
      ) : row.state === 'ready' && row.kind !== 'ship' ? (
        <Button kind="primary" wide onClick={onHandOver}>
          {t('handOver')}
        </Button>
      ) : row.state === 'ready' ? (
        <Button
          kind="primary"
          wide
          busy={busy}
          onClick={() => (row.sentTo ? void act('send', 'send', {}) : setSending(true))}
        >
          {t('sendNow')}
        </Button>
      ) : row.state === 'not_found' && work.shortages.length === 0 ? (
        <Button kind="primary" wide busy={busy} onClick={() => void act('reverse', 'reverse', { reason: t('found') })}>
          {t('found')}
        </Button>
      ) : null}
      {isSending && (
        <ParcelSheet
          row={row}
          isSent={false}
          onClose={() => setSending(false)}
          onConfirm={(parcel) => {
            setSending(false);
            void act('send', 'send', parcel);
          }}
        />
      )}
    </div>
  );
}

/** Where things lie in this store, most used first, with the last one of this device in front. */
function usualPlaces(rows: readonly { place: string | null }[], typed: string): string[] {
  const counts = new Map<string, number>();
  for (const row of rows) if (row.place) counts.set(row.place, (counts.get(row.place) ?? 0) + 1);
  const last = localStorage.getItem(lastPlaceKey);
  const known = [...counts].sort((a, b) => b[1] - a[1]).map(([place]) => place);
  return [...new Set([...(last ? [last] : []), ...known])].filter((one) => one !== typed).slice(0, 4);
}
