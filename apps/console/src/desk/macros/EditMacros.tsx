import { Button, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '@throughline/client';
import { languages } from '@throughline/ui/words';
import { type FormEvent, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { Dialog, focusWhenShown } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { languageName } from '../languageName.ts';
import { type Macro, useMacros } from '../queries.ts';
import classes from './macros.module.css';
import { macrosWords } from './words.ts';

const fields = '{customer} {agent} {retailer} {order} {code} {store} {until}';
type Draft = Pick<Macro, 'shortcut' | 'title' | 'text'> & Partial<Pick<Macro, 'id' | 'version'>>;
const empty: Draft = { shortcut: '', title: { en: '', pl: '', ru: '' }, text: { en: '', pl: '', ru: '' } };

/** The company's macros, in all languages side by side. For whom they hold everywhere. */
export function EditMacros({ onClose }: { onClose: () => void }) {
  const w = useWords(macrosWords);
  const language = useLanguage();
  const { data: macros = [] } = useMacros();
  const [open, setOpen] = useState<Draft>();
  return (
    <Dialog title={w('title')} onClose={onClose} size="xl">
      {open ? (
        <MacroForm key={open.id ?? 'new'} macro={open} onDone={() => setOpen(undefined)} />
      ) : (
        <>
          <ul className={classes.list}>
            {macros.map((macro) => (
              <li key={macro.id}>
                <button type="button" onClick={() => setOpen(macro)}>
                  <b>/{macro.shortcut}</b>
                  <span>{macro.title[language]}</span>
                </button>
              </li>
            ))}
          </ul>
          <div className={classes.acts}>
            <Button variant="default" onClick={onClose}>
              {w('close')}
            </Button>
            <Button ref={focusWhenShown} data-autofocus onClick={() => setOpen(empty)}>
              {w('add')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function MacroForm({ macro, onDone }: { macro: Draft; onDone: () => void }) {
  const w = useWords(macrosWords);
  const reader = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(macro);
  const done = (message: string) => {
    void queries.invalidateQueries({ queryKey: ['desk', 'macros'] });
    notifications.show({ message });
    onDone();
  };
  const save = useMutation({
    mutationFn: () => {
      const { shortcut, title, text } = draft;
      const body = { shortcut, title, text };
      return draft.id && draft.version
        ? unwrap(
            api.PUT('/api/staff/macros/{id}', {
              params: { path: { id: draft.id } },
              body: { ...body, version: draft.version },
            }),
          )
        : unwrap(api.POST('/api/staff/macros', { body }));
    },
    onSuccess: () => done(w('saved')),
  });
  const remove = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/staff/macros/{id}', { params: { path: { id: draft.id ?? '' } } })),
    onSuccess: () => done(w('removed')),
  });
  const code = save.error instanceof ProblemError ? save.error.code : undefined;
  const isWhole = languages.every((one) => draft.title[one].trim() && draft.text[one].trim()) && draft.shortcut !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        ref={focusWhenShown}
        label={w('shortcut')}
        description={w('shortcutHint')}
        leftSection="/"
        value={draft.shortcut}
        maxLength={20}
        w={220}
        onChange={(event) =>
          setDraft({ ...draft, shortcut: event.currentTarget.value.toLowerCase().replace(/[^a-z0-9-]/g, '') })
        }
        error={code === 'already_exists' ? w('taken') : undefined}
      />
      <p className={classes.hint}>{w('hint', { fields })}</p>
      <div className={classes.languages}>
        {languages.map((one) => (
          <fieldset key={one}>
            <legend>{languageName(one, reader)}</legend>
            <TextInput
              label={w('name')}
              lang={one}
              maxLength={80}
              value={draft.title[one]}
              onChange={(event) => setDraft({ ...draft, title: { ...draft.title, [one]: event.currentTarget.value } })}
            />
            <Textarea
              mt="xs"
              label={w('text')}
              lang={one}
              autosize
              minRows={4}
              maxRows={10}
              maxLength={4000}
              value={draft.text[one]}
              onChange={(event) => setDraft({ ...draft, text: { ...draft.text, [one]: event.currentTarget.value } })}
            />
          </fieldset>
        ))}
      </div>
      {save.error && code !== 'already_exists' && (
        <p role="alert" className={classes.bad}>
          {code === 'version_conflict' ? w('changed') : save.error.message}
        </p>
      )}
      <div className={classes.acts}>
        {draft.id && (
          <Button variant="subtle" color="red" mr="auto" loading={remove.isPending} onClick={() => remove.mutate()}>
            {w('remove')}
          </Button>
        )}
        <Button variant="default" onClick={onDone}>
          {w('close')}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={!isWhole}>
          {w('save')}
        </Button>
      </div>
    </form>
  );
}
