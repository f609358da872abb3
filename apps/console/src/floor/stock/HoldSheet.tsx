import { useQuery } from '@tanstack/react-query';
import { type Answer, createApi, unwrap } from '@throughline/client';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useMe } from '../../shell/me.ts';
import { useHere } from '../frame/useStore.ts';
import { usePerform } from '../outbox/useOutbox.ts';
import { Button, Choices, Notice, Sheet } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import { ChooseCustomer, type Chosen } from '../people/ChooseCustomer.tsx';
import { saleNow } from '../till/saleDraft.ts';
import { useNow } from '../today/useNow.ts';
import { whenText } from '../today/WorkCard.tsx';
import type { Level } from './Variant.tsx';
import { stockWords } from './words.ts';

type Hold = Answer<'/api/staff/holds', 'post'>;

/** A hold in any store for who stands here: the customer of the till is already meant, so that two taps are enough. */
export function HoldSheet({
  variantId,
  sku,
  level,
  onClose,
  onDone,
}: {
  variantId: string;
  sku: string;
  level: Level;
  onClose(): void;
  onDone(text: string, tone: 'velvet' | 'brass'): void;
}) {
  const t = useWords(stockWords);
  const language = useLanguage();
  const here = useHere();
  const now = useNow();
  const me = useMe();
  const perform = usePerform();
  const known = saleNow().customerId;
  const [customer, setCustomer] = useState<Chosen | undefined>(known ? { id: known, name: null } : undefined);
  const [isChoosing, setChoosing] = useState(!known);
  const [days, setDays] = useState('most');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const limits = useQuery({
    queryKey: ['floor', 'limits'],
    queryFn: () => unwrap(createApi({ language }).GET('/api/staff/settings/limits')),
    staleTime: 10 * 60_000,
  });
  const named = useQuery({
    queryKey: ['floor', 'person', customer?.id, language],
    queryFn: () =>
      unwrap(
        createApi({ language }).GET('/api/staff/customers/{id}/panel', {
          params: { path: { id: customer?.id ?? '' } },
        }),
      ),
    enabled: customer !== undefined && customer.name === null,
  });
  const most = limits.data?.hold.agent_hold[me.role] ?? 0;
  const name = customer?.name ?? named.data?.customer.name ?? '…';
  const hold = async () => {
    if (!customer) {
      setFault(t('holdChoose'));
      return;
    }
    setBusy(true);
    setFault(undefined);
    const outcome = await perform<Hold>({
      deed: 'hold',
      about: sku,
      url: '/api/staff/holds',
      body: {
        person: { customerId: customer.id },
        variantId,
        locationId: level.locationId,
        ...(days === 'most' ? {} : { length: { days: Number(days) } }),
      },
    });
    setBusy(false);
    if (outcome.state === 'refused') setFault(problemText(outcome.problem, language));
    else if (outcome.state === 'kept') onDone(t('keptHold'), 'brass');
    else {
      const { code, until, locationName } = outcome.answer;
      onDone(
        t('held1', {
          code: code ?? '',
          place: locationName,
          time: until ? whenText(until, now, language, here.zone) : '',
        }),
        'velvet',
      );
    }
  };
  if (isChoosing)
    return (
      <ChooseCustomer
        onClose={customer ? () => setChoosing(false) : onClose}
        onChoose={(person) => {
          setCustomer(person);
          setChoosing(false);
        }}
      />
    );
  return (
    <Sheet title={t('holdAt', { place: level.name })} onClose={onClose}>
      <Button onClick={() => setChoosing(true)}>
        {t('holdFor')}: {name}
      </Button>
      <Choices
        legend={t('holdUntil')}
        value={days}
        options={[
          { value: 'most', label: t('holdDefault') },
          { value: '0', label: t('holdTonight') },
          ...[1, 2, 3]
            .filter((count) => count < most)
            .map((count) => ({ value: String(count), label: t('holdDays', { n: count }) })),
        ]}
        onChange={setDays}
      />
      {fault && (
        <Notice tone="brick" role="alert">
          <span>{fault}</span>
        </Notice>
      )}
      <Button kind="primary" wide busy={busy} onClick={() => void hold()}>
        {t('holdDo')}
      </Button>
    </Sheet>
  );
}
