import { formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { Form } from 'react-router';
import { Field } from '../shared/forms/Field.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import type { OrderPageData } from './lastOrder.ts';
import styles from './order.module.css';
import { words } from './words.ts';

const ways = ['card', 'online:card', 'online:blik', 'transfer'] as const;
const nameOf = {
  card: 'payNowCard',
  'online:card': 'payNowCard',
  'online:blik': 'payNowBlik',
  transfer: 'payNowTransfer',
} as const;

/** Placed for the customer by a colleague: how much, until when, and the ways to pay it here and now. */
export function PayOrder({ page, zone, methods }: { page: OrderPageData; zone: string; methods: readonly string[] }) {
  const language = useLanguage();
  const say = useWords(words);
  const { toPay } = page;
  if (!toPay) return null;
  const offered = ways.filter((way) => methods.includes(way));
  const sum = formatMoney(toPay.total, language, 'exact');
  return (
    <section id="pay" className={styles.choose} aria-labelledby="pay-title">
      <h2 id="pay-title">{say('payTitle', { sum })}</h2>
      <p className={styles.soft}>{say('payText', { until: formatDayAndTime(toPay.until, language, zone) })}</p>
      {offered.map((way) => (
        <Form key={way} method="post" preventScrollReset className={styles.pay}>
          <input type="hidden" name="intent" value="pay" />
          <input type="hidden" name="way" value={way} />
          {way === 'card' && (
            <div className={styles.card}>
              <Field
                name="card"
                label={say('cardNumber')}
                autoComplete="cc-number"
                inputMode="numeric"
                maxLength={23}
                required
              />
              <Field
                name="expiry"
                label={say('cardExpiry')}
                autoComplete="cc-exp"
                inputMode="numeric"
                maxLength={7}
                required
              />
              <Field
                name="cvc"
                label={say('cardCvc')}
                autoComplete="cc-csc"
                inputMode="numeric"
                maxLength={4}
                required
              />
            </div>
          )}
          <button type="submit" className={way === offered[0] ? 'button' : 'button quiet'}>
            {say(nameOf[way], { sum })}
          </button>
        </Form>
      ))}
    </section>
  );
}
