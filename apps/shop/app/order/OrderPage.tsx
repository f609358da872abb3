import { formatDay, formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { Link } from 'react-router';
import type { Store } from '../cart/types.ts';
import { addressOf } from '../shared/addresses.ts';
import { Notice } from '../shared/forms/Notice.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import { useLiveReload } from '../shared/useLiveReload.ts';
import type { OrderPageData } from './lastOrder.ts';
import { OrderPart } from './OrderPart.tsx';
import styles from './order.module.css';
import { standingOfOrder } from './orderView.ts';
import { words } from './words.ts';

export interface OrderProps {
  page: OrderPageData;
  stores: Store[];
  zone: string;
  /** The guest's way to it, from the address. */
  token: string | undefined;
  justPlaced: boolean;
  signedIn: boolean;
}

/** Where is it, when does it come, what is to be done: the rest of the order stands below. */
export function OrderPage({ page, stores, zone, token, justPlaced, signedIn }: OrderProps) {
  const language = useLanguage();
  const say = useWords(words);
  const { order } = page;
  const standing = standingOfOrder(page);
  useLiveReload((data) => data.orderId === order.id, standing === 'checking' ? 4_000 : 30_000);
  const email = order.contact.email ?? '';
  const exact = (money: { amount: number; currency: string }) => formatMoney(money, language, 'exact');
  const sent = order.lines.find((line) => line.kind === 'delivery');
  const isOpen = standing !== 'checking' && standing !== 'not_paid' && standing !== 'cancelled';
  const address = order.deliveryAddress;
  return (
    <div className={`page ${styles.page}`}>
      <h1>{say('title', { number: order.number })}</h1>
      <div className={styles.said} aria-live="polite">
        {justPlaced && isOpen && (
          <Notice kind="good" title={say('thanks', { number: order.number })}>
            {say('thanksMail', { email })}
          </Notice>
        )}
        {standing === 'checking' && (
          <Notice kind="waiting" title={say('checking')}>
            {say('checkingDo')}
          </Notice>
        )}
        {standing === 'not_paid' && (
          <Notice kind="fault" title={say('not_paid')}>
            {say('not_paidDo')} <Link to={addressOf.cart(language)}>{say('toCart')}</Link>
          </Notice>
        )}
        {standing === 'cancelled' && <Notice title={say('cancelled')}>{say('cancelledDo')}</Notice>}
      </div>
      {isOpen &&
        page.parts.map((part) => (
          <OrderPart
            key={part.id}
            part={part}
            page={page}
            store={stores.find((store) => store.id === part.locationId)}
            zone={zone}
            token={token}
          />
        ))}
      <div className={styles.columns}>
        <section aria-labelledby="goods">
          <h2 id="goods">{say('goods')}</h2>
          <ul className="plain-list">
            {order.lines
              .filter((line) => line.kind === 'goods')
              .map((line) => {
                const card = page.cards.find((candidate) => candidate.lineId === line.id)?.card;
                const title = line.snapshot.title?.[language] ?? card?.title ?? '';
                return (
                  <li key={line.id} className={styles.item} data-off={line.state === 'cancelled' || undefined}>
                    {card?.pictureUrl ? (
                      <img className="picture" src={card.pictureUrl} alt="" width={88} height={66} />
                    ) : (
                      <span />
                    )}
                    <span>
                      {line.quantity > 1 && `${line.quantity} × `}
                      {card && !card.archived ? (
                        <Link to={addressOf.product(language, card.slug, card.sku)}>{title}</Link>
                      ) : (
                        title
                      )}
                      <small>{line.snapshot.options?.[language] ?? card?.optionsText}</small>
                    </span>
                    <span className={styles.money}>{exact(line.gross)}</span>
                  </li>
                );
              })}
          </ul>
          <dl className={styles.sums}>
            {order.totals.discount.amount > 0 && (
              <div>
                <dt>{say('discount')}</dt>
                <dd>−{exact(order.totals.discount)}</dd>
              </div>
            )}
            {sent && (
              <div>
                <dt>{say('delivery')}</dt>
                <dd>{exact(sent.gross)}</dd>
              </div>
            )}
            <div className={styles.total}>
              <dt>{say('total')}</dt>
              <dd>{exact(order.totals.gross)}</dd>
            </div>
          </dl>
        </section>
        <aside className={styles.facts}>
          <dl>
            <dt>{say('payState')}</dt>
            <dd>{payment()}</dd>
            <dt>{say('placed')}</dt>
            <dd>{formatDayAndTime(order.placedAt, language, zone)}</dd>
            <dt>{say('contact')}</dt>
            <dd>
              {order.contact.name}
              <br />
              {email}
              {order.contact.phone && (
                <>
                  <br />
                  {order.contact.phone}
                </>
              )}
            </dd>
            {address && (
              <>
                <dt>{say('deliveredTo')}</dt>
                <dd>
                  {address.line1}
                  <br />
                  {address.postcode} {address.city}
                  {address.note && (
                    <>
                      <br />
                      {address.note}
                    </>
                  )}
                </dd>
              </>
            )}
            <dt>{say('documents')}</dt>
            <dd>
              {say('confirmation', { email })}
              <br />
              <Link to={addressOf.info(language, 'terms')}>{say('terms')}</Link>
            </dd>
          </dl>
          <p>
            {say('help')}{' '}
            <Link to="?chat=open" preventScrollReset>
              {say('chat')}
            </Link>
            {isOpen && order.lines.some((line) => line.kind === 'goods' && line.state === 'fulfilled') && (
              <>
                <br />
                <Link
                  to={`/${language}/orders/${order.id}/return${token ? `?token=${encodeURIComponent(token)}` : ''}`}
                >
                  {say('giveBack')}
                </Link>
              </>
            )}
            {isOpen && order.contractMadeAt.place === 'distance' && (
              <>
                <br />
                <Link to={addressOf.withdrawal(language, { id: order.id, token })}>{say('withdraw')}</Link>
              </>
            )}
          </p>
          <p>
            {signedIn ? (
              <Link to={addressOf.account(language)}>{say('account')}</Link>
            ) : (
              <>
                <strong>{say('keep')}</strong>
                <br />
                {say('keepHint', { email })}{' '}
                <Link
                  to={`/${language}/sign-in?email=${encodeURIComponent(email)}&to=${encodeURIComponent(addressOf.account(language))}`}
                >
                  {say('signIn')}
                </Link>
              </>
            )}
          </p>
        </aside>
      </div>
    </div>
  );

  function payment(): string {
    if (page.payment.state === 'pending') return say('payPending');
    if (page.payment.refunded) return say('payRefunded', { amount: exact(page.payment.refunded) });
    if (order.paidAt) return say('payPaid', { when: formatDay(order.paidAt, language, zone) });
    return isOpen ? say('payInStore') : '—';
  }
}
