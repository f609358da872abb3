import { formatDay } from '@throughline/ui/format';
import { useLanguage, useWords } from '../shared/language.tsx';
import { useRetailer } from '../shared/page/index.ts';
import classes from './customers.module.css';
import type { Profile } from './queries.ts';
import { profileWords } from './words.ts';

/** What somebody searched for, the last first: what to talk about before they say it. */
export function Searches({ searches }: { searches: Profile['searches'] }) {
  const t = useWords(profileWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  if (searches.length === 0) return <p className={classes.soft}>{t('searchesNone')}</p>;
  return (
    <ul className={classes.rows}>
      {searches.map(({ words, times, lastAt }) => (
        <li key={words}>
          <span>
            {words}
            {times > 1 && <small>{t('times', { n: times })}</small>}
          </span>
          <span className={classes.soft}>{formatDay(lastAt, language, zone)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The kinds of device somebody came with. */
export function Devices({ devices }: { devices: Profile['devices'] }) {
  const t = useWords(profileWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  if (devices.length === 0) return <p className={classes.soft}>{t('devicesNone')}</p>;
  const nameOf = ({ browser, system }: Profile['devices'][number]) =>
    browser && system ? t('deviceOn', { browser, system }) : browser || system;
  const sourceOf = (source: string) => (source === 'web' ? t('webShop') : t('part_other', { source }));
  return (
    <ul className={classes.rows}>
      {devices.map((device) => (
        <li key={`${device.browser}|${device.system}|${device.source}`}>
          <span>
            {nameOf(device)}
            <small>{sourceOf(device.source)}</small>
          </span>
          <span className={classes.soft}>
            {[...new Set([formatDay(device.firstAt, language, zone), formatDay(device.lastAt, language, zone)])].join(
              ' – ',
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
