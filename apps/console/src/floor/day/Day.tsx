import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Answer, createApi, unwrap } from '@throughline/client';
import { formatDay, formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useMe } from '../../shell/me.ts';
import { useHere } from '../frame/useStore.ts';
import { Button, Empty, IconButton, Skeletons } from '../parts/index.tsx';
import classes from './day.module.css';
import { dayWords } from './words.ts';

type DayOf = Answer<'/api/staff/floor/day', 'get'>['days'][number];

const shift = (day: string, days: number): string =>
  new Date(new Date(`${day}T12:00:00Z`).getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** The store's day for its manager: figures with the day before and the same weekday a week before beside them. */
export function Day() {
  const t = useWords(dayWords);
  const language = useLanguage();
  const here = useHere();
  const me = useMe();
  const [date, setDate] = useState<string>();
  const day = useQuery({
    queryKey: ['floor', 'day', here.id, date],
    queryFn: () =>
      unwrap(
        createApi({ language }).GET('/api/staff/floor/day', {
          params: { query: { locationId: here.id, ...(date ? { date } : {}) } },
        }),
      ),
    enabled: me.role !== 'associate',
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  if (me.role === 'associate')
    return (
      <Empty title={t('onlyManagers')}>
        <p>{t('onlyManagersText')}</p>
      </Empty>
    );
  if (!day.data)
    return day.isPending ? (
      <Skeletons count={6} />
    ) : (
      <Empty title={t('failed')}>
        <Button onClick={() => void day.refetch()}>{t('again')}</Button>
      </Empty>
    );
  const { days, zone, asOf } = day.data;
  const [today, yesterday, lastWeek] = [days.at(-1), days.at(-2), days[0]];
  if (!today || !yesterday || !lastWeek) return null;
  const isNow = date === undefined;
  return (
    <div className={classes.day}>
      <header className={classes.head}>
        <h1>{t('title')}</h1>
        <div className={classes.choose}>
          <IconButton label={t('before')} onClick={() => setDate(shift(today.day, -1))}>
            <IconChevronLeft size={24} aria-hidden="true" />
          </IconButton>
          <strong>{formatDay(today.day, language, zone)}</strong>
          <IconButton label={t('after')} disabled={isNow} onClick={() => setDate(nextDay(today.day, zone))}>
            <IconChevronRight size={24} aria-hidden="true" />
          </IconButton>
        </div>
      </header>
      <Tiles today={today} yesterday={yesterday} lastWeek={lastWeek} />
      <Chart days={days} zone={zone} />
      <p className={classes.asOf}>{t('asOf', { time: formatDayAndTime(asOf, language, zone) })}</p>
    </div>
  );
}

/** undefined once it is today's, which goes on by itself. */
function nextDay(day: string, zone: string): string | undefined {
  const next = shift(day, 1);
  return next >= new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date()) ? undefined : next;
}

function Tiles({ today, yesterday, lastWeek }: { today: DayOf; yesterday: DayOf; lastWeek: DayOf }) {
  const t = useWords(dayWords);
  const language = useLanguage();
  const time = (minutes: number | null) =>
    minutes === null
      ? '–'
      : minutes < 60
        ? t('minutes', { n: minutes })
        : t('hours', { h: Math.floor(minutes / 60), m: minutes % 60 });
  const count = (name: string, of: (day: DayOf) => number) => ({
    name,
    value: String(of(today)),
    was: String(of(yesterday)),
    week: String(of(lastWeek)),
    note: '',
  });
  const tiles = [
    count(t('holds'), (day) => day.holds),
    count(t('pickups'), (day) => day.pickups),
    count(t('collected'), (day) => day.collected),
    count(t('lapsed'), (day) => day.lapsed),
    count(t('notFound'), (day) => day.notFound),
    {
      name: t('ready'),
      value: time(today.minutesToReadyMedian),
      was: time(yesterday.minutesToReadyMedian),
      week: time(lastWeek.minutesToReadyMedian),
      note:
        today.minutesToReadyMax === null
          ? ''
          : `${t('worst', { time: time(today.minutesToReadyMax) })} · ${t('readyOf', { n: today.ready })}`,
    },
    count(t('sales'), (day) => day.sales),
    {
      name: t('gross'),
      value: formatMoney(today.gross, language),
      was: formatMoney(yesterday.gross, language),
      week: formatMoney(lastWeek.gross, language),
      note: '',
    },
  ];
  return (
    <dl className={classes.tiles}>
      {tiles.map((tile) => (
        <div key={tile.name} className={classes.tile}>
          <dt>{tile.name}</dt>
          <dd>
            <strong>{tile.value}</strong>
            {tile.note && <span>{tile.note}</span>}
            <span>{t('yesterday', { value: tile.was })}</span>
            <span>{t('lastWeek', { value: tile.week })}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const chartHeight = 140;

/** Eight days as bars from zero, each labelled; the same figures are in the words of each bar. */
function Chart({ days, zone }: { days: readonly DayOf[]; zone: string }) {
  const t = useWords(dayWords);
  const language = useLanguage();
  const most = Math.max(1, ...days.map((day) => day.collected + day.sales));
  return (
    <figure className={classes.chart}>
      <figcaption>
        {t('chart')}
        <span>
          <i data-of="collected" /> {t('collected')} <i data-of="sales" /> {t('sales')}
        </span>
      </figcaption>
      <ul>
        {days.map((day) => (
          <li
            key={day.day}
            aria-label={t('chartText', {
              day: formatDay(day.day, language, zone),
              collected: day.collected,
              sales: day.sales,
            })}
          >
            <span className={classes.bar} style={{ height: chartHeight }}>
              <b>{day.collected + day.sales}</b>
              <i data-of="sales" style={{ height: (day.sales / most) * (chartHeight - 24) }} />
              <i data-of="collected" style={{ height: (day.collected / most) * (chartHeight - 24) }} />
            </span>
            <span aria-hidden="true">{formatDay(day.day, language, zone)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
