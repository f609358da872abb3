import { useState } from 'react';
import { useWords } from '../../shared/language.tsx';
import { Button, Choices, Field, Sheet } from '../parts/index.tsx';
import type { WorkView } from '../today/queries.ts';
import { workWords } from './words.ts';

const kinds = ['not_found', 'damaged', 'short'] as const;
type What = (typeof kinds)[number];

/** Which goods of an order, how many, what is wrong with them, and why: the rest of the order goes on. */
export function ShortSheet({
  work,
  onClose,
  onConfirm,
}: {
  work: WorkView;
  onClose(): void;
  onConfirm(body: { variantId: string; quantity: number; what: What; reason: string }): void;
}) {
  const t = useWords(workWords);
  const { items } = work.row;
  const [variantId, setVariantId] = useState(items.length === 1 ? items[0]?.variantId : undefined);
  const [quantity, setQuantity] = useState(1);
  const [what, setWhat] = useState<What>('not_found');
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);
  const item = items.find((one) => one.variantId === variantId);
  return (
    <Sheet title={t('shortTitle')} onClose={onClose}>
      <p style={{ margin: 0 }}>{t('shortText')}</p>
      {items.length > 1 && (
        <Choices
          legend={t('shortWhich')}
          value={variantId}
          options={items.map((one) => ({ value: one.variantId, label: `${one.title}, ${one.optionsText}` }))}
          onChange={(next) => {
            setVariantId(next);
            setQuantity(1);
          }}
        />
      )}
      {item && item.quantity > 1 && (
        <Choices
          legend={t('shortHow')}
          value={String(quantity)}
          options={Array.from({ length: Math.min(item.quantity, 12) }, (_, place) => ({
            value: String(place + 1),
            label: String(place + 1),
          }))}
          onChange={(next) => setQuantity(Number(next))}
        />
      )}
      <Choices<What>
        legend={t('reasonTitle')}
        value={what}
        options={kinds.map((one) => ({ value: one, label: t(`what_${one}`) }))}
        onChange={setWhat}
      />
      <Field
        label={t('reason')}
        value={reason}
        maxLength={500}
        error={isShort ? t('reasonMissing') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        kind="primary"
        wide
        disabled={!item}
        onClick={() => {
          if (!item) return;
          if (reason.trim().length < 3) setShort(true);
          else onConfirm({ variantId: item.variantId, quantity, what, reason: reason.trim() });
        }}
      >
        {t('confirm')}
      </Button>
    </Sheet>
  );
}
