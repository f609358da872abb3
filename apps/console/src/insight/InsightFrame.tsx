import { Link, Outlet } from '@tanstack/react-router';
import office from '../office/office.module.css';
import { useWords } from '../shared/language.tsx';
import { insightWords } from './words.ts';

const pages = [
  { to: '/insight/sales', word: 'sales' },
  { to: '/insight/paths', word: 'paths' },
  { to: '/insight/journeys', word: 'journeys' },
] as const;

export function InsightFrame() {
  const t = useWords(insightWords);
  return (
    <div className={office.frame}>
      <nav className={office.pages} aria-label={t('pages')}>
        {pages.map((page) => (
          <Link key={page.to} to={page.to} className={office.page}>
            {t(page.word)}
          </Link>
        ))}
      </nav>
      <main className={office.screen}>
        <Outlet />
      </main>
    </div>
  );
}
