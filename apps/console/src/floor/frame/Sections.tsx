import { IconBuildingWarehouse, IconCalendarStats, IconCashRegister, IconListCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../shared/language.tsx';
import { useMe } from '../../shell/me.ts';
import classes from './frame.module.css';
import { frameWords } from './words.ts';

/** The Floor's own navigation: at the thumb on a phone, below the header elsewhere. */
export function Sections() {
  const t = useWords(frameWords);
  const me = useMe();
  return (
    <nav className={classes.sections} aria-label={t('navigation')}>
      <Link to="/floor" className={classes.section} activeOptions={{ exact: true, includeSearch: false }}>
        <IconListCheck size={24} stroke={1.6} aria-hidden="true" />
        {t('today')}
      </Link>
      <Link to="/floor/till" className={classes.section} activeOptions={{ includeSearch: false }}>
        <IconCashRegister size={24} stroke={1.6} aria-hidden="true" />
        {t('till')}
      </Link>
      <Link to="/floor/stock" className={classes.section} activeOptions={{ includeSearch: false }}>
        <IconBuildingWarehouse size={24} stroke={1.6} aria-hidden="true" />
        {t('stock')}
      </Link>
      {me.role !== 'associate' && (
        <Link to="/floor/day" className={classes.section}>
          <IconCalendarStats size={24} stroke={1.6} aria-hidden="true" />
          {t('day')}
        </Link>
      )}
    </nav>
  );
}
