import { Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconArrowLeft,
  IconCheck,
  IconClockPause,
  IconDots,
  IconRotate,
  IconUser,
  IconUserShare,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '@throughline/client';
import { formatDayAndTime } from '@throughline/ui/format';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useActs } from '../../shell/keys/acts.ts';
import { useMe } from '../../shell/me.ts';
import { isOnlySaid, nameOf } from '../nameOf.ts';
import { keys, type ThreadPage, useZone } from '../queries.ts';
import type { DeskPlace } from '../useDeskPlace.ts';
import { deskWords } from '../words.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { snoozeChoices } from './snoozeChoices.ts';
import classes from './thread.module.css';
import { threadWords } from './words.ts';

/** Who it is with, whose it is, and what can be done with it as a whole. */
export function ThreadHead({ page, place }: { page: ThreadPage; place: DeskPlace }) {
  const t = useWords(deskWords);
  const w = useWords(threadWords);
  const language = useLanguage();
  const zone = useZone();
  const me = useMe();
  const [isAssigning, setAssigning] = useState(false);
  const act = useThreadActs(page, place);
  const { thread } = page;
  const name = nameOf(page.customer.displayName, page.claimed.name, t('someone'));
  const chat = page.replyBy.find((verdict) => verdict.channel === 'chat');
  const isClosed = thread.state === 'closed';
  const isSnoozed = thread.snoozedUntil !== null && thread.snoozedUntil > new Date().toISOString();
  const group = t('conversation');
  useActs([
    { id: 'assign', label: w('assign'), group, key: 'a', run: () => setAssigning(true) },
    { id: 'take', label: w('take'), group, key: 't', run: () => act.assign.mutate(me.id) },
    {
      id: 'close',
      label: isClosed ? w('reopen') : w('close'),
      group,
      key: 'e',
      run: () => (isClosed ? act.reopen.mutate() : act.close.mutate()),
    },
    ...snoozeChoices(new Date(), zone).map((choice) => ({
      id: `snooze-${choice.id}`,
      label: `${w('snooze')}: ${w(choice.id)}, ${formatDayAndTime(choice.until, language, zone)}`,
      group,
      run: () => act.snooze.mutate(choice.until),
    })),
  ]);
  return (
    <header className={classes.head}>
      <button type="button" className={classes.back} onClick={place.close} aria-label={t('back')}>
        <IconArrowLeft size={20} stroke={1.6} aria-hidden="true" />
      </button>
      <div className={classes.who}>
        <h2>
          {name}
          {isOnlySaid(page.customer.displayName, page.claimed.name) && <small> {w('unproven')}</small>}
        </h2>
        <p>
          {chat?.ok && chat.channel === 'chat' && !chat.away && (
            <span className={classes.online}>
              <span aria-hidden="true">●</span> {w('inChat')}
            </span>
          )}
          <span>
            {thread.assigneeId === null
              ? t('unassigned')
              : thread.assigneeId === me.id
                ? w('yours')
                : (page.assigneeName ?? t('colleague'))}
          </span>
          {isClosed && <span>{w('isClosed')}</span>}
          {isSnoozed && thread.snoozedUntil && (
            <span>{w('snoozedUntil', { until: formatDayAndTime(thread.snoozedUntil, language, zone) })}</span>
          )}
        </p>
      </div>
      <div className={classes.headActs}>
        <button type="button" className={classes.act} onClick={() => setAssigning(true)} title={`${w('assign')} (A)`}>
          <IconUserShare size={18} stroke={1.6} aria-hidden="true" />
          <span>{w('assign')}</span>
        </button>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <button type="button" className={classes.act} title={w('snooze')}>
              <IconClockPause size={18} stroke={1.6} aria-hidden="true" />
              <span>{w('snooze')}</span>
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {isSnoozed && <Menu.Item onClick={() => act.snooze.mutate(null)}>{w('wake')}</Menu.Item>}
            {snoozeChoices(new Date(), zone).map((choice) => (
              <Menu.Item
                key={choice.id}
                onClick={() => act.snooze.mutate(choice.until)}
                rightSection={<span className={classes.soft}>{formatDayAndTime(choice.until, language, zone)}</span>}
              >
                {w(choice.id)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <button
          type="button"
          className={classes.act}
          disabled={act.close.isPending || act.reopen.isPending}
          onClick={() => (isClosed ? act.reopen.mutate() : act.close.mutate())}
          title={`${isClosed ? w('reopen') : w('close')} (E)`}
        >
          {isClosed ? (
            <IconRotate size={18} stroke={1.6} aria-hidden="true" />
          ) : (
            <IconCheck size={18} stroke={1.6} aria-hidden="true" />
          )}
          <span>{isClosed ? w('reopen') : w('close')}</span>
        </button>
        <button
          type="button"
          className={classes.sideButton}
          aria-label={t('customer')}
          onClick={() => place.showSide('customer')}
        >
          <IconUser size={20} stroke={1.6} aria-hidden="true" />
          <span>{t('customer')}</span>
        </button>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <button type="button" className={classes.more} aria-label={w('more')}>
              <IconDots size={20} stroke={1.6} aria-hidden="true" />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setAssigning(true)}>{w('assign')}</Menu.Item>
            <Menu.Item onClick={() => (isClosed ? act.reopen.mutate() : act.close.mutate())}>
              {isClosed ? w('reopen') : w('close')}
            </Menu.Item>
            <Menu.Label>{w('snooze')}</Menu.Label>
            {isSnoozed && <Menu.Item onClick={() => act.snooze.mutate(null)}>{w('wake')}</Menu.Item>}
            {snoozeChoices(new Date(), zone).map((choice) => (
              <Menu.Item key={choice.id} onClick={() => act.snooze.mutate(choice.until)}>
                {w(choice.id)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      {isAssigning && <AssignDialog page={page} onClose={() => setAssigning(false)} />}
    </header>
  );
}

/** Taken back rather than asked before. */
function useThreadActs(page: ThreadPage, place: DeskPlace) {
  const w = useWords(threadWords);
  const api = useApi();
  const queries = useQueryClient();
  const { id, lastSeq, snoozedUntil } = page.thread;
  const params = { path: { id } };
  const done = () => {
    void queries.invalidateQueries({ queryKey: keys.thread(id) });
    void queries.invalidateQueries({ queryKey: keys.inbox });
    void queries.invalidateQueries({ queryKey: keys.counts });
  };
  const failed = (error: Error) =>
    notifications.show({
      color: 'red',
      message: error instanceof ProblemError && error.code === 'version_conflict' ? w('wroteAgain') : error.message,
    });
  const undoable = (message: string, undo: () => void) => {
    const note = notifications.show({
      message: (
        <span className={classes.undo}>
          {message}
          <button
            type="button"
            onClick={() => {
              notifications.hide(note);
              undo();
            }}
          >
            {w('undo')}
          </button>
        </span>
      ),
      autoClose: 8_000,
    });
  };
  const reopen = useMutation({
    mutationFn: () => unwrap(api.POST('/api/staff/threads/{id}/reopen', { params })),
    onSuccess: done,
    onError: failed,
  });
  const close = useMutation({
    mutationFn: () => unwrap(api.POST('/api/staff/threads/{id}/close', { params, body: { ifSeq: lastSeq } })),
    onSuccess: () => {
      done();
      place.close();
      undoable(w('closedNow'), () => reopen.mutate());
    },
    onError: failed,
  });
  const snooze = useMutation({
    mutationFn: (until: string | null) =>
      unwrap(api.POST('/api/staff/threads/{id}/snooze', { params, body: { until } })),
    onSuccess: (_, until) => {
      done();
      if (until) undoable(w('snoozedNow'), () => snooze.mutate(snoozedUntil));
    },
    onError: failed,
  });
  const assign = useMutation({
    mutationFn: (staffId: string | null) =>
      unwrap(api.POST('/api/staff/threads/{id}/assign', { params, body: { staffId } })),
    onSuccess: done,
    onError: failed,
  });
  return { reopen, close, snooze, assign };
}
