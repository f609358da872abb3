import { formatDay, formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { useEffect } from 'react';
import { Link } from 'react-router';
import type { Store } from '../cart/types.ts';
import { addressOf } from '../shared/addresses.ts';
import { Notice } from '../shared/forms/Notice.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import { useLiveReload } from '../shared/useLiveReload.ts';
import { CancelOrder } from './CancelOrder.tsx';
import { ChooseInstead } from './ChooseInstead.tsx';
import type { OrderPageData } from './lastOrder.ts';
import { OrderPart } from './OrderPart.tsx';
import styles from './order.module.css';
import type { OrderSaid } from './orderAction.ts';
import { standingOfOrder } from './orderView.ts';
import { PayOrder } from './PayOrder.tsx';
import { words } from './words.ts';

export interface OrderProps {
  page: OrderPageData;
  stores: Store[];
  zone: string;
  /** The guest's way to it, from the address. */
  token: string | undefined;
  /** How it can be paid at a distance, as the server offers it. */
  methods: readonly string[];
  justPlaced: boolean;
  signedIn: boolean;
  said?: OrderSaid | undefined;
}

const problems = [
  'insufficient_stock',
  'not_cancellable',
  'not_changeable',
  'payment_pending',
  'hold_limit_exceeded',
  'nothing_chosen',
  'payment_declined',
  'illegal_transition',
] as const;
const problemWord = (code: string) => `p_${problems.find((one) => one === code) ?? 'other'}` as const;

/** Where is it, when does it come, what is to be done: the rest of the order stands below. */
export function OrderPage({ page, stores, zone, token, methods, justPlaced, signedIn, said }: OrderProps) {
  const language = useLanguage();
  const say = useWords(words);
  const { order } = page;
  const standing = standingOfOrder(page);
  useLiveReload((data) => data.orderId === order.id, standing === 'checking' ? 4_000 : 30_000);
  // The checkout keeps its place while it answers, and would keep it here, far below the thanks.
  useEffect(() => {
    if (justPlaced) scrollTo(0, 0);
  }, [justPlaced]);
  const email = order.contact.email ?? '';
  const exact = (money: { amount: number; currency: string }) => formatMoney(money, language, 'exact');
  const sent = order.lines.find((line) => line.kind === 'delivery');
  const isOpen =
    standing !== 'checking' && standing !== 'awaiting_transfer' && standing !== 'not_paid' && standing !== 'cancelled';
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
        {said?.done && <Notice kind="good">{say(`done_${said.done}`)}</Notice>}
        {said?.problem && <Notice kind="fault">{say(problemWord(said.problem))}</Notice>}
        {standing === 'checking' && (
          <Notice kind="waiting" title={say('checking')}>
            {say('checkingDo')}
            {page.payment.action?.url && (
              <>
                {' '}
                {say('notPaidYet')} <a href={page.payment.action.url}>{say('toPayment')}</a> {say('or')}{' '}
                <Link to={`/${language}/checkout/paid?cancelled=1`} reloadDocument>
                  {say('leavePayment')}
                </Link>
              </>
            )}
          </Notice>
        )}
        {standing === 'awaiting_transfer' && page.payment.transfer && (
          <Notice kind="waiting" title={say('transfer')}>
            {say('transferDo', { until: formatDay(page.payment.transfer.until, language, zone) })}
            <dl className={styles.transfer}>
              <dt>{say('transferAmount')}</dt>
              <dd>{exact(page.payment.transfer.amount)}</dd>
              <dt>{say('transferAccount')}</dt>
              <dd>{page.payment.transfer.account.replace(/(.{4})(?=.)/g, '$1 ')}</dd>
              <dt>{say('transferTitle')}</dt>
              <dd>{page.payment.transfer.title}</dd>
            </dl>
          </Notice>
        )}
        {standing === 'not_paid' && (
          <Notice kind="fault" title={say('not_paid')}>
            {say('not_paidDo')} <Link to={addressOf.cart(language)}>{say('toCart')}</Link>
          </Notice>
        )}
        {standing === 'cancelled' && <Notice title={say('cancelled')}>{say('cancelledDo')}</Notice>}
      </div>
      <PayOrder page={page} zone={zone} methods={methods} />
      {isOpen && <ChooseInstead page={page} />}
      {isOpen &&
        page.parts
          .filter(isShown)
          .map((part) => (
            <OrderPart
              key={part.id}
              part={part}
              page={page}
              store={stores.find((store) => store.id === part.locationId)}
              zone={zone}
              token={token}
              stores={stores}
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
            {order.worth.gross.amount !== order.totals.gross.amount && (
              <div className={styles.total}>
                <dt>{say('worthNow')}</dt>
                <dd>{exact(order.worth.gross)}</dd>
              </div>
            )}
          </dl>
          {isOpen && <CancelOrder page={page} />}
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

  /** What moved to another store or was found missing stands elsewhere on the page. */
  function isShown(part: OrderPageData['parts'][number]): boolean {
    return part.stage !== 'cancelled' && !(part.stage === 'not_found' && page.shortages.length > 0);
  }

  function payment(): string {
    if (page.payment.transfer) return say('payTransfer');
    if (page.payment.state === 'pending') return say('payPending');
    if (page.payment.refunded) return say('payRefunded', { amount: exact(page.payment.refunded) });
    if (order.paidAt) return say('payPaid', { when: formatDay(order.paidAt, language, zone) });
    return isOpen ? say('payInStore') : '—';
  }
}
