import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Answer } from '@throughline/client';
import { formatDay, formatMoney } from '@throughline/ui/format';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useOrderQuote, wholePostcode } from '../../shared/useOrderQuote.ts';
import { locationsQuery, useHere } from '../frame/useStore.ts';
import { usePerform } from '../outbox/useOutbox.ts';
import { Button, Choices, Field, Notice, Sheet } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import { clearSale, type SaleDraft } from './saleDraft.ts';
import classes from './till.module.css';
import { tillWords } from './words.ts';

type Order = Answer<'/api/staff/orders', 'post'>;

/** What is not here, or is not taken along: ordered for the customer, to be collected or sent, paid here or by a link. */
export function OrderInstead({ sale, hasEmail, onClose }: { sale: SaleDraft; hasEmail: boolean; onClose(): void }) {
  const t = useWords(tillWords);
  const language = useLanguage();
  const here = useHere();
  const navigate = useNavigate();
  const perform = usePerform();
  const { data } = useQuery(locationsQuery());
  const stores = (data?.items ?? []).filter((one) => one.capabilities.includes('pickup'));
  const [way, setWay] = useState<string>(here.id);
  const [payment, setPayment] = useState<'till' | 'link' | 'in_store'>('till');
  const [address, setAddress] = useState({ line1: '', postcode: '', city: '' });
  const [email, setEmail] = useState('');
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<{ text: string; tone: 'brick' | 'brass' }>();
  const isSent = way === 'delivery';
  const isComplete = !isSent || Object.values(address).every((text) => text.trim() !== '');
  const [methodId, setMethodId] = useState<string>();
  const queries = useQueryClient();
  const person = { customerId: sale.customerId ?? '' };
  const goods = {
    lines: sale.lines.map(({ variantId, quantity }) => ({
      variantId,
      quantity,
      way: isSent ? { method: 'delivery' as const } : { method: 'pickup' as const, locationId: way },
    })),
  };
  const postcode = wholePostcode(address.postcode);
  const { quote, isAsking, problem } = useOrderQuote(
    sale.customerId && (!isSent || postcode)
      ? { person, goods, ...(isSent && postcode ? { postcode } : {}) }
      : undefined,
  );
  const method = quote?.methods.find((one) => one.id === methodId) ?? quote?.methods[0];
  const total = isSent ? method?.total : quote?.total;
  const place = async () => {
    setBusy(true);
    setTold(undefined);
    const outcome = await perform<Order>({
      deed: 'sale',
      about: t('orderInstead'),
      url: '/api/staff/orders',
      body: {
        person,
        goods,
        ...(isSent
          ? {
              deliveryAddress: { ...address, postcode: postcode ?? address.postcode, country: 'PL' },
              ...(method ? { deliveryMethodId: method.id } : {}),
              ...(method?.latest ? { deliveredBy: method.latest } : {}),
            }
          : {}),
        ...(email.trim() ? { email: email.trim() } : {}),
        payment: payment === 'in_store' && !isSent ? 'in_store' : 'link',
        locationId: here.id,
      },
    });
    setBusy(false);
    if (outcome.state === 'kept') setTold({ text: t('notConfirmed'), tone: 'brass' });
    if (outcome.state === 'refused') {
      setTold({ text: problemText(outcome.problem, language), tone: 'brick' });
      void queries.invalidateQueries({ queryKey: ['order-quote'] });
    }
    if (outcome.state !== 'done') return;
    clearSale();
    // Its page at the counter has the next act: take the payment, or see it among the work.
    void navigate({ to: '/floor/find', search: { q: outcome.answer.number } });
  };
  return (
    <Sheet title={t('orderInstead')} onClose={onClose}>
      <Choices
        legend={t('orderWay')}
        value={way}
        options={[
          ...stores.map((one) => ({ value: one.id, label: one.name })),
          { value: 'delivery', label: t('orderDelivery') },
        ]}
        onChange={setWay}
      />
      {isSent &&
        (['line1', 'postcode', 'city'] as const).map((field) => (
          <Field
            key={field}
            label={t(field)}
            value={address[field]}
            maxLength={200}
            onChange={(event) => setAddress({ ...address, [field]: event.currentTarget.value })}
          />
        ))}
      {isSent && quote && quote.methods.length > 0 && (
        <Choices
          legend={t('orderHow')}
          value={method?.id}
          options={quote.methods.map((one) => ({
            value: one.id,
            label: [
              one.name,
              one.latest ? t('orderBy', { day: formatDay(one.latest, language, 'UTC') }) : t('orderNoDay'),
              one.price.amount === 0 ? t('orderFree') : formatMoney(one.price, language, 'exact'),
            ].join(' · '),
          }))}
          onChange={setMethodId}
        />
      )}
      <Choices<'till' | 'link' | 'in_store'>
        legend={t('orderPay')}
        value={isSent && payment === 'in_store' ? 'till' : payment}
        options={[
          { value: 'till', label: t('orderPayTill') },
          { value: 'link', label: t('orderPayLink') },
          ...(isSent ? [] : [{ value: 'in_store' as const, label: t('orderPayLater') }]),
        ]}
        onChange={setPayment}
      />
      {!hasEmail && (
        <Field
          label={t('orderMail')}
          type="email"
          inputMode="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      )}
      {total && (
        <p className={classes.total} aria-live="polite" aria-busy={isAsking}>
          <span>{t('total')}</span>
          <strong>{formatMoney(total, language, 'exact')}</strong>
        </p>
      )}
      {problem && !told && (
        <Notice tone="brick" role="alert">
          <span>{problem}</span>
        </Notice>
      )}
      {told && (
        <Notice tone={told.tone} role="alert">
          <span>{told.text}</span>
        </Notice>
      )}
      <Button
        kind="primary"
        wide
        busy={busy}
        disabled={!isComplete || (isSent && postcode === undefined) || told?.tone === 'brass'}
        onClick={() => void place()}
      >
        {t('orderDo')}
      </Button>
    </Sheet>
  );
}
