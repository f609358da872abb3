import { Button, Radio } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useActs } from '../../shell/keys/acts.ts';
import { EvidenceTable, type Match } from './EvidenceTable.tsx';
import classes from './matches.module.css';
import { matchWords } from './words.ts';

type Decision = 'merge' | 'not_same' | 'later';
const reasons = ['said_so', 'id_seen', 'same_documents'] as const;
type Reason = (typeof reasons)[number];

/** The pair decided on last, which `u` takes back after it has left the queue. */
let lastDecided: string | undefined;

/** One pair: how likely, why, and what a person says of it. */
export function PairView({ match, move }: { match: Match; move(by: number): void }) {
  const t = useWords(matchWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const [once] = useState(newKey);
  const path = { id: match.id };
  const refresh = () => queries.invalidateQueries({ queryKey: ['matches'] });
  const failed = (error: Error) => notifications.show({ message: error.message, color: 'red' });
  const undo = useMutation({
    mutationFn: (id: string) =>
      unwrap(
        api.POST('/api/staff/matches/{id}/undo', {
          params: { path: { id } },
          headers: { 'idempotency-key': newKey() },
        }),
      ),
    onSuccess: () => notifications.show({ message: t('undone') }),
    onError: failed,
    onSettled: refresh,
  });
  const decide = useMutation({
    mutationFn: (body: { decision: Decision; reason?: Reason }) =>
      unwrap(
        api.POST('/api/staff/matches/{id}/decision', {
          params: { path },
          headers: { 'idempotency-key': `${once}-${body.decision}-${body.reason ?? ''}` },
          body,
        }),
      ),
    onSuccess: (_done, { decision }) => {
      lastDecided = match.id;
      setAsked(false);
      tellDone(t(`done_${decision}`), t('undo'), () => undo.mutate(match.id));
    },
    onError: failed,
    onSettled: refresh,
  });
  const isOpen = match.state === 'open' || match.state === 'later';
  const merge = () => (match.bothVerified ? setAsked(true) : decide.mutate({ decision: 'merge' }));
  useActs([
    { id: 'match-next', label: t('next'), group: t('group'), key: 'j', isHidden: true, run: () => move(1) },
    { id: 'match-previous', label: t('previous'), group: t('group'), key: 'k', isHidden: true, run: () => move(-1) },
    ...(isOpen
      ? [
          { id: 'match-merge', label: t('merge'), group: t('group'), key: 'm', run: merge },
          {
            id: 'match-not-same',
            label: t('notSame'),
            group: t('group'),
            key: 'n',
            run: () => decide.mutate({ decision: 'not_same' }),
          },
          {
            id: 'match-later',
            label: t('putOff'),
            group: t('group'),
            key: 'l',
            run: () => decide.mutate({ decision: 'later' }),
          },
        ]
      : []),
    {
      id: 'match-undo',
      label: t('undo'),
      group: t('group'),
      key: 'u',
      run: () => {
        const id = isOpen ? lastDecided : match.id;
        if (id) undo.mutate(id);
      },
    },
  ]);
  return (
    <section
      className={classes.pair}
      aria-label={`${match.left.name ?? t('noName')}, ${match.right.name ?? t('noName')}`}
    >
      <h2 className={classes.likely}>
        {t('likely', {
          percent: match.probability.toLocaleString(language, {
            style: 'percent',
            maximumFractionDigits: match.probability > 0.99 ? 1 : 0,
          }),
        })}
      </h2>
      {match.bothVerified && <p className={classes.warning}>{t('bothVerified')}</p>}
      <div className={classes.acts}>
        {isOpen ? (
          <>
            <Button loading={decide.isPending} onClick={merge}>
              {t('merge')} <kbd>M</kbd>
            </Button>
            <Button variant="default" onClick={() => decide.mutate({ decision: 'not_same' })}>
              {t('notSame')} <kbd>N</kbd>
            </Button>
            {match.state === 'open' && (
              <Button variant="subtle" onClick={() => decide.mutate({ decision: 'later' })}>
                {t('putOff')} <kbd>L</kbd>
              </Button>
            )}
          </>
        ) : (
          <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate(match.id)}>
            {t('undo')} <kbd>U</kbd>
          </Button>
        )}
      </div>
      <EvidenceTable match={match} />
      {isAsked && (
        <AskReason
          isPending={decide.isPending}
          onChosen={(reason) => decide.mutate({ decision: 'merge', reason })}
          onClose={() => setAsked(false)}
        />
      )}
    </section>
  );
}

function tellDone(message: string, undoWord: string, undo: () => void): void {
  const id = newKey();
  notifications.show({
    id,
    autoClose: 10_000,
    message: (
      <span>
        {message}{' '}
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {undoWord}
        </Button>
      </span>
    ),
  });
}

function AskReason(props: { isPending: boolean; onChosen(reason: Reason): void; onClose(): void }) {
  const t = useWords(matchWords);
  const [reason, setReason] = useState<Reason>();
  return (
    <Dialog title={t('reasonTitle')} onClose={props.onClose}>
      <p>{t('reasonText')}</p>
      <Radio.Group value={reason ?? ''} onChange={(value) => setReason(value as Reason)} aria-label={t('reasonTitle')}>
        {reasons.map((one) => (
          <Radio key={one} value={one} label={t(one)} mb={8} />
        ))}
      </Radio.Group>
      <Button mt={12} disabled={!reason} loading={props.isPending} onClick={() => reason && props.onChosen(reason)}>
        {t('merge')}
      </Button>
    </Dialog>
  );
}
