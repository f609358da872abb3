import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useWords } from '../shared/language.tsx';
import { useMe } from '../shell/me.ts';
import { NoRight } from '../shell/NoRight.tsx';
import classes from './office.module.css';
import { officeWords } from './words.ts';

const pages = [
  { to: '/office/products', word: 'products', adminOnly: false },
  { to: '/office/prices', word: 'prices', adminOnly: false },
  { to: '/office/stock', word: 'stock', adminOnly: false },
  { to: '/office/orders', word: 'orders', adminOnly: false },
  { to: '/office/customers', word: 'customers', adminOnly: false },
  { to: '/office/returns', word: 'returns', adminOnly: false },
  { to: '/office/matches', word: 'matches', adminOnly: false },
  { to: '/office/money', word: 'money', adminOnly: false, companyWide: true },
  { to: '/office/privacy', word: 'privacy', adminOnly: false, companyWide: true },
  { to: '/office/health', word: 'health', adminOnly: false },
  { to: '/office/people', word: 'people', adminOnly: true },
  { to: '/office/settings', word: 'settings', adminOnly: true },
  { to: '/office/sources', word: 'sources', adminOnly: true },
  { to: '/office/webhooks', word: 'webhooks', adminOnly: true },
] as const;

/** The pages of the Office across the top; what a role may not do is not offered. */
export function OfficeFrame() {
  const t = useWords(officeWords);
  const me = useMe();
  const { pathname } = useLocation();
  const closed = pages.find((page) => page.adminOnly && me.role !== 'admin' && pathname.includes(page.to));
  return (
    <div className={classes.frame}>
      <nav className={classes.pages} aria-label={t('pages')}>
        {pages
          .filter((page) => !page.adminOnly || me.role === 'admin')
          // What concerns the whole company is not for who works in single stores.
          .filter((page) => !('companyWide' in page) || me.role === 'admin' || me.locationIds === 'all')
          .map((page) => (
            <Link key={page.to} to={page.to} className={classes.page}>
              {t(page.word)}
            </Link>
          ))}
      </nav>
      {closed ? (
        <NoRight place={t(closed.word)} roles={['admin']} />
      ) : (
        <main className={classes.screen}>
          <Outlet />
        </main>
      )}
    </div>
  );
}
