import type { Answer } from '@throughline/client';
import { formatMoney } from '@throughline/ui/format';
import { Form, Link, useNavigation } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { Notice } from '../shared/forms/Notice.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './receipt.module.css';
import { words } from './words.ts';

export type ReceiptFacts = Answer<'/api/shop/receipt', 'get'>;

export interface ReceiptSaid {
  state?: ReceiptFacts['state'];
  fault?: 'gone' | 'tooOften' | 'problem';
}

const methods = ['cash', 'card_terminal', 'store_credit'] as const;

/** What was bought in a store, by the link of its mail. Nothing of who bought it: the address may have been mistyped. */
export function ReceiptPage({
  receipt,
  token,
  said,
}: {
  receipt: ReceiptFacts | null;
  token: string;
  said: ReceiptSaid | undefined;
}) {
  const language = useLanguage();
  const say = useWords(words);
  const exact = (money: { amount: number; currency: string }) => formatMoney(money, language, 'exact');
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 });
  if (!receipt)
    return (
      <div className={`page ${styles.page}`}>
        <h1>{say(said?.state === 'denied' ? 'deniedTitle' : 'goneTitle')}</h1>
        <p role="status">{say(said?.state === 'denied' ? 'denied' : 'gone')}</p>
        <p>
          <Link to={addressOf.home(language)}>{say('toShop')}</Link>
        </p>
      </div>
    );
  const { store } = receipt;
  // Kept for years, so with its year.
  const soldAt = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: receipt.zone });
  const methodWord = (method: string) => `pay_${methods.find((one) => one === method) ?? 'other'}` as const;
  return (
    <div className={`page ${styles.page}`}>
      <h1>{say('title', { number: receipt.number })}</h1>
      <p className={styles.soft}>
        {store && (
          <>
            {store.name}, {store.line1}, {store.postcode} {store.city}
            <br />
          </>
        )}
        {soldAt.format(Date.parse(receipt.soldAt))}
      </p>
      <table className={styles.goods}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{say('goods')}</th>
            <th scope="col">{say('price')}</th>
          </tr>
        </thead>
        <tbody>
          {receipt.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a receipt never change
            <tr key={index}>
              <td>
                {line.title}
                <small>
                  {[line.options, line.quantity > 1 && `${line.quantity} × ${exact(line.unit)}`]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </td>
              <td>{exact(line.gross)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {receipt.discount.amount > 0 && (
            <tr>
              <th scope="row">{say('discount')}</th>
              <td>{exact(receipt.discount)}</td>
            </tr>
          )}
          <tr className={styles.total}>
            <th scope="row">{say('total')}</th>
            <td>{exact(receipt.total)}</td>
          </tr>
          {receipt.taxes.map((tax) => (
            <tr key={tax.rateBp} className={styles.small}>
              <th scope="row">{say('tax', { rate: percent.format(tax.rateBp / 10_000), net: exact(tax.net) })}</th>
              <td>{exact(tax.tax)}</td>
            </tr>
          ))}
          {receipt.payments.map((payment) => (
            <tr key={payment.method} className={styles.small}>
              <th scope="row">{say(methodWord(payment.method))}</th>
              <td>{exact(payment.amount)}</td>
            </tr>
          ))}
        </tfoot>
      </table>
      <p className={styles.soft}>
        {receipt.seller.name}, {receipt.seller.address}. {say('taxId', { id: receipt.seller.taxId })}
      </p>
      <div className={styles.answer}>
        <div aria-live="polite">
          {said?.fault && <Notice kind="fault">{say(said.fault)}</Notice>}
          {receipt.state === 'kept' && (
            <Notice kind="good" title={say('kept')}>
              {say('keptDo')} <Link to={addressOf.account(language)}>{say('account')}</Link>
            </Notice>
          )}
          {receipt.state === 'kept_elsewhere' && <Notice title={say('elsewhere')}>{say('elsewhereWhy')}</Notice>}
        </div>
        {receipt.state === 'open' && <Answers receipt={receipt} token={token} />}
      </div>
    </div>
  );
}

function Answers({ receipt, token }: { receipt: ReceiptFacts; token: string }) {
  const language = useLanguage();
  const say = useWords(words);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <Form method="post" preventScrollReset>
      <h2>{say('ask', { address: receipt.address })}</h2>
      <p>{say('askWhy')}</p>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="wording" value={receipt.wording.version} />
      <label className={styles.choice}>
        <input type="checkbox" name="news" />
        <span>
          {receipt.wording.text[language]} {say('optional')}
        </span>
      </label>
      <div className={styles.acts}>
        <button type="submit" name="intent" value="keep" className="button" disabled={isBusy}>
          {say('keep')}
        </button>
        <button type="submit" name="intent" value="deny" className="button quiet" disabled={isBusy}>
          {say('deny')}
        </button>
      </div>
      <p className={styles.soft}>{say('denyWhy')}</p>
    </Form>
  );
}
