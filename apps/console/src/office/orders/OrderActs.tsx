import { Alert, Button, Checkbox, MultiSelect, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '@throughline/client';
import { formatDayAndTime } from '@throughline/ui/format';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { Section, useLocations } from '../../shared/page/index.ts';
import type { OrderPageData } from './orderParts.tsx';
import classes from './orders.module.css';
import { orderWords } from './words.ts';

type Work = OrderPageData['work'][number];
const open = ['to_pick', 'picking', 'ready', 'not_found'];

/** What staff change of an order after it was placed: cancel, another store, longer. */
export function OrderActs({ page }: { page: OrderPageData }) {
  const t = useWords(orderWords);
  const pickups = page.work.filter((work) => work.kind === 'pickup' && open.includes(work.state));
  if (page.cancellable.length === 0 && pickups.length === 0) return null;
  return (
    <Section title={t('acts')}>
      <div className={classes.noPrint}>
        {page.missing > 0 && (
          <Alert color="red" role="status">
            {t('missing', { n: page.missing })}
          </Alert>
        )}
        {pickups.map((work) => (
          <ChangePickup key={work.id} page={page} work={work} />
        ))}
        {page.cancellable.length > 0 && <CancelParts key={page.order.version} page={page} />}
      </div>
    </Section>
  );
}

function useAct<Input>(act: (input: Input) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['order-page'] }),
  });
}

function Refused({ error }: { error: Error | null }) {
  if (!error) return null;
  return (
    <Alert color="red" role="alert">
      {error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : error.message}
    </Alert>
  );
}

function CancelParts({ page }: { page: OrderPageData }) {
  const t = useWords(orderWords);
  const language = useLanguage();
  const api = useApi();
  const [chosen, setChosen] = useState<Record<string, number>>({});
  const [reason, setReason] = useState('');
  const lines = page.order.lines.filter((line) => page.cancellable.includes(line.id));
  const cancel = useAct(() =>
    unwrap(
      api.POST('/api/staff/orders/{id}/cancel', {
        params: { path: { id: page.order.id }, header: { 'idempotency-key': crypto.randomUUID() } },
        body: {
          reason: reason.trim(),
          lines: Object.entries(chosen).map(([lineId, quantity]) => ({ lineId, quantity })),
        },
      }),
    ),
  );
  return (
    <details className={classes.act}>
      <summary>{t('cancelTitle')}</summary>
      <p className={classes.soft}>{t('cancelText')}</p>
      {lines.map((line) => {
        const title = [line.snapshot.title?.[language], line.snapshot.options?.[language]].filter(Boolean).join(', ');
        return (
          <div key={line.id} className={classes.actRow}>
            <Checkbox
              label={`${line.quantity} × ${title}`}
              checked={line.id in chosen}
              onChange={(event) => {
                const { [line.id]: _gone, ...rest } = chosen;
                setChosen(event.currentTarget.checked ? { ...rest, [line.id]: line.quantity } : rest);
              }}
            />
            {line.quantity > 1 && line.id in chosen && (
              <NumberInput
                aria-label={t('howMany', { title })}
                w={88}
                min={1}
                max={line.quantity}
                value={chosen[line.id] ?? 1}
                onChange={(value) => setChosen({ ...chosen, [line.id]: Number(value) || 1 })}
              />
            )}
          </div>
        );
      })}
      <TextInput
        label={t('reason')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Refused error={cancel.error} />
      <Button
        color="red"
        variant="light"
        loading={cancel.isPending}
        disabled={Object.keys(chosen).length === 0 || reason.trim().length < 3}
        onClick={() => cancel.mutate(undefined)}
      >
        {t('cancelDo')}
      </Button>
    </details>
  );
}

function ChangePickup({ page, work }: { page: OrderPageData; work: Work }) {
  const t = useWords(orderWords);
  const language = useLanguage();
  const api = useApi();
  const [locationId, setLocationId] = useState<string | null>(null);
  const [days, setDays] = useState<string | null>(null);
  const stores = useLocations().filter((one) => one.id !== work.locationId && one.capabilities.includes('pickup'));
  const place = page.locations.find((one) => one.id === work.locationId);
  const path = { id: page.order.id, workId: work.id };
  const ends = useQuery({
    queryKey: ['order-ends', work.id],
    queryFn: () => unwrap(api.GET('/api/staff/orders/{id}/pickups/{workId}/ends', { params: { path } })),
  });
  const move = useAct((to: string) =>
    unwrap(
      api.POST('/api/staff/orders/{id}/pickups/{workId}/move', {
        params: { path, header: { 'idempotency-key': crypto.randomUUID() } },
        body: { locationId: to },
      }),
    ),
  );
  const keep = useAct((until: number) =>
    unwrap(api.POST('/api/staff/orders/{id}/pickups/{workId}/keep', { params: { path }, body: { days: until } })),
  );
  return (
    <details className={classes.act}>
      <summary>{t('moveTitle', { place: place?.name ?? '' })}</summary>
      <div className={classes.actRow}>
        <Select
          aria-label={t('chooseStore')}
          placeholder={t('chooseStore')}
          data={stores.map((one) => ({ value: one.id, label: one.name }))}
          value={locationId}
          onChange={setLocationId}
        />
        <Button
          variant="default"
          loading={move.isPending}
          disabled={!locationId}
          onClick={() => locationId && move.mutate(locationId)}
        >
          {t('moveDo')}
        </Button>
      </div>
      <Refused error={move.error} />
      <div className={classes.actRow}>
        <Select
          aria-label={t('until')}
          placeholder={t('until')}
          data={(ends.data?.ends ?? []).map((end) => ({
            value: String(end.days),
            label: formatDayAndTime(end.until, language, ends.data?.zone ?? 'Europe/Warsaw'),
          }))}
          value={days}
          onChange={setDays}
        />
        <Button
          variant="default"
          loading={keep.isPending}
          disabled={days === null}
          onClick={() => keep.mutate(Number(days))}
        >
          {t('keepDo')}
        </Button>
      </div>
      <Refused error={keep.error} />
    </details>
  );
}

/** What colleagues should know of this order; it stands in the line of time. */
export function OrderNote({ page }: { page: OrderPageData }) {
  const t = useWords(orderWords);
  const api = useApi();
  const [text, setText] = useState('');
  const [calls, setCalls] = useState<string[]>([]);
  const colleagues = useQuery({
    queryKey: ['colleagues'],
    queryFn: async () => (await unwrap(api.GET('/api/staff/colleagues'))).items,
  });
  const add = useAct(async () => {
    await unwrap(
      api.POST('/api/staff/orders/{id}/notes', {
        params: { path: { id: page.order.id } },
        body: { text: text.trim(), ...(calls.length > 0 ? { mentions: calls } : {}) },
      }),
    );
    setText('');
    setCalls([]);
  });
  return (
    <div className={classes.noPrint}>
      <Textarea
        label={t('noteLabel')}
        value={text}
        maxLength={2_000}
        autosize
        minRows={2}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <MultiSelect
        mt={8}
        label={t('noteCalls')}
        data={(colleagues.data ?? []).map((one) => ({ value: one.id, label: `@${one.name}` }))}
        value={calls}
        maxValues={10}
        searchable
        onChange={setCalls}
      />
      <Refused error={add.error} />
      <Button
        mt={8}
        variant="default"
        loading={add.isPending}
        disabled={text.trim() === ''}
        onClick={() => add.mutate(undefined)}
      >
        {t('noteDo')}
      </Button>
    </div>
  );
}
