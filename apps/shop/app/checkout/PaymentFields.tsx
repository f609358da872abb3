import { Field } from '../shared/forms/Field.tsx';
import { useWords } from '../shared/language.ts';
import type { Part } from './CheckoutPage.tsx';
import styles from './checkout.module.css';
import { tidyCard, tidyExpiry } from './tidyFields.ts';
import { words } from './words.ts';

const texts = {
  card: { name: 'card', why: undefined },
  'online:card': { name: 'card', why: 'onlineWhy' },
  'online:blik': { name: 'blik', why: 'blikWhy' },
  transfer: { name: 'transfer', why: 'transferWhy' },
  pay_in_store: { name: 'inStore', why: 'inStoreWhy' },
} as const;

/** How it is paid. What is delivered is paid beforehand; what is collected may be paid there. */
export function PaymentFields({ part, delivers }: { part: Part; delivers: boolean }) {
  const say = useWords(words);
  const { values, page } = part;
  const fault = part.faultOf('payment');
  return (
    <fieldset className={styles.payment} aria-describedby={fault ? 'payment-fault' : undefined}>
      <legend>{say('pay')}</legend>
      {!delivers && (
        <label className={styles.option}>
          <input type="radio" name="payment" value="pay_in_store" defaultChecked={values.payment === 'pay_in_store'} />
          <span>
            <strong>{say('inStore')}</strong>
            <small>{say('inStoreWhy')}</small>
          </span>
        </label>
      )}
      {page.methods.map((method) => (
        <label key={method} className={styles.option}>
          <input
            type="radio"
            name="payment"
            value={method}
            defaultChecked={values.payment === method || (delivers && page.methods.length === 1)}
          />
          <span>
            <strong>{say(texts[method].name)}</strong>
            {texts[method].why && <small>{say(texts[method].why)}</small>}
          </span>
        </label>
      ))}
      {fault && (
        <p id="payment-fault" className={styles.fault}>
          {fault}
        </p>
      )}
      <div className={styles.card}>
        {page.demo && <p className={styles.demo}>{say('demoCards')}</p>}
        <Field
          name="card"
          label={say('cardNumber')}
          autoComplete="cc-number"
          inputMode="numeric"
          defaultValue={values.card}
          error={part.faultOf('card')}
          check={part.check('card')}
          tidy={tidyCard}
          maxLength={23}
        />
        <div className={styles.pair}>
          <Field
            name="expiry"
            label={say('expiry')}
            hint={say('expiryHint')}
            autoComplete="cc-exp"
            inputMode="numeric"
            defaultValue={values.expiry}
            error={part.faultOf('expiry')}
            check={part.check('expiry')}
            tidy={tidyExpiry}
            maxLength={9}
          />
          <Field
            name="cvc"
            label={say('cvc')}
            hint={say('cvcHint')}
            autoComplete="cc-csc"
            inputMode="numeric"
            defaultValue={values.cvc}
            error={part.faultOf('cvc')}
            check={part.check('cvc')}
            maxLength={4}
          />
        </div>
      </div>
    </fieldset>
  );
}
