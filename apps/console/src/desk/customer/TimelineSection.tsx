import { ChannelIcon, channelWords } from '@throughline/ui/channels';
import { formatDay, formatTime } from '@throughline/ui/format';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { type Panel, useZone } from '../queries.ts';
import classes from './customer.module.css';
import { sayEvent } from './sayEvent.ts';
import { timelineWords } from './timelineWords.ts';
import { customerWords } from './words.ts';

const shownAtFirst = 8;

/** The last contacts, newest first: where and what, in words. */
export function TimelineSection({ panel }: { panel: Panel }) {
  const w = useWords(customerWords);
  const t = useWords(timelineWords);
  const channel = useWords(channelWords);
  const language = useLanguage();
  const zone = useZone();
  const [isAll, setAll] = useState(false);
  const entries = panel.timeline.flatMap((entry) => {
    const key = sayEvent(entry.type, entry.data);
    return key ? [{ ...entry, key }] : [];
  });
  return (
    <section className={classes.section}>
      <h3>{w('timeline')}</h3>
      {entries.length === 0 && <p className={classes.soft}>{w('empty')}</p>}
      <ol className={classes.timeline}>
        {(isAll ? entries : entries.slice(0, shownAtFirst)).map((entry, index, all) => {
          const day = formatDay(entry.at, language, zone);
          const before = all[index - 1];
          return (
            <li key={entry.eventId}>
              <ChannelIcon channel={entry.channel} size={15} />
              <span>
                <span className={classes.hidden}>{channel(entry.channel as 'chat')}: </span>
                {t(entry.key)}
              </span>
              <time dateTime={entry.at}>
                {before && formatDay(before.at, language, zone) === day ? '' : `${day}, `}
                {formatTime(entry.at, language, zone)}
              </time>
            </li>
          );
        })}
      </ol>
      {!isAll && entries.length > shownAtFirst && (
        <button type="button" className={classes.link} onClick={() => setAll(true)}>
          {w('timelineAll')}
        </button>
      )}
    </section>
  );
}
