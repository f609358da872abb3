import { createApi, ProblemError, unwrap } from '@throughline/client';
import { formatMoney, type Money } from '@throughline/ui/format';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { Button, Field, Sheet } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import classes from './till.module.css';
import { tillWords } from './words.ts';

/** A code the customer brings: looked up before it counts, so that nobody promises what is not on it. */
export function CreditRow({
  credit,
  used,
  onChange,
}: {
  credit: { code: string; balance: Money } | undefined;
  used: Money;
  onChange(credit: { code: string; balance: Money } | undefined): void;
}) {
  const t = useWords(tillWords);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string>();
  const look = async () => {
    try {
      const found = await unwrap(
        createApi({ language }).GET('/api/staff/credits/{code}', { params: { path: { code: code.trim() } } }),
      );
      onChange({ code: found.credit.code, balance: found.credit.balance });
      setOpen(false);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setFault(problemText({ ...error.problem, code: 'credit_invalid' }, language));
    }
  };
  return (
    <div className={classes.row}>
      {credit ? (
        <>
          <span>{t('creditUsed', { sum: formatMoney(used, language), code: credit.code })}</span>
          <Button kind="quiet" onClick={() => onChange(undefined)}>
            {t('creditOff')}
          </Button>
        </>
      ) : (
        <Button onClick={() => setOpen(true)}>{t('creditAdd')}</Button>
      )}
      {isOpen && (
        <Sheet title={t('credit')} onClose={() => setOpen(false)}>
          <Field
            label={t('credit')}
            placeholder="SC-"
            value={code}
            error={fault}
            onChange={(event) => {
              setFault(undefined);
              setCode(event.currentTarget.value);
            }}
          />
          <Button kind="primary" wide disabled={code.trim().length < 12} onClick={() => void look()}>
            {t('creditPut')}
          </Button>
        </Sheet>
      )}
    </div>
  );
}
