import { Outlet } from '@tanstack/react-router';
import { useWords } from '../shared/language.tsx';
import { AreaRail } from './AreaRail.tsx';
import { useLiveState } from './live.ts';
import { ShellKeys } from './ShellKeys.tsx';
import classes from './shell.module.css';
import { useKeptFocus } from './useKeptFocus.ts';
import { shellWords } from './words.ts';

/** The frame of every screen: areas at the side (at the bottom on a phone), the screen beside them. */
export function Shell() {
  const t = useWords(shellWords);
  const state = useLiveState();
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
        <Outlet />
      </div>
    </div>
  );
}
