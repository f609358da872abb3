import { formatDayAndTime } from '@throughline/ui/format';
import { Form } from 'react-router';
import type { Store } from '../cart/types.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import type { OrderPageData } from './lastOrder.ts';
import styles from './order.module.css';
import { words } from './words.ts';

/** Another store, later, or somebody else: without cancelling anything, and at the same price. */
export function ChangePickup({
  part,
  stores,
  zone,
}: {
  part: OrderPageData['parts'][number];
  stores: Store[];
  zone: string;
}) {
  const language = useLanguage();
  const say = useWords(words);
  const others = stores.filter((store) => store.id !== part.locationId && store.capabilities.includes('pickup'));
  return (
    <details className={styles.change}>
      <summary>{say('change')}</summary>
      {others.length > 0 && (
        <Form method="post" preventScrollReset className={styles.changeRow}>
          <input type="hidden" name="work" value={part.id} />
          <label>
            {say('otherStore')}
            <select name="store" defaultValue="" required>
              <option value="" disabled>
                {say('chooseStore')}
              </option>
              {others.map((store) => (
                <option key={store.id} value={store.id}>
                  {store.name}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" name="intent" value="move" className="button quiet small">
            {say('move')}
          </button>
        </Form>
      )}
      {part.ends.length > 0 && (
        <Form method="post" preventScrollReset className={styles.changeRow}>
          <input type="hidden" name="work" value={part.id} />
          <label>
            {say('comeUntil')}
            <select name="days" defaultValue={part.ends.at(-1)?.days}>
              {part.ends.map((end) => (
                <option key={end.days} value={end.days}>
                  {formatDayAndTime(end.until, language, zone)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" name="intent" value="keep" className="button quiet small">
            {say('keepLonger')}
          </button>
        </Form>
      )}
      <Form method="post" preventScrollReset className={styles.changeRow}>
        <input type="hidden" name="work" value={part.id} />
        <label>
          {say('collector')}
          <input name="collector" maxLength={120} defaultValue={part.collector ?? ''} autoComplete="off" />
        </label>
        <button type="submit" name="intent" value="collector" className="button quiet small">
          {say('save')}
        </button>
      </Form>
    </details>
  );
}
