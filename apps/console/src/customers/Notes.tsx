import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ProblemError } from '@throughline/client';
import { formatDayAndTime } from '@throughline/ui/format';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../shared/api.ts';
import { useLanguage, useWords } from '../shared/language.tsx';
import { useRetailer } from '../shared/page/index.ts';
import classes from './customers.module.css';
import { type Profile, useReread } from './queries.ts';
import { profileWords } from './words.ts';

type Note = Profile['notes'][number];

/** What colleagues wrote down. Who changes a note that somebody else changed meanwhile sees theirs and keeps their own words. */
export function Notes({ id, notes }: { id: string; notes: readonly Note[] }) {
  const t = useWords(profileWords);
  const api = useApi();
  const reread = useReread(id);
  const [text, setText] = useState('');
  const write = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/customers/{id}/notes', {
          params: { path: { id }, header: { 'idempotency-key': newKey() } },
          body: { text },
        }),
      ),
    onSuccess: () => {
      setText('');
      reread();
    },
  });
  return (
    <>
      {notes.length > 0 && (
        <ul className={classes.notes}>
          {notes.map((note) => (
            <OneNote key={note.id} id={id} note={note} />
          ))}
        </ul>
      )}
      <form
        className={classes.noteForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) write.mutate();
        }}
      >
        <Textarea
          label={t('writeNote')}
          description={t('noteHint')}
          autosize
          minRows={2}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={write.error?.message}
        />
        {text.trim() && (
          <Button type="submit" variant="default" loading={write.isPending}>
            {t('save')}
          </Button>
        )}
      </form>
    </>
  );
}

function OneNote({ id, note }: { id: string; note: Note }) {
  const t = useWords(profileWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const api = useApi();
  const reread = useReread(id);
  const [draft, setDraft] = useState<{ text: string; version: number }>();
  const path = { id, noteId: note.id };
  const save = useMutation({
    mutationFn: (changed: { text: string; version: number }) =>
      unwrap(api.PATCH('/api/staff/customers/{id}/notes/{noteId}', { params: { path }, body: changed })),
    onSuccess: () => {
      setDraft(undefined);
      reread();
    },
    onError: (error) => {
      if (error instanceof ProblemError && error.code === 'version_conflict') reread();
    },
  });
  const remove = useMutation({
    mutationFn: () =>
      unwrap(
        api.DELETE('/api/staff/customers/{id}/notes/{noteId}', {
          params: { path, query: { version: note.version } },
        }),
      ),
    onSettled: reread,
  });
  const isConflict = save.error instanceof ProblemError && save.error.code === 'version_conflict';
  const who = (by: Note['by']) => by.name ?? t('colleague');
  return (
    <li>
      <p>{note.text}</p>
      <small>
        {t('noteBy', { who: who(note.by), when: formatDayAndTime(note.createdAt, language, zone) })}
        {note.changedBy && ` · ${t('changedBy', { who: who(note.changedBy) })}`}
      </small>
      {draft ? (
        <form
          className={classes.noteForm}
          onSubmit={(event) => {
            event.preventDefault();
            // After a conflict the version now seen is the one that is changed.
            save.mutate({ text: draft.text, version: isConflict ? note.version : draft.version });
          }}
        >
          <Textarea
            aria-label={t('change')}
            autosize
            minRows={2}
            maxLength={4000}
            value={draft.text}
            onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
            error={isConflict ? t('conflict') : save.error?.message}
          />
          <span className={classes.acts}>
            <Button type="submit" size="compact-sm" loading={save.isPending} disabled={!draft.text.trim()}>
              {t('save')}
            </Button>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setDraft(undefined)}>
              {t('cancel')}
            </Button>
          </span>
        </form>
      ) : (
        <span className={classes.acts}>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => setDraft({ text: note.text, version: note.version })}
          >
            {t('change')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {t('remove')}
          </Button>
        </span>
      )}
    </li>
  );
}
