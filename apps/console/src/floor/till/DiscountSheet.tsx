import { formatMoney, type Money } from '@throughline/ui/format';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { Button, Choices, Field, Sheet } from '../parts/index.tsx';
import { type Discount, discounted, judgeDiscount, readMoney } from './discount.ts';
import { tillWords } from './words.ts';

/** A discount by hand on a piece: percent or a price, a reason, and the limit in view before it is hit. */
export function DiscountSheet({
  unit,
  limitBp,
  now,
  onClose,
  onChange,
}: {
  unit: Money;
  limitBp: number;
  now: Discount | undefined;
  onClose(): void;
  onChange(discount: Discount | undefined): void;
}) {
  const t = useWords(tillWords);
  const language = useLanguage();
  const [how, setHow] = useState<'percent' | 'price'>('percent');
  const [value, setValue] = useState('');
  const [reason, setReason] = useState(now?.reason ?? '');
  const [fault, setFault] = useState<{ value?: string; reason?: string }>({});
  const lowest = discounted(unit, { discount: { basisPoints: limitBp }, reason: '' });
  const read = (): Discount | undefined => {
    if (how === 'price') {
      const newUnit = readMoney(value, unit.currency);
      return newUnit && { discount: { newUnit }, reason };
    }
    const percent = Number(value.replace(',', '.').replace('%', ''));
    return percent > 0 && percent <= 100 ? { discount: { basisPoints: Math.round(percent * 100) }, reason } : undefined;
  };
  const asked = read();
  const give = () => {
    const verdict = asked ? judgeDiscount(unit, asked, limitBp) : 'none';
    const next = {
      ...(verdict === 'ok' ? {} : { value: t(verdict === 'over' ? 'discountOver' : 'discountNone') }),
      ...(reason.trim().length >= 3 ? {} : { reason: t('reasonMissing') }),
    };
    setFault(next);
    if (asked && Object.keys(next).length === 0) onChange({ ...asked, reason: reason.trim() });
  };
  return (
    <Sheet title={t('discount')} onClose={onClose}>
      <p style={{ margin: 0 }}>
        {t('discountLimit', {
          percent: limitBp / 100,
          lowest: formatMoney(lowest, language),
          price: formatMoney(unit, language),
        })}
      </p>
      <Choices
        legend={t('discountHow')}
        value={how}
        options={[
          { value: 'percent', label: t('discountPercent') },
          { value: 'price', label: t('discountPrice') },
        ]}
        onChange={(one) => setHow(one)}
      />
      <Field
        label={how === 'percent' ? t('discountPercent') : t('discountPrice')}
        inputMode="decimal"
        value={value}
        error={fault.value}
        hint={asked ? t('discountComesTo', { price: formatMoney(discounted(unit, asked), language) }) : undefined}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Choices
        legend={t('why')}
        value={[t('whyDisplay'), t('whyDamage'), t('whyGoodwill')].find((one) => one === reason)}
        options={[t('whyDisplay'), t('whyDamage'), t('whyGoodwill')].map((one) => ({ value: one, label: one }))}
        onChange={setReason}
      />
      <Field
        label={t('reason')}
        value={reason}
        error={fault.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button kind="primary" wide onClick={give}>
        {t('discountGive')}
      </Button>
      {now && <Button onClick={() => onChange(undefined)}>{t('discountOff')}</Button>}
    </Sheet>
  );
}
