import { useQuery } from '@tanstack/react-query';
import { formatDay } from '@throughline/ui/format';
import { unwrap, useApi } from '../shared/api.ts';
import { useLanguage, useWords } from '../shared/language.tsx';
import { State, useRetailer } from '../shared/page/index.ts';
import classes from './customers.module.css';
import { profileWords } from './words.ts';

/** In which ways news and offers may be sent, and why not: beside the addresses, before somebody writes. */
export function News({ id }: { id: string }) {
  const t = useWords(profileWords);
  const api = useApi();
  const language = useLanguage();
  const { zone } = useRetailer();
  const { data } = useQuery({
    queryKey: ['customers', id, 'consents'],
    queryFn: () => unwrap(api.GET('/api/staff/customers/{id}/consents', { params: { path: { id } } })),
    enabled: id !== '',
  });
  if (!data) return null;
  const since = new Map(
    data.choices.filter(({ purpose }) => purpose === 'marketing').map((choice) => [choice.channel, choice.since]),
  );
  return (
    <>
      <h3 className={classes.subhead}>{t('news')}</h3>
      <ul className={classes.rows}>
        {data.reach.map(({ channel, allowed, reason }) => {
          const day = since.get(channel);
          return (
            <li key={channel}>
              <span>
                {t(`news_${channel as 'email' | 'sms' | 'phone' | 'whatsapp' | 'push'}`)}
                {day && <small>{formatDay(day, language, zone)}</small>}
              </span>
              <State tone={allowed ? 'good' : reason === 'no_consent' || reason === 'no_address' ? 'plain' : 'bad'}>
                {allowed ? t('newsYes') : t(`news_${reason ?? 'no_consent'}`)}
              </State>
            </li>
          );
        })}
      </ul>
    </>
  );
}
