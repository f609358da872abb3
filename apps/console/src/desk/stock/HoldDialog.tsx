import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconBookmark } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '@throughline/client';
import { formatDay, formatDayAndTime } from '@throughline/ui/format';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog, focusWhenShown } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { nameOf } from '../nameOf.ts';
import {
  type Hold,
  keys,
  type Level,
  type Panel,
  type ThreadPage,
  useLocations,
  useVariantStock,
  useZone,
} from '../queries.ts';
import { tell } from '../signals.ts';
import { deskWords } from '../words.ts';
import classes from './stock.module.css';
import { useHoldEnds } from './useHoldEnds.ts';
import { stockWords } from './words.ts';

interface Props {
  variantId: string;
  title: string;
  levels: readonly Level[];
  /** The store that was chosen; the best one unless said. */
  locationId?: string;
  near: string;
  panel: Panel;
  page: ThreadPage;
  onLookAt: (variantId: string) => void;
  onClose: () => void;
}

/** Holds goods in a store for this customer: Enter takes what is proposed. A refusal says why, and offers what there is. */
export function HoldDialog(props: Props) {
  const { variantId, title, panel, page, onClose } = props;
  const t = useWords(stockWords);
  const d = useWords(deskWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const { data: stock } = useVariantStock(variantId, props.near);
  const { data: locations } = useLocations();
  const stores = (stock?.levels ?? props.levels).filter((level) => level.mayHold);
  const [chosenStore, chooseStore] = useState(props.locationId);
  const store = stores.find((level) => level.locationId === chosenStore) ?? stores[0];
  const { data: ends } = useHoldEnds(store?.locationId);
  const [days, setDays] = useState<number>();
  const end = ends?.ends.find((one) => one.days === days) ?? ends?.ends.at(-1);
  const [quantity, setQuantity] = useState(1);
  const [name, setName] = useState(page.claimed.name ?? '');
  const [note, setNote] = useState('');
  // A key for each different wish: sent again after a lost answer, it is held once.
  const [key, setKey] = useState(newKey);
  const needsName = panel.customer.name === null;
  const say = (until: string | undefined) => (until && ends ? formatDayAndTime(until, language, ends.zone) : '…');

  const hold = useMutation({
    mutationFn: async (locationId: string): Promise<Hold> => {
      if (needsName && name.trim()) {
        const [givenName = '', ...family] = name.trim().split(/\s+/);
        await unwrap(
          api.POST('/api/staff/customers/{id}/name', {
            params: { path: { id: panel.customer.id } },
            body: { givenName, ...(family.length > 0 ? { familyName: family.join(' ') } : {}) },
          }),
        );
      }
      const held = await unwrap(
        api.POST('/api/staff/holds', {
          params: { header: { 'idempotency-key': key } },
          body: {
            person: { threadId: page.thread.id },
            variantId,
            locationId,
            quantity,
            ...(days === undefined ? {} : { length: { days } }),
          },
        }),
      );
      if (note.trim()) {
        await unwrap(
          api.POST('/api/staff/threads/{id}/messages', {
            params: { path: { id: page.thread.id } },
            body: { text: note.trim(), internal: true, clientKey: `hold-note-${held.id}` },
          }),
        );
      }
      return held;
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: keys.thread(page.thread.id) });
      void queries.invalidateQueries({ queryKey: keys.panel(panel.customer.id) });
      void queries.invalidateQueries({ queryKey: keys.stock });
      void queries.invalidateQueries({ queryKey: keys.inbox });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (store) hold.mutate(store.locationId);
  };
  const change = (what: () => void) => {
    what();
    setKey(newKey());
    if (hold.isError) hold.reset();
  };
  const finish = () => {
    onClose();
    if (hold.isSuccess) requestAnimationFrame(() => tell('compose', { mode: 'reply' }));
  };
  const customer = nameOf(panel.customer.name, page.claimed.name, d('someone'));
  if (hold.data) {
    return (
      <Dialog onClose={finish} title={t('done')}>
        <Done hold={hold.data} panel={panel} zone={ends?.zone} />
        <div className={classes.dialogActs}>
          <Button ref={focusWhenShown} onClick={finish}>
            {t('close')}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog onClose={onClose} title={t('dialogTitle', { name: customer })}>
      <form onSubmit={submit}>
        <p className={classes.what}>
          <IconBookmark size={16} stroke={1.75} aria-hidden="true" /> {title}
        </p>
        {stock && stores.length === 0 && !hold.isError && (
          <p role="alert" className={classes.bad}>
            {t('noStore')}
          </p>
        )}
        <NativeSelect
          label={t('store')}
          value={store?.locationId ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            change(() => chooseStore(value));
          }}
          data={stores.map((level) => ({
            value: level.locationId,
            label: `${level.name} · ${t('freeN', { n: level.available })}`,
          }))}
        />
        <div className={classes.two}>
          <NativeSelect
            label={t('until')}
            value={String(end?.days ?? '')}
            onChange={(event) => {
              const { value } = event.currentTarget;
              change(() => setDays(Number(value)));
            }}
            data={(ends?.ends ?? []).map((one, index, all) => ({
              value: String(one.days),
              label: `${say(one.until)}${index === all.length - 1 ? ` (${t('usual')})` : ''}`,
            }))}
          />
          <NumberInput
            label={t('quantity')}
            min={1}
            max={Math.max(1, store?.available ?? 1)}
            value={quantity}
            allowDecimal={false}
            onChange={(value) => change(() => setQuantity(Math.max(1, Number(value) || 1)))}
          />
        </div>
        {needsName && (
          <TextInput
            mt="sm"
            label={t('inName')}
            description={t('nameHint')}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <Textarea
          mt="sm"
          label={t('note')}
          description={t('noteHint')}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {hold.error && (
          <Refused
            error={hold.error}
            store={locations?.get(hold.variables ?? '')?.name ?? store?.name ?? ''}
            zone={ends?.zone}
            onStore={(locationId) => {
              setKey(newKey());
              chooseStore(locationId);
              setTimeout(() => hold.mutate(locationId));
            }}
            onSay={(text) => {
              onClose();
              requestAnimationFrame(() => tell('compose', { text, mode: 'reply' }));
            }}
            onLookAt={props.onLookAt}
          />
        )}
        <div className={classes.dialogActs}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            ref={focusWhenShown}
            data-autofocus
            loading={hold.isPending}
            disabled={stock !== undefined && !store}
          >
            {t('confirm', { until: say(end?.until) })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Done({ hold, panel, zone }: { hold: Hold; panel: Panel; zone: string | undefined }) {
  const t = useWords(stockWords);
  const language = useLanguage();
  const hasMail = panel.customer.email !== null;
  return (
    <div role="status" className={classes.done}>
      <p className={classes.bigCode}>
        <span>{t('code')}</span> {hold.code}
      </p>
      <p>
        <b>{hold.lines.map((line) => [line.title, line.optionsText].filter(Boolean).join(', ')).join('; ')}</b>
        <br />
        {hold.locationName}
        {hold.until ? ` · ${formatDayAndTime(hold.until, language, zone ?? 'Europe/Warsaw')}` : ''}
      </p>
      <p className={classes.soft}>
        {t('doneText', { mail: hasMail ? t('doneMail') : '' })} {hasMail ? '' : t('doneNoMail')}
      </p>
    </div>
  );
}

interface Alternative {
  kind: 'pickup_elsewhere' | 'delivery' | 'arriving' | 'other_variant';
  variantId: string;
  locationId?: string;
  locationName?: string;
  available?: number;
  readyAt?: string;
  earliest?: string;
  latest?: string;
  expectedAt?: string;
  title?: Record<string, string>;
  optionsText?: Record<string, string>;
}

function Refused(props: {
  error: Error;
  store: string;
  zone: string | undefined;
  onStore: (locationId: string) => void;
  onSay: (text: string) => void;
  onLookAt: (variantId: string) => void;
}) {
  const { error, store, onStore, onSay, onLookAt } = props;
  const t = useWords(stockWords);
  const language = useLanguage();
  const retailerZone = useZone();
  const { data: locations } = useLocations();
  const zone = props.zone ?? retailerZone;
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const when = (value: unknown) => (typeof value === 'string' ? formatDayAndTime(value, language, zone) : '');
  const why =
    problem?.code === 'insufficient_stock'
      ? t('insufficient', { store })
      : problem?.code === 'already_exists'
        ? t('already', { until: when(problem.until) })
        : problem?.code === 'hold_limit_exceeded'
          ? t('tooLong', { until: when(problem.latest) })
          : problem?.code === 'not_offered'
            ? t('notOffered')
            : problem?.code === 'price_missing'
              ? t('noPrice')
              : problem?.code === 'offline'
                ? t('offline')
                : error.message;
  const alternatives = (problem?.alternatives ?? []) as unknown as Alternative[];
  return (
    <div role="alert" className={classes.refused}>
      <p>
        <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
        <b>{t('refused')}.</b> {why}
      </p>
      {alternatives.length > 0 && (
        <>
          <h3>{t('instead')}</h3>
          <ul>
            {alternatives.map((one) => {
              const zoneThere = locations?.get(one.locationId ?? '')?.zone ?? zone;
              if (one.kind === 'pickup_elsewhere' && one.locationId)
                return (
                  <li key={`${one.kind}${one.locationId}`}>
                    <button type="button" onClick={() => onStore(one.locationId ?? '')}>
                      <b>{t('altStore', { store: one.locationName ?? '' })}</b>
                      <span>
                        {t('altStoreText', {
                          n: one.available ?? 0,
                          when: one.readyAt ? formatDayAndTime(one.readyAt, language, zoneThere) : '',
                        })}
                      </span>
                    </button>
                  </li>
                );
              if (one.kind === 'delivery') {
                const span = {
                  from: formatDay(one.earliest ?? '', language, zone),
                  to: formatDay(one.latest ?? '', language, zone),
                };
                return (
                  <li key={one.kind}>
                    <button type="button" onClick={() => onSay(t('altDeliveryMessage', span))}>
                      <b>{t('altDelivery')}</b>
                      <span>{t('altDeliveryText', span)}</span>
                    </button>
                  </li>
                );
              }
              if (one.kind === 'arriving') {
                const there = {
                  store: one.locationName ?? '',
                  day: formatDay(one.expectedAt ?? '', language, zoneThere),
                };
                return (
                  <li key={`${one.kind}${one.locationId}`}>
                    <button type="button" onClick={() => onSay(t('altArrivingMessage', there))}>
                      <b>{t('altArriving')}</b>
                      <span>{t('altArrivingText', there)}</span>
                    </button>
                  </li>
                );
              }
              return (
                <li key={one.variantId}>
                  <button type="button" onClick={() => onLookAt(one.variantId)}>
                    <b>{t('altOther', { title: one.title?.[language] ?? '' })}</b>
                    <span>{one.optionsText?.[language] ?? ''}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
