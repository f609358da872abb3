import { Outlet, useLocation } from '@tanstack/react-router';
import { useWords } from '../shared/language.tsx';
import { AreaRail } from './AreaRail.tsx';
import { areaAt } from './areas.ts';
import { useLiveState } from './live.ts';
import { useMe } from './me.ts';
import { NoRight } from './NoRight.tsx';
import { ShellKeys } from './ShellKeys.tsx';
import classes from './shell.module.css';
import { useKeptFocus } from './useKeptFocus.ts';
import { shellWords } from './words.ts';

/** The frame of every screen: areas at the side (at the bottom on a phone), the screen beside them. */
export function Shell() {
  const t = useWords(shellWords);
  const state = useLiveState();
  const me = useMe();
  const area = areaAt(useLocation().pathname);
  useKeptFocus();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <AreaRail />
      <ShellKeys />
      <div className={classes.screen} id="content">
        {state === 'lost' && (
          <p className={classes.lost} role="status">
            {t('lost')}
          </p>
        )}
        {area && !area.roles.includes(me.role) ? <NoRight place={t(area.word)} roles={area.roles} /> : <Outlet />}
      </div>
    </div>
  );
}
