import { Button, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import classes from './returns.module.css';
import { officeReturnWords } from './words.ts';

/** Which pieces of an order a declaration in words means. */
export function ChoosePieces({
  number,
  busy,
  onChosen,
}: {
  number: string;
  busy: boolean;
  onChosen(lines: { orderLineId: string; quantity: number }[]): void;
}) {
  const t = useWords(officeReturnWords);
  const language = useLanguage();
  const api = useApi();
  const [chosen, setChosen] = useState<Record<string, number>>({});
  const order = useQuery({
    queryKey: ['office-withdrawals', 'order', number],
    queryFn: async () => {
      const { items } = await unwrap(api.GET('/api/staff/orders', { params: { query: { number, limit: 1 } } }));
      const [found] = items;
      return found ? unwrap(api.GET('/api/staff/orders/{id}', { params: { path: { id: found.id } } })) : null;
    },
  });
  if (order.error) return <span role="alert">{order.error.message}</span>;
  if (order.data === null) return <span role="alert">{t('noOrder')}</span>;
  if (!order.data) return null;
  const lines = Object.entries(chosen).flatMap(([orderLineId, quantity]) =>
    quantity > 0 ? [{ orderLineId, quantity }] : [],
  );
  return (
    <span className={classes.answer}>
      {order.data.lines
        .filter((line) => line.kind === 'goods' && line.state !== 'cancelled')
        .map((line) => (
          <NumberInput
            key={line.id}
            label={`${line.snapshot.title?.[language] ?? ''} ${line.snapshot.options?.[language] ?? ''}`}
            value={chosen[line.id] ?? 0}
            min={0}
            max={line.quantity}
            allowDecimal={false}
            clampBehavior="strict"
            onChange={(value) => setChosen((now) => ({ ...now, [line.id]: Number(value) || 0 }))}
          />
        ))}
      <Button loading={busy} disabled={lines.length === 0} onClick={() => onChosen(lines)}>
        {t('thesePieces')}
      </Button>
    </span>
  );
}
