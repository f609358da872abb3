import { Link } from 'react-router';
import { addressOf, type InfoPage } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import styles from './Footer.module.css';
import { words } from './pageWords.ts';
import type { Frame } from './readFrame.ts';

const help: InfoPage[] = ['delivery', 'returns', 'withdraw', 'guarantee', 'contact'];
const legal: InfoPage[] = ['terms', 'privacy', 'accessibility', 'cookies'];

/** The same links on every page, in words. */
export function Footer({ frame }: { frame: Frame }) {
  const language = useLanguage();
  const say = useWords(words);
  return (
    <footer className={styles.footer}>
      <div className={`page ${styles.columns}`}>
        <div>
          <p className={styles.name}>{frame.shopName}</p>
          <address className={styles.address}>
            {frame.legal.companyName}
            <br />
            {frame.legal.address}
            <br />
            <a href={`mailto:${frame.legal.email}`}>{frame.legal.email}</a>
            <br />
            <a href={`tel:${frame.legal.phone}`}>{frame.legal.phone}</a>
          </address>
        </div>
        <nav aria-labelledby="footer-shop">
          <h2 id="footer-shop">{say('shop')}</h2>
          <ul className="plain-list">
            <li>
              <Link to={addressOf.newest(language)}>{say('newest')}</Link>
            </li>
            <li>
              <Link to={addressOf.reduced(language)}>{say('reduced')}</Link>
            </li>
            <li>
              <Link to={addressOf.stores(language)}>{say('stores')}</Link>
            </li>
            <li>
              <Link to={addressOf.account(language)}>{say('account')}</Link>
            </li>
          </ul>
        </nav>
        <Pages title={say('help')} pages={help} id="footer-help" />
        <Pages title={say('legal')} pages={legal} id="footer-legal" />
      </div>
      <p className={`page ${styles.small}`}>
        {frame.legal.taxId} · {frame.legal.registration}
      </p>
    </footer>
  );
}

function Pages({ title, pages, id }: { title: string; pages: InfoPage[]; id: string }) {
  const language = useLanguage();
  const say = useWords(words);
  return (
    <nav aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="plain-list">
        {pages.map((page) => (
          <li key={page}>
            <Link to={page === 'withdraw' ? addressOf.withdrawal(language) : addressOf.info(language, page)}>
              {say(page)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
