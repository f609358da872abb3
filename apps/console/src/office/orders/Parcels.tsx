import { Alert, Anchor, Autocomplete, Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '@throughline/client';
import { formatDay } from '@throughline/ui/format';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { Section, useRetailer } from '../../shared/page/index.ts';
import { useMe } from '../../shell/me.ts';
import type { OrderPageData } from './orderParts.tsx';
import classes from './orders.module.css';
import { orderWords } from './words.ts';

type Work = OrderPageData['work'][number];

/** What is sent to the customer: where each parcel is, its number, and the hand-over to the carrier. */
export function Parcels({ page }: { page: OrderPageData }) {
  const t = useWords(orderWords);
  const parcels = page.work.filter((work) => work.kind === 'ship' && work.state !== 'cancelled' && !work.toLocationId);
  if (parcels.length === 0) return null;
  return (
    <Section title={t('parcels')}>
      {parcels.map((work) => (
        <Parcel key={work.id} page={page} work={work} />
      ))}
    </Section>
  );
}

function Parcel({ page, work }: { page: OrderPageData; work: Work }) {
  const t = useWords(orderWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const { role } = useMe();
  const isSent = work.state === 'shipped';
  const place = page.locations.find((one) => one.id === work.locationId)?.name ?? '';
  const goods = work.lines.map(({ variantId, quantity }) => {
    const title = page.goods.find((one) => one.variantId === variantId)?.title ?? '';
    return quantity > 1 ? `${quantity} × ${title}` : title;
  });
  const facts = [
    place,
    isSent && work.doneAt ? t('parcelSent', { day: formatDay(work.doneAt, language, zone) }) : t(`w_${stateOf(work)}`),
    work.arrivesBy ? t('parcelBy', { day: formatDay(work.arrivesBy, language, zone) }) : '',
  ];
  return (
    <div className={classes.act}>
      <p className={classes.parcel}>
        <span>{goods.join(', ')}</span>
        <small>{facts.filter(Boolean).join(' · ')}</small>
        {isSent && (
          <span className={classes.parcelNumber}>
            {[work.carrier, work.trackingNumber].filter(Boolean).join(' ') || t('parcelNoNumber')}
            {work.trackingUrl && (
              <Anchor href={work.trackingUrl} target="_blank" rel="noreferrer">
                {t('parcelFollow')}
              </Anchor>
            )}
          </span>
        )}
      </p>
      {isSent ? (
        // Once it has left, what was open for sending is not open for corrections.
        <details key="fix" className={classes.noPrint}>
          <summary>{t('parcelFix')}</summary>
          <ParcelForm key={work.trackingNumber} work={work} isSent />
        </details>
      ) : (
        // Who sits at the desk sends nothing: the parcel lies in front of somebody else.
        work.state === 'ready' &&
        role !== 'agent' && (
          <details key="send" className={classes.noPrint}>
            <summary>{t('parcelSend')}</summary>
            <ParcelForm work={work} isSent={false} />
          </details>
        )
      )}
    </div>
  );
}

const states = ['to_pick', 'picking', 'ready', 'not_found', 'shipped'] as const;
const stateOf = (work: Work) => states.find((state) => state === work.state) ?? 'to_pick';

function ParcelForm({ work, isSent }: { work: Work; isSent: boolean }) {
  const t = useWords(orderWords);
  const api = useApi();
  const queries = useQueryClient();
  const [key] = useState(newKey);
  const [carrier, setCarrier] = useState(work.carrier ?? '');
  const [number, setNumber] = useState(work.trackingNumber ?? '');
  const [typed, setTyped] = useState<string>();
  const [tellCustomer, setTellCustomer] = useState(false);
  const carriers = useQuery({
    queryKey: ['carriers'],
    queryFn: () => unwrap(api.GET('/api/staff/carriers')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const known = carriers.data?.items.map(({ name }) => name) ?? [];
  const knows = (name: string) => known.some((one) => one.toLowerCase() === name.trim().toLowerCase());
  const isKnown = knows(carrier);
  // Of a known carrier the link was made from the number: it is no other carrier's.
  const link = typed ?? (knows(work.carrier ?? '') ? '' : (work.trackingUrl ?? ''));
  const save = useMutation({
    mutationFn: () => {
      const body = {
        ...(carrier.trim() ? { carrier: carrier.trim() } : {}),
        ...(number.trim() ? { trackingNumber: number.trim() } : {}),
        ...(!isKnown && link.trim() ? { trackingUrl: link.trim() } : {}),
      };
      const path = { id: work.id };
      return isSent
        ? unwrap(api.POST('/api/staff/fulfilments/{id}/parcel', { params: { path }, body: { ...body, tellCustomer } }))
        : unwrap(
            api.POST('/api/staff/fulfilments/{id}/send', {
              params: { path, header: { 'idempotency-key': key } },
              body,
            }),
          );
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['order-page'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={classes.act} onSubmit={submit}>
      <Autocomplete
        comboboxProps={{ withinPortal: false }}
        label={t('parcelCarrier')}
        data={known}
        value={carrier}
        maxLength={60}
        onChange={setCarrier}
      />
      <TextInput
        label={t('parcelNumber')}
        value={number}
        maxLength={60}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      {!isKnown && carrier.trim() !== '' && (
        <TextInput
          label={t('parcelLink')}
          type="url"
          placeholder="https://"
          value={link}
          maxLength={500}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      {isSent && (
        <Checkbox
          label={t('parcelTell')}
          checked={tellCustomer}
          onChange={(event) => setTellCustomer(event.currentTarget.checked)}
        />
      )}
      {save.error && (
        <Alert color="red" role="alert">
          {save.error instanceof ProblemError
            ? (save.error.problem.detail ?? save.error.problem.title)
            : save.error.message}
        </Alert>
      )}
      {save.isSuccess && <p role="status">{t('parcelSaved')}</p>}
      <div>
        <Button type="submit" variant={isSent ? 'default' : 'filled'} loading={save.isPending}>
          {t(isSent ? 'parcelSave' : 'parcelSend')}
        </Button>
      </div>
    </form>
  );
}
