import {
  IconBuildingWarehouse,
  IconCalendarStats,
  IconCashRegister,
  IconListCheck,
  IconReceiptRefund,
  IconUsers,
} from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useWords } from '../../shared/language.tsx';
import { useMe } from '../../shell/me.ts';
import classes from './frame.module.css';
import { frameWords } from './words.ts';

const sections = [
  { to: '/floor', word: 'today', icon: IconListCheck, of: /^\/floor(\/work\/.*)?\/?$/ },
  { to: '/floor/till', word: 'till', icon: IconCashRegister, of: /^\/floor\/till/ },
  { to: '/floor/people', word: 'people', icon: IconUsers, of: /^\/floor\/people/ },
  { to: '/floor/returns', word: 'returns', icon: IconReceiptRefund, of: /^\/floor\/returns/ },
  { to: '/floor/stock', word: 'stock', icon: IconBuildingWarehouse, of: /^\/floor\/stock/ },
  { to: '/floor/day', word: 'day', icon: IconCalendarStats, of: /^\/floor\/day/ },
] as const;

/** The Floor's own navigation: at the thumb on a phone, below the header elsewhere. */
export function Sections() {
  const t = useWords(frameWords);
  const me = useMe();
  const { pathname } = useLocation();
  const path = pathname.replace(/^\/console/, '');
  return (
    <nav className={classes.sections} aria-label={t('navigation')}>
      {sections
        .filter((section) => section.word !== 'day' || me.role !== 'associate')
        .map(({ to, word, icon: Shape, of }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            className={classes.section}
            aria-current={of.test(path) ? 'page' : undefined}
          >
            <Shape size={24} stroke={1.6} aria-hidden="true" />
            {t(word)}
          </Link>
        ))}
    </nav>
  );
}
