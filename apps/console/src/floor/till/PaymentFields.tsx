import { formatMoney, type Money } from '@throughline/ui/format';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { Button, Choices, Field } from '../parts/index.tsx';
import { workWords } from '../work/words.ts';
import { readMoney } from './discount.ts';
import classes from './till.module.css';

export interface Paid {
  method: 'cash' | 'card_terminal';
  given: string;
  terminalRef: string;
  /** Of the card, from the slip: by them a sale is found without a receipt. */
  cardLast4: string;
}

export const unpaid: Paid = { method: 'card_terminal', given: '', terminalRef: '', cardLast4: '' };

/** As the API takes it: always the amount that is owed, whatever notes were given. */
export const toPayment = (paid: Paid, amount: Money) => ({
  method: paid.method,
  amount,
  ...(paid.method === 'card_terminal' && paid.terminalRef.trim() ? { terminalRef: paid.terminalRef.trim() } : {}),
  ...(paid.method === 'card_terminal' && paid.cardLast4.length === 4 ? { cardLast4: paid.cardLast4 } : {}),
});

export function changeOf(paid: Paid, toPay: Money): Money | undefined {
  const given = paid.method === 'cash' ? readMoney(paid.given, toPay.currency) : undefined;
  return given && { ...toPay, amount: given.amount - toPay.amount };
}

/** The notes people pay with: the exact sum, then the next round ones. */
function usualNotes(toPay: Money): Money[] {
  const rounds = [1_000, 5_000, 10_000, 20_000, 50_000].map((step) => Math.ceil(toPay.amount / step) * step);
  return [...new Set(rounds)]
    .filter((amount) => amount > toPay.amount)
    .slice(0, 3)
    .map((amount) => ({ ...toPay, amount }));
}

export function PaymentFields({ toPay, paid, onChange }: { toPay: Money; paid: Paid; onChange(paid: Paid): void }) {
  const t = useWords(workWords);
  const language = useLanguage();
  const change = changeOf(paid, toPay);
  const plain = (money: Money) => (money.amount / 100).toFixed(2).replace(/\.00$/, '');
  return (
    <div className={classes.payment}>
      <Choices
        legend={t('pay')}
        value={paid.method}
        options={[
          { value: 'card_terminal', label: t('card') },
          { value: 'cash', label: t('cash') },
        ]}
        onChange={(method) => onChange({ ...paid, method })}
      />
      {paid.method === 'cash' ? (
        <>
          <div className={classes.notes}>
            <Button onClick={() => onChange({ ...paid, given: plain(toPay) })}>{t('exact')}</Button>
            {usualNotes(toPay).map((note) => (
              <Button key={note.amount} onClick={() => onChange({ ...paid, given: plain(note) })}>
                {formatMoney(note, language)}
              </Button>
            ))}
          </div>
          <Field
            label={t('given')}
            inputMode="decimal"
            value={paid.given}
            onChange={(event) => onChange({ ...paid, given: event.currentTarget.value })}
          />
          <p className={classes.change} aria-live="polite">
            {change && change.amount >= 0 && (
              <>
                <span>{t('change')}</span>
                <strong>{formatMoney(change, language)}</strong>
              </>
            )}
            {change && change.amount < 0 && (
              <span>{t('short', { sum: formatMoney({ ...change, amount: -change.amount }, language) })}</span>
            )}
          </p>
        </>
      ) : (
        <>
          <p className={classes.hint}>{t('terminalText', { sum: formatMoney(toPay, language) })}</p>
          <Field
            label={t('terminalRef')}
            value={paid.terminalRef}
            maxLength={80}
            onChange={(event) => onChange({ ...paid, terminalRef: event.currentTarget.value })}
          />
          <Field
            label={t('cardLast4')}
            inputMode="numeric"
            autoComplete="off"
            value={paid.cardLast4}
            onChange={(event) =>
              onChange({ ...paid, cardLast4: event.currentTarget.value.replace(/\D/g, '').slice(0, 4) })
            }
          />
        </>
      )}
    </div>
  );
}
