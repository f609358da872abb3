import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { formatDay } from '@throughline/ui/format';
import { useState } from 'react';
import { useApi } from '../../../shared/api.ts';
import { useLanguage, useWords } from '../../../shared/language.tsx';
import { FailureNotice } from '../../../shared/list/index.ts';
import { PageHead, Section, State, useRetailer, Waiting } from '../../../shared/page/index.ts';
import office from '../../office.module.css';
import { FileField } from './FileField.tsx';
import classes from './history.module.css';
import { guide, type History, historyKey, toneOf, useHistories } from './queries.ts';
import { openHistory, sendHistory } from './sendHistory.ts';
import { historyWords } from './words.ts';

/** Bringing the history of another system in, and what was brought in so far. */
export function HistoriesPage() {
  const t = useWords(historyWords);
  const api = useApi();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [share, setShare] = useState(0);
  const { data, error, refetch } = useHistories();
  const send = useMutation({
    mutationFn: async (file: File) => {
      setShare(0);
      const id = await openHistory(api, file);
      await sendHistory(api, id, file, setShare);
      return id;
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: historyKey }),
    onSuccess: (id) => void navigate({ to: '/office/sources/history/$id', params: { id } }),
  });
  return (
    <>
      <PageHead
        title={t('title')}
        back={
          <Link className={classes.back} to="/office/sources">
            {t('sources')}
          </Link>
        }
      />
      <div className={`${office.document} ${office.narrowDocument}`}>
        <p className={classes.hint}>{t('hint')}</p>
        <FileField
          label={t('choose')}
          share={send.isPending ? share : undefined}
          error={send.error?.message}
          onFile={(file) => send.mutate(file)}
        />
        <Section title={t('before')}>
          {error ? (
            <FailureNotice error={error} retry={() => void refetch()} />
          ) : !data ? (
            <Waiting label={t('before')} />
          ) : data.items.length === 0 ? (
            <div className={classes.hint}>
              <p>{t('none')}</p>
              <ul>
                <li>{t('canBaskets')}</li>
                <li>{t('canClicks')}</li>
                <li>{t('canOther')}</li>
              </ul>
              <p>
                {t('guide')} <code>{guide}</code>
              </p>
            </div>
          ) : (
            <ul className={classes.list}>
              {data.items.map((one) => (
                <Line key={one.id} one={one} />
              ))}
            </ul>
          )}
        </Section>
      </div>
    </>
  );
}

function Line({ one }: { one: History }) {
  const t = useWords(historyWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  return (
    <li>
      <Link to="/office/sources/history/$id" params={{ id: one.id }}>
        {one.fileName}
      </Link>
      <State tone={toneOf(one.state)}>{t(`state_${one.state}`)}</State>
      <small>
        {[
          formatDay(one.createdAt, language, zone),
          one.state === 'running' && `${Math.round(one.share * 100)} %`,
          one.startedAt && t('kept', { n: one.kept }),
          one.faulty > 0 && t('faulty', { n: one.faulty }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </li>
  );
}
