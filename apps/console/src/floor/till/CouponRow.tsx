import { useState } from 'react';
import { useWords } from '../../shared/language.tsx';
import { Button, Field, Notice, Sheet } from '../parts/index.tsx';
import { keepSale, type SaleDraft } from './saleDraft.ts';
import classes from './till.module.css';
import { tillWords } from './words.ts';

/** A code of a promotion, and why it does not count. */
export function CouponRow({ sale, problem }: { sale: SaleDraft; problem: string | null }) {
  const t = useWords(tillWords);
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState('');
  if (sale.code) return null;
  return (
    <div className={classes.row}>
      <Button onClick={() => setOpen(true)}>
        {sale.couponCode ? `${t('coupon')}: ${sale.couponCode}` : t('couponAdd')}
      </Button>
      {sale.couponCode && (
        <Button kind="quiet" onClick={() => keepSale({ ...sale, couponCode: undefined })}>
          {t('couponOff')}
        </Button>
      )}
      {problem && (
        <Notice tone="brick" role="alert">
          <span>{problem}</span>
        </Notice>
      )}
      {isOpen && (
        <Sheet title={t('coupon')} onClose={() => setOpen(false)}>
          <Field label={t('coupon')} value={code} onChange={(event) => setCode(event.currentTarget.value)} />
          <Button
            kind="primary"
            wide
            disabled={!code.trim()}
            onClick={() => {
              keepSale({ ...sale, couponCode: code.trim().toUpperCase() });
              setOpen(false);
            }}
          >
            {t('couponPut')}
          </Button>
        </Sheet>
      )}
    </div>
  );
}
