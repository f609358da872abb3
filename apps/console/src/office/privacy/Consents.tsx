import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatDay } from '@throughline/ui/format';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { Section, State, useRetailer, Waiting, WideTable } from '../../shared/page/index.ts';
import money from '../money/money.module.css';
import classes from './privacy.module.css';
import { type Wording, WordingForm } from './WordingForm.tsx';
import { privacyWords } from './words.ts';

/** How many agree to what, and exactly what they were asked. */
export function Consents() {
  const t = useWords(privacyWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const api = useApi();
  const [replaced, setReplaced] = useState<Wording>();
  const { data, error, refetch } = useQuery({
    queryKey: ['privacy', 'consents'],
    queryFn: () => unwrap(api.GET('/api/staff/privacy/consents')),
  });
  if (error) return <FailureNotice error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting label={t('consents')} />;
  const share = new Intl.NumberFormat(language, { style: 'percent' });
  return (
    <>
      {data.states.length === 0 ? (
        <p className={money.soft}>{t('consentsNone')}</p>
      ) : (
        <WideTable label={t('consents')}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('purpose')}</th>
                <th scope="col">{t('channel')}</th>
                <th scope="col">{t('yes')}</th>
                <th scope="col">{t('no')}</th>
                <th scope="col">{t('share')}</th>
              </tr>
            </thead>
            <tbody>
              {data.states.map((one) => (
                <tr key={`${one.purpose} ${one.channel}`}>
                  <td>{t(one.purpose as 'marketing')}</td>
                  <td>{t(one.channel as 'web')}</td>
                  <td>{one.given}</td>
                  <td>{one.withdrawn}</td>
                  <td>{share.format(one.given / (one.given + one.withdrawn))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
      <Section title={t('wordings')}>
        <p className={money.soft}>{t('wordingsHint')}</p>
        {data.wordings.map((one) => (
          <details key={one.version} className={classes.wording}>
            <summary>
              {t(one.place)} · {one.version} {one.isShown && <State tone="good">{t('shownNow')}</State>}{' '}
              <small>
                {[
                  t('answers', { n: one.answers }),
                  one.firstAt && t('since', { when: formatDay(one.firstAt, language, zone) }),
                  one.publishedAt &&
                    t('publishedOn', {
                      day: formatDay(one.publishedAt, language, zone),
                      who: one.publishedByName ?? t('nobody'),
                    }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </summary>
            {(['en', 'pl', 'ru'] as const).map((each) => (
              <p key={each} lang={each}>
                {one.text[each]}
              </p>
            ))}
            {one.isShown && (
              <Button variant="default" onClick={() => setReplaced(one)}>
                {t('newWordsButton')}
              </Button>
            )}
          </details>
        ))}
      </Section>
      {replaced && <WordingForm shown={replaced} onClose={() => setReplaced(undefined)} />}
    </>
  );
}
