import { IconBuildingStore, IconChevronDown } from '@throughline/ui/icons';
import { Form, Link, useLocation } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import { useSayToday } from '../stores/sayToday.ts';
import type { Frame } from './readFrame.ts';
import styles from './StoreControl.module.css';
import { useDisclosure } from './useDisclosure.ts';
import { words } from './words.ts';

/** The shopper's store: what it is, and a way to another. Only this changes it; a form, so it works without scripts. */
export function StoreControl({ frame, wide = false }: { frame: Frame; wide?: boolean }) {
  const language = useLanguage();
  const say = useWords(words);
  const sayToday = useSayToday();
  const { pathname, search } = useLocation();
  const ref = useDisclosure();
  const chosen = frame.stores.find(({ code }) => code === frame.chosenStore);
  if (frame.stores.length === 0) return null;
  return (
    <details ref={ref} className={styles.control} data-wide={wide || undefined}>
      <summary className={styles.summary}>
        <IconBuildingStore size={20} stroke={1.5} aria-hidden />
        <span className={styles.name}>
          {chosen && <span className="visually-hidden">{say('yourStore')}: </span>}
          {chosen?.name ?? say('chooseStore')}
        </span>
        <IconChevronDown size={16} stroke={1.5} aria-hidden />
      </summary>
      <Form method="post" action={addressOf.stores(language)} preventScrollReset className={styles.panel}>
        <input type="hidden" name="intent" value="choose" />
        <input type="hidden" name="back" value={pathname + search} />
        <p className={styles.why}>{say('chooseStoreWhy')}</p>
        <ul className="plain-list">
          {frame.stores.map((store) => (
            <li key={store.code}>
              <button
                type="submit"
                name="store"
                value={store.code}
                aria-pressed={store.code === frame.chosenStore}
                className={styles.store}
              >
                <span>{store.name}</span>
                <span className={styles.today}>{sayToday(store)}</span>
              </button>
            </li>
          ))}
        </ul>
        <div className={styles.more}>
          <Link to={addressOf.stores(language)}>{say('allStores')}</Link>
          {chosen && (
            <button type="submit" name="store" value="" className={styles.forget}>
              {say('forgetStore')}
            </button>
          )}
        </div>
      </Form>
    </details>
  );
}
