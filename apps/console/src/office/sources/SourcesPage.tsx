import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { PageHead, Waiting } from '../../shared/page/index.ts';
import office from '../office.module.css';
import { DeadLetters } from './DeadLetters.tsx';
import { SourceForm } from './SourceForm.tsx';
import { SourceRow } from './SourceRow.tsx';
import classes from './sources.module.css';
import { sourceWords } from './words.ts';

/** Who sends events, whether they do, what is wrong with them, and what could not be used. */
export function SourcesPage() {
  const t = useWords(sourceWords);
  const api = useApi();
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['sources'],
    queryFn: async () => (await unwrap(api.GET('/api/staff/sources'))).items,
    refetchInterval: 15_000,
  });
  return (
    <>
      <PageHead title={t('title')} count={data?.length ?? null}>
        <Button variant="default" renderRoot={(props) => <Link to="/office/sources/channels" {...props} />}>
          {t('channelRules')}
        </Button>
        <Button variant="default" renderRoot={(props) => <Link to="/office/sources/history" {...props} />}>
          {t('history')}
        </Button>
        <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </PageHead>
      <div className={`${office.document} ${office.narrowDocument}`}>
        {error ? (
          <FailureNotice error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Waiting label={t('title')} />
        ) : (
          <>
            <p className={classes.soft}>{t(data.length === 0 ? 'none' : 'hint')}</p>
            <ul className={classes.list}>
              {data.map((source) => (
                <SourceRow key={source.id} source={source} />
              ))}
            </ul>
            <DeadLetters sources={data} />
          </>
        )}
      </div>
      {isAdding && <SourceForm onClose={() => setAdding(false)} />}
    </>
  );
}
