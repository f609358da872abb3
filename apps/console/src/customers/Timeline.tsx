import { Button } from '@mantine/core';
import { ChannelIcon, channelWords } from '@throughline/ui/channels';
import { formatDay, formatMoney, formatTime } from '@throughline/ui/format';
import { useState } from 'react';
import { sayEvent } from '../desk/customer/sayEvent.ts';
import { timelineWords } from '../desk/customer/timelineWords.ts';
import { useLanguage, useWords } from '../shared/language.tsx';
import { FailureNotice } from '../shared/list/index.ts';
import { useLocations, useRetailer, Waiting } from '../shared/page/index.ts';
import classes from './customers.module.css';
import { type TimelineKind, timelineKinds, useTimeline } from './queries.ts';
import { profileWords } from './words.ts';

/** Everything over all channels, newest first, a page at a time; new entries come by themselves. */
export function Timeline({ id }: { id: string }) {
  const t = useWords(profileWords);
  const w = useWords(timelineWords);
  const channelName = useWords(channelWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const locations = useLocations();
  const [kind, setKind] = useState<TimelineKind>();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useTimeline(id, kind);
  const entries = data?.pages.flatMap((page) =>
    page.items.flatMap((entry) => {
      const word = sayEvent(entry.type, entry.data);
      return word ? [{ ...entry, word }] : [];
    }),
  );
  return (
    <>
      <fieldset className={classes.chips}>
        <legend className={classes.hidden}>{t('timeline')}</legend>
        {[undefined, ...timelineKinds].map((one) => (
          <button key={one ?? 'all'} type="button" aria-pressed={kind === one} onClick={() => setKind(one)}>
            {t(one ?? 'all')}
          </button>
        ))}
      </fieldset>
      {error ? (
        <FailureNotice error={error} retry={() => void refetch()} />
      ) : !entries ? (
        <Waiting label={t('timeline')} />
      ) : entries.length === 0 ? (
        <p className={classes.soft}>{t('nothing')}</p>
      ) : (
        <ol className={classes.timeline}>
          {entries.map((entry, index) => {
            const day = formatDay(entry.at, language, zone);
            const isNewDay = index === 0 || formatDay(entries[index - 1]?.at ?? '', language, zone) !== day;
            const place = locations.find((one) => one.id === entry.locationId)?.name;
            const number = typeof entry.data.number === 'string' ? entry.data.number : undefined;
            const { total, currency, seconds } = entry.type.endsWith('.reported') ? entry.data : {};
            const worth =
              typeof total === 'number' && typeof currency === 'string'
                ? formatMoney({ amount: total, currency }, language)
                : undefined;
            const long =
              typeof seconds === 'number' && seconds > 0
                ? t(seconds < 60 ? 'seconds' : 'minutes', { n: seconds < 60 ? seconds : Math.round(seconds / 60) })
                : undefined;
            return (
              <li key={entry.eventId} data-day={isNewDay ? '' : undefined}>
                <span className={classes.day}>{isNewDay ? day : ''}</span>
                <ChannelIcon channel={entry.channel} />
                <span>
                  {w(entry.word)}
                  <small>
                    {[number, worth, long, channelName(entry.channel as 'web'), place].filter(Boolean).join(' · ')}
                  </small>
                </span>
                <time dateTime={entry.at}>{formatTime(entry.at, language, zone)}</time>
              </li>
            );
          })}
        </ol>
      )}
      {hasNextPage && (
        <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
