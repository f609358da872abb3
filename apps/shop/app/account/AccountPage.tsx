import type { Answer } from '@throughline/client';
import { formatDay, formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { Form, Link } from 'react-router';
import type { Store } from '../cart/types.ts';
import { headingKeys } from '../reserve/HoldPage.tsx';
import { isLive, type ShopHold, standingOfHold } from '../reserve/holdView.ts';
import { words as holdWords } from '../reserve/words.ts';
import { addressOf } from '../shared/addresses.ts';
import { Field } from '../shared/forms/Field.tsx';
import { Notice } from '../shared/forms/Notice.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import { useLiveReload } from '../shared/useLiveReload.ts';
import { type Address, Addresses } from './Addresses.tsx';
import styles from './account.module.css';
import type { AddressSaid } from './addressAction.ts';
import { orderStateKey, words } from './words.ts';

type Orders = Answer<'/api/shop/orders', 'get'>;
type Customer = NonNullable<Answer<'/api/shop/me', 'get'>['customer']>;

export interface AccountData {
  /** null: this browser is known, its owner is not. */
  customer: Customer | null;
  orders: Orders;
  holds: ShopHold[];
  stores: Store[];
  addresses: Address[];
  zone: string;
  asOf: string;
}

export interface AccountSaid {
  saved?: boolean;
  fault?: 'nameMissing' | 'problem';
  address?: AddressSaid;
  card?: { number: string; qr: string };
}

/** Everything of one's own in one place; what is empty says what will be there. */
export function AccountPage({ page, said }: { page: AccountData; said: AccountSaid | undefined }) {
  const language = useLanguage();
  const say = useWords(words);
  const { customer } = page;
  useLiveReload((data) => 'orderId' in data || 'reservationId' in data, 60_000);
  const name = customer?.givenName ?? customer?.email ?? customer?.phone ?? '';
  return (
    <div className={`page ${styles.page}`}>
      <h1>{customer ? say('hello', { name }) : say('account')}</h1>
      {!customer && (
        <p className={styles.lead}>
          {say('guestLead')}{' '}
          <Link to={`/${language}/sign-in?to=${encodeURIComponent(addressOf.account(language))}`}>{say('signIn')}</Link>
        </p>
      )}
      <div className={styles.columns}>
        <div className={styles.main}>
          <Holds page={page} />
          {customer && (
            <section aria-labelledby="orders">
              <h2 id="orders">{say('orders')}</h2>
              {page.orders.items.length === 0 ? (
                <p className={styles.soft}>
                  {say('noOrders', { email: customer.email ?? customer.phone ?? '' })}{' '}
                  <Link to={addressOf.home(language)}>{say('look')}</Link>
                </p>
              ) : (
                <ul className={`plain-list ${styles.list}`}>
                  {page.orders.items.map((order) => (
                    <li key={order.id}>
                      <Link to={`/${language}/orders/${order.id}`}>
                        <strong>{order.number}</strong>
                        <span>
                          {order.lines
                            .filter((line) => line.kind === 'goods')
                            .map((line) => line.snapshot.title?.[language] ?? '')
                            .join(', ')}
                        </span>
                        <span className={styles.soft}>
                          {say('orderState', {
                            date: formatDay(order.placedAt, language, page.zone),
                            total: formatMoney(order.worth.gross, language, 'exact'),
                          })}
                        </span>
                        <em>{say(orderStateKey(order))}</em>
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
              {page.orders.nextCursor && (
                <Link to={`?cursor=${encodeURIComponent(page.orders.nextCursor)}`} className="button quiet small">
                  {say('more')}
                </Link>
              )}
            </section>
          )}
        </div>
        <aside className={styles.side}>
          <section aria-labelledby="conversation">
            <h2 id="conversation">{say('conversation')}</h2>
            <p className={styles.soft}>{say('conversationHint')}</p>
            <Link to="?chat=open" preventScrollReset className="button quiet small">
              {say('openChat')}
            </Link>
          </section>
          {customer && (
            <section aria-labelledby="card">
              <h2 id="card">{say('card')}</h2>
              {said?.card ? (
                <figure className={styles.card}>
                  <img
                    src={`data:image/svg+xml,${encodeURIComponent(said.card.qr)}`}
                    alt={say('cardQr')}
                    width={160}
                    height={160}
                  />
                  <figcaption>{said.card.number.replace(/^(K\d{3})(\d{3})(\d{3})$/, '$1 $2 $3')}</figcaption>
                </figure>
              ) : (
                <>
                  <p className={styles.soft}>{say('cardHint')}</p>
                  <Form method="post" preventScrollReset>
                    <button type="submit" name="intent" value="card" className="button quiet small">
                      {say('showCard')}
                    </button>
                  </Form>
                </>
              )}
            </section>
          )}
          {customer && (
            <Addresses
              items={page.addresses}
              name={[customer.givenName, customer.familyName].filter(Boolean).join(' ')}
              said={said?.address}
            />
          )}
          {customer && (
            <section aria-labelledby="data">
              <h2 id="data">{say('data')}</h2>
              {customer.email && <p className={styles.soft}>{say('emailIs', { email: customer.email })}</p>}
              {customer.phone && <p className={styles.soft}>{say('phoneIs', { phone: customer.phone })}</p>}
              <Form method="post" className={styles.form} preventScrollReset>
                <Field
                  name="givenName"
                  label={say('givenName')}
                  autoComplete="given-name"
                  defaultValue={customer.givenName ?? ''}
                  maxLength={120}
                />
                <Field
                  name="familyName"
                  label={say('familyName')}
                  autoComplete="family-name"
                  defaultValue={customer.familyName ?? ''}
                  maxLength={120}
                />
                <div aria-live="polite">
                  {said?.saved && <Notice kind="good">{say('saved')}</Notice>}
                  {said?.fault && <Notice kind="fault">{say(said.fault)}</Notice>}
                </div>
                <button type="submit" name="intent" value="name" className="button quiet small">
                  {say('save')}
                </button>
              </Form>
              <p>
                <Link to={addressOf.preferences(language)}>{say('preferences')}</Link>
                <br />
                <Link to={addressOf.data(language)}>{say('dataPage')}</Link>
              </p>
              <Form method="post">
                <button type="submit" name="intent" value="sign-out" className="button quiet small">
                  {say('signOut')}
                </button>
              </Form>
            </section>
          )}
        </aside>
      </div>
    </div>
  );
}

function Holds({ page }: { page: AccountData }) {
  const language = useLanguage();
  const say = useWords(words);
  const sayHold = useWords(holdWords);
  const now = new Date(page.asOf);
  const live = page.holds.filter((hold) => isLive(standingOfHold(hold, now)));
  const over = page.holds.filter((hold) => !live.includes(hold)).slice(0, 5);
  return (
    <section aria-labelledby="holds">
      <h2 id="holds">{say('holds')}</h2>
      {page.holds.length === 0 ? (
        <p className={styles.soft}>{say('noHolds')}</p>
      ) : (
        <ul className={`plain-list ${styles.list}`}>
          {[...live, ...over].map((hold) => {
            const zone = page.stores.find((store) => store.id === hold.locationId)?.zone ?? page.zone;
            const standing = standingOfHold(hold, now);
            return (
              <li key={hold.id} data-over={live.includes(hold) ? undefined : true}>
                <Link to={`/${language}/holds/${hold.id}`}>
                  <strong>{hold.code ?? sayHold(headingKeys[standing])}</strong>
                  <span>
                    {hold.lines.map((line) => [line.title, line.optionsText].filter(Boolean).join(', ')).join('; ')}
                  </span>
                  <span className={styles.soft}>{hold.locationName}</span>
                  {live.includes(hold) && hold.until && (
                    <em>
                      {sayHold(headingKeys[standing])},{' '}
                      {say('until', { when: formatDayAndTime(hold.until, language, zone) })}
                    </em>
                  )}
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
