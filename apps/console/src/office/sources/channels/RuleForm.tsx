import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Dialog, focusWhenShown } from '../../../shared/Dialog.tsx';
import { useWords } from '../../../shared/language.tsx';
import classes from './channels.module.css';
import { type Arrival, arrivals, type Condition, fields, type Rule } from './rules.ts';
import { useRuleName } from './usualWords.ts';
import { channelWords } from './words.ts';

interface Draft {
  key: string;
  field: Condition['field'];
  not: boolean;
  text: string;
}

const draftOf = (condition?: Condition): Draft => ({
  key: crypto.randomUUID(),
  field: condition?.field ?? 'utm_source',
  not: condition?.not ?? false,
  text: condition?.values.join('\n') ?? '',
});
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A rule, new or changed; it holds when all rules are saved. */
export function RuleForm({ rule, onDone, onClose }: { rule?: Rule; onDone(rule: Rule): void; onClose(): void }) {
  const t = useWords(channelWords);
  const shownName = useRuleName()(rule?.name ?? '');
  const [name, setName] = useState(shownName);
  const [arrival, setArrival] = useState<Arrival>(rule?.arrival ?? 'campaign');
  const [drafts, setDrafts] = useState<Draft[]>(rule ? rule.when.map(draftOf) : [draftOf()]);
  const change = (key: string, to: Partial<Draft>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...to } : draft)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone({
      key: rule?.key ?? crypto.randomUUID(),
      // What was not touched keeps the name it is kept by.
      name: rule && name === shownName ? rule.name : name.trim(),
      arrival,
      when: drafts.map(({ field, not, text }) => ({ field, not, values: linesOf(text) })),
    });
  };
  return (
    <Dialog title={rule ? shownName : t('add')} onClose={onClose}>
      <form onSubmit={submit} className={classes.form}>
        <TextInput
          ref={focusWhenShown}
          label={t('name')}
          value={name}
          required
          withAsterisk={false}
          maxLength={60}
          pattern=".*\S.*"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {drafts.map((draft, at) => (
          <fieldset key={draft.key} className={classes.condition}>
            <legend>{at === 0 ? t('conditions') : t('and')}</legend>
            <div className={classes.pair}>
              <NativeSelect
                label={t('field')}
                value={draft.field}
                data={fields.map((value) => ({ value, label: t(value) }))}
                onChange={(event) => change(draft.key, { field: event.currentTarget.value as Draft['field'] })}
              />
              <NativeSelect
                label={t('fits')}
                value={draft.not ? 'not' : 'is'}
                data={[
                  { value: 'is', label: t('is') },
                  { value: 'not', label: t('isNot') },
                ]}
                onChange={(event) => change(draft.key, { not: event.currentTarget.value === 'not' })}
              />
            </div>
            <Textarea
              label={t('values')}
              description={t('valuesHint')}
              value={draft.text}
              required
              withAsterisk={false}
              autosize
              minRows={2}
              maxRows={8}
              onChange={(event) => change(draft.key, { text: event.currentTarget.value })}
            />
            {drafts.length > 1 && (
              <Button
                variant="subtle"
                color="red"
                size="compact-sm"
                onClick={() => setDrafts(drafts.filter((one) => one.key !== draft.key))}
              >
                {t('removeCondition')}
              </Button>
            )}
          </fieldset>
        ))}
        {drafts.length < 6 && (
          <Button variant="subtle" size="compact-sm" onClick={() => setDrafts([...drafts, draftOf()])}>
            {t('addCondition')}
          </Button>
        )}
        <NativeSelect
          label={t('arrival')}
          value={arrival}
          data={arrivals.map((value) => ({ value, label: t(value) }))}
          onChange={(event) => setArrival(event.currentTarget.value as Arrival)}
        />
        <Button type="submit">{t('done')}</Button>
      </form>
    </Dialog>
  );
}
