import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatMoney } from '@throughline/ui/format';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { Facts, Waiting } from '../../shared/page/index.ts';
import { NextAct, OrderState, OrderTimeline, useOrderPage } from './orderParts.tsx';
import classes from './orders.module.css';
import { orderWords } from './words.ts';

export function OrderPeek({ id }: { id: string }) {
  const t = useWords(orderWords);
  const language = useLanguage();
  const { data, error, refetch } = useOrderPage(id);
  if (error) return <FailureNotice error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting label={t('title')} />;
  const { order } = data;
  return (
    <div className={classes.peek}>
      <h2>
        {order.number} <OrderState state={order.state} />
      </h2>
      <NextAct page={data} />
      <Facts
        items={[
          [t('customer'), order.contact.name ?? t('guest')],
          ...data.order.lines.map(
            (line) =>
              [
                line.kind === 'goods' ? `${line.quantity} ×` : t('delivery'),
                line.kind === 'goods'
                  ? [line.snapshot.title?.[language], line.snapshot.options?.[language]].filter(Boolean).join(', ')
                  : formatMoney(line.gross, language, 'exact'),
              ] as const,
          ),
          [t('total'), formatMoney(order.totals.gross, language, 'exact')],
        ]}
      />
      <Button component={Link} to={`/office/orders/${order.id}`} variant="default">
        {t('number')} {order.number}
      </Button>
      <OrderTimeline page={data} />
    </div>
  );
}
