import { formatDay } from '@throughline/ui/format';
import { Form } from 'react-router';
import { useLanguage, useWords } from '../shared/language.ts';
import type { OrderPageData } from './lastOrder.ts';
import styles from './order.module.css';
import { words } from './words.ts';

/** Something is not there: what becomes of it is the customer's choice, one tap each. */
export function ChooseInstead({ page }: { page: OrderPageData }) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <>
      {page.shortages.map((shortage) => {
        const card = page.cards.find((one) => one.lineId === shortage.lineId)?.card;
        const goods = [card?.title, card?.optionsText].filter(Boolean).join(', ');
        return (
          <section key={shortage.id} id="choose" className={styles.choose} aria-labelledby={`${shortage.id}-title`}>
            <h2 id={`${shortage.id}-title`}>{say(shortage.state === 'waiting' ? 'youWait' : 'chooseTitle')}</h2>
            <p>
              {shortage.quantity} × {goods}
            </p>
            <p className={styles.soft}>{say('chooseText')}</p>
            <Form method="post" preventScrollReset className={styles.choices}>
              <input type="hidden" name="intent" value="choose" />
              <input type="hidden" name="shortage" value={shortage.id} />
              {shortage.stores.slice(0, 3).map((store) => (
                <button
                  key={store.locationId}
                  type="submit"
                  name="choice"
                  value={`other_store:${store.locationId}`}
                  className="button quiet"
                >
                  {say('chooseStoreAt', { store: store.name })}
                </button>
              ))}
              {shortage.canBeSentHere && (
                <button type="submit" name="choice" value="ship_here" className="button quiet">
                  {say('chooseShipHere')}
                </button>
              )}
              {shortage.canBeSent && page.order.deliveryAddress && (
                <button type="submit" name="choice" value="delivery" className="button quiet">
                  {say('chooseSend')}
                  {shortage.sentBy && (
                    <> · {say('chooseSendBy', { day: formatDay(shortage.sentBy, language, 'UTC') })}</>
                  )}
                </button>
              )}
              {shortage.state === 'open' && (
                <button type="submit" name="choice" value="wait" className="button quiet">
                  {say('chooseWait')}
                </button>
              )}
              <button type="submit" name="choice" value="refund" className="button quiet">
                {say(page.order.paidAt ? 'chooseRefund' : 'chooseDrop')}
              </button>
            </Form>
            {shortage.canBeSent && !page.order.deliveryAddress && (
              <details className={styles.change}>
                <summary>{say('chooseSend')}</summary>
                <Form method="post" preventScrollReset className={styles.address}>
                  <input type="hidden" name="intent" value="choose" />
                  <input type="hidden" name="shortage" value={shortage.id} />
                  <input type="hidden" name="choice" value="delivery" />
                  <label>
                    {say('street')}
                    <input name="line1" required maxLength={200} autoComplete="address-line1" />
                  </label>
                  <label>
                    {say('postcode')}
                    <input name="postcode" required maxLength={12} autoComplete="postal-code" />
                  </label>
                  <label>
                    {say('city')}
                    <input name="city" required maxLength={100} autoComplete="address-level2" />
                  </label>
                  <button type="submit" className="button small">
                    {say('chooseSend')}
                  </button>
                </Form>
              </details>
            )}
          </section>
        );
      })}
    </>
  );
}
