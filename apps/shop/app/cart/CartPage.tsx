import { formatDay } from '@throughline/ui/format';
import { Form, Link } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { Notice } from '../shared/forms/Notice.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import { Changes } from './Changes.tsx';
import styles from './cart.module.css';
import type { CartSaid } from './cartAction.ts';
import { EmptyCart } from './EmptyCart.tsx';
import { groupLines, type Parcel, whySplit } from './groupLines.ts';
import { LineRow } from './LineRow.tsx';
import { Summary } from './Summary.tsx';
import type { Cart, Store, VariantNow } from './types.ts';
import { useOrderedElsewhere } from './useOrderedElsewhere.ts';
import { problemKey, words } from './words.ts';

export interface CartPageData {
  cart: Cart;
  variants: VariantNow[];
  stores: Store[];
  zone: string;
  postcode: string | undefined;
  /** Came from the checkout of a cart that another tab had ordered. */
  ordered: boolean;
  /** What was just put in, by the address. */
  added: string | undefined;
  lastOrder: { href: string; number: string; isPending: boolean } | undefined;
}

/** The cart: goods by how they come, what changed, what it costs in the end. */
export function CartPage({ page, said }: { page: CartPageData; said: CartSaid | undefined }) {
  const language = useLanguage();
  const say = useWords(words);
  const { cart } = page;
  const added = page.added && !said ? cart.lines.find((line) => line.variant.id === page.added) : undefined;
  const parcels = groupLines(cart.lines);
  const why = whySplit(parcels);
  const isOrdering = page.ordered && cart.lines.length > 0;
  useOrderedElsewhere(isOrdering, addressOf.cart(language));
  const pieces = cart.lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <div className={`page ${styles.page}`}>
      <h1>
        {say('title')} {pieces > 0 && <small className={styles.count}>{say('pieces', { n: pieces })}</small>}
      </h1>
      <div aria-live="polite" className={styles.said}>
        {added && (
          <Notice kind="good">
            {say('added', { title: [added.variant.title, added.variant.optionsText].filter(Boolean).join(', ') })}
          </Notice>
        )}
        {said?.removed && (
          <Notice>
            <Form method="post" className={styles.undo}>
              <span>{say(said.removed.wasHeld ? 'removedHeld' : 'removed', { title: said.removed.title })}</span>
              <input type="hidden" name="variantId" value={said.removed.variantId} />
              <input type="hidden" name="quantity" value={said.removed.quantity} />
              <input type="hidden" name="way" value={said.removed.way} />
              <input type="hidden" name="held" value={said.removed.wasHeld ? 'yes' : ''} />
              <button type="submit" name="intent" value="undo" className={styles.textButton}>
                {say('undo')}
              </button>
            </Form>
          </Notice>
        )}
        {page.ordered && (
          <Notice kind={isOrdering ? 'waiting' : 'good'}>
            {say(isOrdering ? 'orderingElsewhere' : 'orderedAlready')}
          </Notice>
        )}
        {page.lastOrder?.isPending && (
          <Notice kind="waiting">
            {say('pending')} <Link to={page.lastOrder.href}>{page.lastOrder.number}</Link>
          </Notice>
        )}
        {said?.problem && !said.about && <Notice kind="fault">{say(problemKey(said.problem))}</Notice>}
      </div>
      {cart.lines.length === 0 ? (
        <EmptyCart lastOrder={page.lastOrder} />
      ) : (
        <div className={styles.columns}>
          <div className={styles.goods}>
            <Changes cart={cart} />
            {why && (
              <p className={styles.why}>
                {say(why === 'days' ? 'splitDays' : why === 'stores' ? 'splitStores' : 'splitWays')}
              </p>
            )}
            {parcels.map((parcel) => (
              <section key={parcel.key} className={styles.parcel}>
                <h2>{titleOf(parcel)}</h2>
                <ul className="plain-list">
                  {parcel.lines.map((line) => (
                    <LineRow
                      key={line.id}
                      line={line}
                      cart={cart}
                      variant={page.variants.find((variant) => variant.id === line.variant.id)}
                      stores={page.stores}
                      zone={page.zone}
                    />
                  ))}
                </ul>
              </section>
            ))}
          </div>
          <Summary
            cart={cart}
            postcode={page.postcode}
            said={said}
            mayOrder={!page.lastOrder?.isPending && !isOrdering}
          />
        </div>
      )}
      <p className={styles.foot}>
        <Link to={addressOf.info(language, 'returns')}>{say('returns')}</Link>
      </p>
    </div>
  );

  function titleOf(parcel: Parcel): string {
    if (parcel.method === 'store') return say('collectAt', { store: parcel.locationName ?? '' });
    if (!parcel.window) return say('cannotDeliver');
    const from = formatDay(parcel.window.earliest, language, page.zone);
    const to = formatDay(parcel.window.latest, language, page.zone);
    return from === to ? say('deliveredOn', { from }) : say('deliveredBetween', { from, to });
  }
}
