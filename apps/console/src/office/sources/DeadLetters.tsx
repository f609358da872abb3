import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { formatDay } from '@throughline/ui/format';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { Section, useRetailer, Waiting } from '../../shared/page/index.ts';
import type { Source } from './SourceRow.tsx';
import classes from './sources.module.css';
import { sourceWords } from './words.ts';

type Group = Answer<'/api/staff/dead-letters/counts', 'get'>['items'][number];

/** What could not be used, by reason, source and day: to look at one, and to take all in again after the fault is mended. */
export function DeadLetters({ sources }: { sources: readonly Source[] }) {
  const t = useWords(sourceWords);
  const api = useApi();
  const [shown, setShown] = useState<Group>();
  const { data, error, refetch } = useQuery({
    queryKey: ['dead-letters'],
    queryFn: async () => (await unwrap(api.GET('/api/staff/dead-letters/counts'))).items,
    refetchInterval: 15_000,
  });
  const labelOf = (id: string) => sources.find((source) => source.id === id)?.label ?? '';
  return (
    <Section title={t('dead')}>
      {error ? (
        <FailureNotice error={error} retry={() => void refetch()} />
      ) : !data ? (
        <Waiting label={t('dead')} />
      ) : (
        <>
          <p className={classes.soft}>{t(data.length === 0 ? 'deadNone' : 'deadHint')}</p>
          <ul className={classes.list}>
            {data.map((group) => (
              <GroupRow
                key={`${group.reason} ${group.sourceId} ${group.day}`}
                group={group}
                label={labelOf(group.sourceId)}
                onLook={() => setShown(group)}
              />
            ))}
          </ul>
        </>
      )}
      {shown && <OneByOne group={shown} label={labelOf(shown.sourceId)} onClose={() => setShown(undefined)} />}
    </Section>
  );
}

/** Takes in again, and says what came of it. */
function useReplay(onDone?: () => void) {
  const t = useWords(sourceWords);
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (which: { ids: string[] } | { reason: string; sourceId: string; day: string }) =>
      unwrap(api.POST('/api/staff/dead-letters/replay', { headers: { 'idempotency-key': newKey() }, body: which })),
    async onSuccess({ taken, known, stillUnusable }) {
      notifications.show({ message: t('takenIn', { taken, known, still: stillUnusable }) });
      await queries.invalidateQueries({ queryKey: ['dead-letters'] });
      await queries.invalidateQueries({ queryKey: ['sources'] });
      onDone?.();
    },
    onError: (error: Error) => notifications.show({ message: error.message, color: 'red' }),
  });
}

function GroupRow({ group, label, onLook }: { group: Group; label: string; onLook(): void }) {
  const t = useWords(sourceWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const replay = useReplay();
  return (
    <li>
      <div>
        <strong>{t(group.reason as 'too_old')}</strong>
        <p className={classes.soft}>
          {[label, formatDay(group.day, language, zone), t('events', { n: group.events })].filter(Boolean).join(' · ')}
        </p>
      </div>
      <span className={classes.acts}>
        <Button variant="subtle" size="compact-sm" onClick={onLook}>
          {t('look')}
        </Button>
        {group.replayable > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={replay.isPending}
            onClick={() => replay.mutate({ reason: group.reason, sourceId: group.sourceId, day: group.day })}
          >
            {t('takeIn')}
          </Button>
        )}
      </span>
    </li>
  );
}

function OneByOne({ group, label, onClose }: { group: Group; label: string; onClose(): void }) {
  const t = useWords(sourceWords);
  const api = useApi();
  const [at, setAt] = useState(0);
  const { reason, sourceId, day } = group;
  const { data, error, refetch } = useQuery({
    queryKey: ['dead-letters', reason, sourceId, day, at],
    queryFn: async () => {
      const { items } = await unwrap(
        api.GET('/api/staff/dead-letters', { params: { query: { reason, sourceId, day, limit: 50 } } }),
      );
      const line = items[at];
      return {
        more: at + 1 < items.length,
        letter: line && (await unwrap(api.GET('/api/staff/dead-letters/{id}', { params: { path: { id: line.id } } }))),
      };
    },
  });
  const replay = useReplay(onClose);
  const letter = data?.letter;
  return (
    <Dialog title={`${t(reason as 'too_old')} · ${label}`} onClose={onClose} size="lg">
      <div className={classes.form}>
        {error && <FailureNotice error={error} retry={() => void refetch()} />}
        {!data && !error && <Waiting label={t('look')} />}
        {letter && (
          <>
            <p className={classes.soft}>{t(letter.event === '' ? 'cut' : 'masked')}</p>
            {letter.error && <p className={classes.bad}>{letter.error}</p>}
            {letter.event !== '' && (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
              <pre className={classes.event} tabIndex={0}>
                {letter.event}
              </pre>
            )}
            <span className={classes.acts}>
              {data.more && (
                <Button variant="default" onClick={() => setAt(at + 1)}>
                  {t('next')}
                </Button>
              )}
              {letter.replayable && (
                <Button loading={replay.isPending} onClick={() => replay.mutate({ ids: [letter.id] })}>
                  {t('takeInOne')}
                </Button>
              )}
            </span>
          </>
        )}
      </div>
    </Dialog>
  );
}
