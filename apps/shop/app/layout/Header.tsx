import { IconMenu2, IconUser, IconX } from '@throughline/ui/icons';
import { Link, NavLink } from 'react-router';
import { CartLink } from '../cart/CartLink.tsx';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './Header.module.css';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import type { Frame } from './readFrame.ts';
import { SearchBox } from './SearchBox.tsx';
import { StoreControl } from './StoreControl.tsx';
import { useDisclosure } from './useDisclosure.ts';
import { words } from './words.ts';

export function Header({ frame }: { frame: Frame }) {
  const language = useLanguage();
  const say = useWords(words);
  return (
    <header className={styles.header}>
      <div className={`page ${styles.bar}`}>
        <div className={styles.phoneMenu}>
          <PhoneMenu frame={frame} />
        </div>
        <Link to={addressOf.home(language)} className={styles.logo}>
          {frame.shopName}
        </Link>
        <div className={styles.search}>
          <SearchBox />
        </div>
        <div className={styles.tools}>
          <div className={styles.wide}>
            <StoreControl frame={frame} />
          </div>
          <div className={styles.wide}>
            <LanguageSwitch />
          </div>
          <Link to={addressOf.account(language)} className={styles.tool} aria-label={say('account')}>
            <IconUser size={22} stroke={1.5} aria-hidden />
          </Link>
          <CartLink pieces={frame.cartPieces} />
        </div>
      </div>
      <nav aria-label={say('categories')} className={styles.nav}>
        <ul className={`plain-list ${styles.links}`}>
          {frame.menu.map((entry) => (
            <li key={entry.code}>
              <NavLink to={addressOf.category(language, entry.slug)}>{entry.name}</NavLink>
            </li>
          ))}
          <li>
            <NavLink to={addressOf.reduced(language)} className={`${styles.reduced}`}>
              {say('reduced')}
            </NavLink>
          </li>
        </ul>
      </nav>
    </header>
  );
}

/** Everything of the header that does not fit a phone, behind one button. */
function PhoneMenu({ frame }: { frame: Frame }) {
  const language = useLanguage();
  const say = useWords(words);
  const ref = useDisclosure();
  return (
    <details ref={ref} className={styles.menu}>
      <summary aria-label={say('menu')} className={styles.tool}>
        <IconMenu2 size={24} stroke={1.5} aria-hidden className={styles.whenClosed} />
        <IconX size={24} stroke={1.5} aria-hidden className={styles.whenOpen} />
      </summary>
      <div className={styles.sheet}>
        <nav aria-label={say('main')}>
          <ul className="plain-list">
            {frame.menu.map((entry) => (
              <li key={entry.code}>
                <Link to={addressOf.category(language, entry.slug)}>{entry.name}</Link>
              </li>
            ))}
            <li>
              <Link to={addressOf.reduced(language)}>{say('reduced')}</Link>
            </li>
          </ul>
        </nav>
        <StoreControl frame={frame} wide />
        <LanguageSwitch wide />
      </div>
    </details>
  );
}
