import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDay, formatMoney } from '@throughline/ui/format';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { State, type Tone, useRetailer } from '../../shared/page/index.ts';
import classes from './money.module.css';
import { key, type Late, type Line, type ToSend } from './money.ts';
import { moneyWords } from './words.ts';

/** A line of a statement that fitted nothing. */
export function OpenLine({ line, onDecide }: { line: Line; onDecide(decision: 'accept' | 'sent_back'): void }) {
  const t = useWords(moneyWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  return (
    <li>
      <span>
        {line.title || '—'}
        <small>
          {[line.payer, formatDay(line.bookedOn, language, zone), line.externalId].filter(Boolean).join(' · ')}
        </small>
      </span>
      <span className={classes.amount}>{formatMoney(line.amount, language, 'exact')}</span>
      <State tone="waiting">{t(line.state as 'less')}</State>
      <span className={classes.acts}>
        <Button variant="subtle" size="compact-sm" onClick={() => onDecide('accept')}>
          {t('accept')}
        </Button>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onDecide('sent_back')}>
          {t('sentBack')}
        </Button>
      </span>
    </li>
  );
}

/** Money that a person sends back. */
export function ToSendRow({ one, onSent, onCredit }: { one: ToSend; onSent(): void; onCredit(): void }) {
  const t = useWords(moneyWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const api = useApi();
  const queries = useQueryClient();
  const [once] = useState(newKey);
  const again = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/payments/to-send/{id}/again', {
          params: { path: { id: one.id }, header: { 'idempotency-key': once } },
        }),
      ),
    async onSuccess({ state }) {
      notifications.show({ message: t(`refund_${state}` as 'refund_done') });
      await queries.invalidateQueries({ queryKey: key });
    },
    onError: (error) => notifications.show({ message: error.message, color: 'red' }),
  });
  const tookIt = one.takenElsewhere ? [t(`pm_${one.method}` as 'pm_card'), one.reference] : [];
  const facts = [...tookIt, one.payer, one.account, formatDay(one.since, language, zone), one.reason];
  return (
    <li>
      <span>
        {one.orderId ? (
          <Link to="/office/orders/$id" params={{ id: one.orderId }}>
            {one.orderNumber ?? t('order')}
          </Link>
        ) : (
          '—'
        )}
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </span>
      <span className={classes.amount}>{formatMoney(one.amount, language, 'exact')}</span>
      <State tone={one.kind === 'failed' ? 'bad' : 'waiting'}>
        {t(one.takenElsewhere ? 'send_elsewhere' : (`send_${one.kind}` as 'send_refund'))}
      </State>
      <span className={classes.acts}>
        {one.kind === 'failed' && one.method !== 'transfer' && (
          <Button variant="subtle" size="compact-sm" loading={again.isPending} onClick={() => again.mutate()}>
            {t('again')}
          </Button>
        )}
        {one.kind === 'excess' && one.orderId && (
          <Button variant="subtle" size="compact-sm" onClick={onCredit}>
            {t('asCredit')}
          </Button>
        )}
        <Button variant="subtle" size="compact-sm" onClick={onSent}>
          {t('markSent')}
        </Button>
      </span>
    </li>
  );
}

const tones: Record<string, Tone> = { done: 'good', pending: 'waiting', failed: 'bad' };

/** Money that came after the order was off. */
export function LateRow({ late }: { late: Late }) {
  const t = useWords(moneyWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  return (
    <li>
      <span>
        <Link to="/office/orders/$id" params={{ id: late.orderId }}>
          {late.orderNumber ?? t('order')}
        </Link>
        <small>{formatDay(late.at, language, zone)}</small>
      </span>
      <span className={classes.amount}>{formatMoney(late.amount, language, 'exact')}</span>
      <State tone={tones[late.refund ?? ''] ?? 'plain'}>
        {t(`refund_${late.refund ?? 'pending'}` as 'refund_done')}
      </State>
    </li>
  );
}
