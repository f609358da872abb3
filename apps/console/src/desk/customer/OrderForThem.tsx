import { Button, Radio, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '@throughline/client';
import { formatDay, formatMoney } from '@throughline/ui/format';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog, focusWhenShown } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useOrderQuote, wholePostcode } from '../../shared/useOrderQuote.ts';
import { keys, type Panel, useLocations } from '../queries.ts';
import classes from './customer.module.css';
import { customerWords } from './words.ts';

/** The goods in the customer's cart, ordered for them: where they get it, and how they pay. */
export function OrderForThem({ panel, onClose }: { panel: Panel; onClose: () => void }) {
  const w = useWords(customerWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const { data: locations } = useLocations();
  const stores = [...(locations?.values() ?? [])].filter((one) => one.capabilities.includes('pickup'));
  const [key, setKey] = useState(newKey);
  const [way, setWay] = useState<'pickup' | 'delivery'>('pickup');
  const [store, setStore] = useState<string | null>(null);
  const [payment, setPayment] = useState<'link' | 'in_store'>('link');
  const [address, setAddress] = useState({ line1: '', postcode: '', city: '' });
  const [email, setEmail] = useState('');
  const lines = panel.cart?.lines ?? [];
  const isSent = way === 'delivery';
  const isComplete = isSent ? Object.values(address).every((text) => text.trim() !== '') : store !== null;
  const hasEmail = panel.customer.email !== null;
  const [methodId, setMethodId] = useState<string>();
  const goods = {
    cartId: panel.cart?.id ?? '',
    version: panel.cart?.version ?? 0,
    way: isSent ? { method: 'delivery' as const } : { method: 'pickup' as const, locationId: store ?? '' },
  };
  const postcode = wholePostcode(address.postcode);
  const { quote, isAsking, problem } = useOrderQuote(
    (isSent ? postcode : store)
      ? { person: { customerId: panel.customer.id }, goods, ...(isSent && postcode ? { postcode } : {}) }
      : undefined,
  );
  // One that is not offered there any more gives way to the usual one.
  const method = quote?.methods.find((one) => one.id === methodId) ?? quote?.methods[0];
  const total = isSent ? method?.total : quote?.total;
  const place = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/orders', {
          params: { header: { 'idempotency-key': key } },
          body: {
            person: { customerId: panel.customer.id },
            goods,
            ...(isSent
              ? {
                  deliveryAddress: { ...address, postcode: postcode ?? address.postcode, country: 'PL' },
                  ...(method ? { deliveryMethodId: method.id } : {}),
                  ...(method?.latest ? { deliveredBy: method.latest } : {}),
                }
              : {}),
            ...(email.trim() ? { email: email.trim() } : {}),
            payment: isSent ? 'link' : payment,
          },
        }),
      ),
    onSuccess: () => void queries.invalidateQueries({ queryKey: keys.panel(panel.customer.id) }),
    onError: (error) => {
      // Refused, the next try is another act with what is known now; where nobody knows, it stays the same one.
      if (error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500) setKey(newKey());
      void queries.invalidateQueries({ queryKey: ['order-quote'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    place.mutate();
  };
  if (place.data)
    return (
      <Dialog onClose={onClose} title={w('orderDone', { number: place.data.number })}>
        <p className={classes.lead} role="status">
          {w(place.data.payBy ? 'orderDoneLink' : 'orderDoneStore', {
            sum: formatMoney(place.data.totals.gross, language),
          })}
        </p>
        <div className={classes.dialogActs}>
          <Button ref={focusWhenShown} onClick={onClose}>
            {w('close')}
          </Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog onClose={onClose} title={w('orderTitle')}>
      <form onSubmit={submit}>
        {lines.map((line) => (
          <p key={line.id} className={classes.lead}>
            {line.quantity} × {[line.variant.title, line.variant.optionsText].filter(Boolean).join(', ')}
          </p>
        ))}
        <Radio.Group label={w('orderWay')} value={way} onChange={(value) => setWay(value as typeof way)}>
          <Radio mt="xs" value="pickup" label={w('wayPickup')} />
          <Radio mt="xs" value="delivery" label={w('wayDelivery')} />
        </Radio.Group>
        {isSent ? (
          (['line1', 'postcode', 'city'] as const).map((field) => (
            <TextInput
              key={field}
              mt="xs"
              label={w(field)}
              value={address[field]}
              maxLength={200}
              onChange={(event) => setAddress({ ...address, [field]: event.currentTarget.value })}
            />
          ))
        ) : (
          <>
            <Select
              mt="xs"
              label={w('store')}
              data={stores.map((one) => ({ value: one.id, label: one.name }))}
              value={store}
              onChange={setStore}
            />
            <Radio.Group
              mt="xs"
              label={w('orderPay')}
              value={payment}
              onChange={(value) => setPayment(value as typeof payment)}
            >
              <Radio mt="xs" value="link" label={w('payLink')} />
              <Radio mt="xs" value="in_store" label={w('payInStore')} />
            </Radio.Group>
          </>
        )}
        {isSent && quote && (
          <Radio.Group mt="xs" label={w('orderHow')} value={method?.id ?? ''} onChange={setMethodId}>
            {quote.methods.map((one) => (
              <Radio
                key={one.id}
                mt="xs"
                value={one.id}
                label={one.name}
                description={[
                  one.latest ? w('orderBy', { day: formatDay(one.latest, language, 'UTC') }) : w('orderNoDay'),
                  one.price.amount === 0 ? w('orderFree') : formatMoney(one.price, language, 'exact'),
                ].join(' · ')}
              />
            ))}
          </Radio.Group>
        )}
        {!hasEmail && (isSent || payment === 'link') && (
          <TextInput
            mt="xs"
            type="email"
            label={w('linkTo')}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        )}
        {total && (
          <p className={classes.orderTotal} aria-live="polite" aria-busy={isAsking}>
            <span>{w('orderTotal')}</span>
            <b>{formatMoney(total, language, 'exact')}</b>
          </p>
        )}
        {problem && !place.error && (
          <p role="alert" className={classes.bad}>
            {problem}
          </p>
        )}
        {place.error && (
          <p role="alert" className={classes.bad}>
            {place.error instanceof ProblemError
              ? [place.error.problem.title, place.error.problem.detail].filter(Boolean).join(' ')
              : place.error.message}
          </p>
        )}
        <div className={classes.dialogActs}>
          <Button variant="default" onClick={onClose}>
            {w('cancel')}
          </Button>
          <Button
            type="submit"
            loading={place.isPending}
            disabled={!isComplete || problem !== undefined || (isSent && !quote)}
          >
            {w('orderDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
