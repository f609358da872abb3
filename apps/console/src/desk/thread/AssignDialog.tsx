import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatDayAndTime } from '@throughline/ui/format';
import { type KeyboardEvent, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { Dialog, focusWhenShown } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useMe } from '../../shell/me.ts';
import { keys, type ThreadPage, useColleagues, useLocations, usePanel } from '../queries.ts';
import { deskWords } from '../words.ts';
import classes from './thread.module.css';
import { threadWords } from './words.ts';

interface Choice {
  id: string | null;
  name: string;
}

/** Gives the conversation to somebody: a few letters and Enter. Handed to another, a summary goes with it. */
export function AssignDialog({ page, onClose }: { page: ThreadPage; onClose: () => void }) {
  const t = useWords(deskWords);
  const w = useWords(threadWords);
  const api = useApi();
  const me = useMe();
  const queries = useQueryClient();
  const { data: colleagues = [] } = useColleagues();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const summary = useSummary(page);
  const [note, setNote] = useState<string>();
  const choices: Choice[] = [
    { id: me.id, name: `${me.name} (${t('you')})` },
    ...colleagues.filter((one) => one.id !== me.id && one.role !== 'associate').map(({ id, name }) => ({ id, name })),
    { id: null, name: w('nobody') },
  ].filter((choice) => fold(choice.name).includes(fold(typed)) && choice.id !== page.thread.assigneeId);
  const chosen = choices[Math.min(at, choices.length - 1)];
  const goesToOther = chosen !== undefined && chosen.id !== null && chosen.id !== me.id;
  const assign = useMutation({
    mutationFn: (choice: Choice) => {
      const text = (note ?? summary).trim();
      return unwrap(
        api.POST('/api/staff/threads/{id}/assign', {
          params: { path: { id: page.thread.id } },
          body: { staffId: choice.id, ...(goesToOther && text ? { note: text } : {}) },
        }),
      );
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.thread(page.thread.id) });
      void queries.invalidateQueries({ queryKey: keys.inbox });
      void queries.invalidateQueries({ queryKey: keys.counts });
      onClose();
    },
  });
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt(Math.max(0, Math.min(choices.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      assign.mutate(chosen);
    }
  };
  return (
    <Dialog onClose={onClose} title={w('assignTitle')}>
      <TextInput
        ref={focusWhenShown}
        data-autofocus
        label={w('toWhom')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
        role="combobox"
        aria-expanded
        aria-controls="assign-choices"
        aria-activedescendant={chosen ? `assign-${chosen.id ?? 'nobody'}` : undefined}
        error={assign.error?.message}
      />
      <div id="assign-choices" role="listbox" aria-label={w('toWhom')} className={classes.choices}>
        {choices.map((choice, index) => (
          <button
            type="button"
            role="option"
            aria-selected={choice === chosen}
            key={choice.id ?? 'nobody'}
            id={`assign-${choice.id ?? 'nobody'}`}
            tabIndex={-1}
            onClick={() => setAt(index)}
            onDoubleClick={() => assign.mutate(choice)}
          >
            {choice.name}
          </button>
        ))}
        {choices.length === 0 && <p className={classes.soft}>{w('noColleague')}</p>}
      </div>
      {goesToOther && (
        <Textarea
          label={w('handNote')}
          description={w('handNoteHint')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          value={note ?? summary}
          onChange={(event) => setNote(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && chosen) assign.mutate(chosen);
          }}
        />
      )}
      <div className={classes.dialogActs}>
        <Button variant="default" onClick={onClose}>
          {w('cancel')}
        </Button>
        <Button disabled={!chosen} loading={assign.isPending} onClick={() => chosen && assign.mutate(chosen)}>
          {chosen ? w('giveTo', { name: chosen.name }) : w('assign')}
        </Button>
      </div>
    </Dialog>
  );
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[łŁ]/g, 'l').toLowerCase();

/** Open promises with their clocks, so that the next one need not look for them. */
function useSummary(page: ThreadPage): string {
  const w = useWords(threadWords);
  const language = useLanguage();
  const { data: panel } = usePanel(page.customer.id);
  const { data: locations } = useLocations();
  const until = (at: string | null, locationId: string) =>
    at ? formatDayAndTime(at, language, locations?.get(locationId)?.zone ?? 'Europe/Warsaw') : '';
  return [
    ...(panel?.holds ?? []).map((hold) =>
      w('summaryHold', {
        goods: hold.lines.map((line) => line.title).join(', '),
        store: hold.locationName,
        until: until(hold.until, hold.locationId),
        code: hold.code ?? '',
      }),
    ),
    ...(panel?.orders ?? []).map((order) => w('summaryOrder', { number: order.number })),
  ].join('\n');
}
