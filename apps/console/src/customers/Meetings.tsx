import { channelStyle, channelWords } from '@throughline/ui/channels';
import { useLanguage, useWords } from '../shared/language.tsx';
import classes from './customers.module.css';
import type { Profile } from './queries.ts';
import { profileWords } from './words.ts';

const monthsShown = 12;

/** Twelve months of meetings, a bar each, its channels in their colours; each bar says itself in words too. */
export function Meetings({ activity }: { activity: Profile['activity'] }) {
  const t = useWords(profileWords);
  const channelName = useWords(channelWords);
  const language = useLanguage();
  const months = lastMonths(new Date());
  const total = (month: string) =>
    activity.filter((one) => one.month === month).reduce((sum, one) => sum + one.times, 0);
  const most = Math.max(...months.map(total));
  if (most === 0) return <p className={classes.soft}>{t('meetingsNone')}</p>;
  const nameOf = (month: string, style: 'short' | 'long') =>
    new Date(`${month}-15T12:00:00Z`).toLocaleDateString(language, { month: style });
  const used = [...new Set(activity.filter((one) => months.includes(one.month)).map((one) => one.channel))];
  return (
    <figure className={classes.meetings}>
      <ol>
        {months.map((month) => {
          const parts = activity.filter((one) => one.month === month);
          const n = total(month);
          const said = parts.map((one) => `${channelName(one.channel as 'web')} ${one.times}`).join(', ');
          return (
            <li key={month} title={said}>
              <span className={classes.hidden}>
                {t('meetingsOf', { n, month: nameOf(month, 'long') })} {said}
              </span>
              <span aria-hidden="true" className={classes.count}>
                {n > 0 ? n : ''}
              </span>
              <span aria-hidden="true" className={classes.bar} style={{ height: `${(n / most) * 72}px` }}>
                {parts.map((one) => (
                  <span key={one.channel} style={{ flexGrow: one.times, background: channelStyle(one.channel) }} />
                ))}
              </span>
              <small aria-hidden="true">{nameOf(month, 'short')}</small>
            </li>
          );
        })}
      </ol>
      <figcaption>
        {used.map((channel) => (
          <span key={channel}>
            <i style={{ background: channelStyle(channel) }} aria-hidden="true" /> {channelName(channel as 'web')}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function lastMonths(now: Date): string[] {
  return Array.from({ length: monthsShown }, (_, index) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (monthsShown - 1 - index), 15))
      .toISOString()
      .slice(0, 7),
  );
}
