import { formatMoney } from '@throughline/ui/format';
import { Form, Link } from 'react-router';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './cart.module.css';
import type { CartSaid } from './cartAction.ts';
import { fullTotal } from './fullTotal.ts';
import type { Cart } from './types.ts';
import { problemKey, words } from './words.ts';

/** What it costs in the end, with tax and delivery, before anybody has filled in a form. */
export function Summary({
  cart,
  postcode,
  said,
  mayOrder,
}: {
  cart: Cart;
  postcode: string | undefined;
  said: CartSaid | undefined;
  /** Not while an order of it is being paid. */
  mayOrder: boolean;
}) {
  const language = useLanguage();
  const say = useWords(words);
  const { total, delivery, basis, toFree } = fullTotal(cart);
  const exact = (money: { amount: number; currency: string }) => formatMoney(money, language, 'exact');
  return (
    <section className={styles.summary} aria-labelledby="summary">
      <h2 id="summary">{say('summary')}</h2>
      <dl>
        <div>
          <dt>{say('goods')}</dt>
          <dd>{exact({ ...cart.totals.goods, amount: cart.totals.goods.amount + cart.totals.discount.amount })}</dd>
        </div>
        {cart.totals.discount.amount > 0 && (
          <div>
            <dt>{cart.code?.isValid ? say('codeIs', { code: cart.code.code }) : say('discount')}</dt>
            <dd>−{exact(cart.totals.discount)}</dd>
          </div>
        )}
        {delivery && (
          <div>
            <dt>{basis === 'postcode' && postcode ? say('deliveryTo', { postcode }) : say('delivery')}</dt>
            <dd>{delivery.amount === 0 ? say('deliveryFree') : exact(delivery)}</dd>
          </div>
        )}
        <div className={styles.total}>
          <dt>{say(delivery ? 'total' : 'totalPlain')}</dt>
          <dd>{exact(total)}</dd>
        </div>
      </dl>
      {delivery && <PostcodeForm postcode={postcode} said={said} basis={basis} />}
      {toFree && <p className={styles.soft}>{say('toFree', { amount: formatMoney(toFree, language) })}</p>}
      {cart.deliveryProblem && <p className={styles.fault}>{say('not_offered')}</p>}
      <CodeForm cart={cart} said={said} />
      {!mayOrder ? null : cart.isOrderable ? (
        <Link to={`/${language}/checkout`} className={`button ${styles.go}`}>
          {say('checkout')}
        </Link>
      ) : (
        <p className={styles.fault}>{say('notYet')}</p>
      )}
      <p className={styles.handoff}>
        <Link to={`/${language}/cart/handoff`}>{say('handoff')}</Link>
        <span className={styles.soft}>{say('handoffHint')}</span>
      </p>
    </section>
  );
}

function PostcodeForm({
  postcode,
  said,
  basis,
}: {
  postcode: string | undefined;
  said: CartSaid | undefined;
  basis: 'postcode' | 'standard' | 'none';
}) {
  const say = useWords(words);
  const fault = said?.about === 'postcode' ? said : undefined;
  return (
    <details className={styles.small} open={fault !== undefined || basis === 'standard'}>
      <summary>{postcode ? say('changePostcode') : say('postcode')}</summary>
      {basis === 'standard' && <p className={styles.soft}>{say('deliveryStandard')}</p>}
      <Form method="post" className={styles.inline} preventScrollReset>
        <input
          className="field"
          name="postcode"
          aria-label={say('postcode')}
          defaultValue={fault?.typed ?? postcode ?? ''}
          autoComplete="shipping postal-code"
          inputMode="numeric"
          maxLength={8}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'postcode-fault' : undefined}
        />
        <button type="submit" name="intent" value="postcode" className="button quiet small">
          {say('postcodeOk')}
        </button>
      </Form>
      {fault?.problem && (
        <p className={styles.fault} id="postcode-fault" role="alert">
          {say(problemKey(fault.problem))}
        </p>
      )}
    </details>
  );
}

function CodeForm({ cart, said }: { cart: Cart; said: CartSaid | undefined }) {
  const say = useWords(words);
  const fault = said?.about === 'code' ? said : undefined;
  if (cart.code) {
    return (
      <Form method="post" className={styles.inline} preventScrollReset>
        <input type="hidden" name="version" value={cart.version} />
        <span className={cart.code.isValid ? undefined : styles.fault}>
          {say('codeIs', { code: cart.code.code })}
          {!cart.code.isValid && ` · ${say('codeInvalid')}`}
        </span>
        <button type="submit" name="intent" value="no-code" className={styles.textButton}>
          {say('codeOff')}
        </button>
      </Form>
    );
  }
  return (
    <details className={styles.small} open={fault !== undefined}>
      <summary>{say('codeOpen')}</summary>
      <Form method="post" className={styles.inline} preventScrollReset>
        <input type="hidden" name="version" value={cart.version} />
        <input
          className="field"
          name="code"
          aria-label={say('code')}
          defaultValue={fault?.typed ?? ''}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={60}
          required
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? 'code-fault' : undefined}
        />
        <button type="submit" name="intent" value="code" className="button quiet small">
          {say('codeUse')}
        </button>
      </Form>
      {fault?.problem && (
        <p className={styles.fault} id="code-fault" role="alert">
          {say(problemKey(fault.problem))}
        </p>
      )}
    </details>
  );
}
