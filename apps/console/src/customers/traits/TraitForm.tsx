import { Button, Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { languages } from '@throughline/ui/words';
import { type FormEvent, useState } from 'react';
import people from '../../office/people/people.module.css';
import { unwrap, useApi } from '../../shared/api.ts';
import { useWords } from '../../shared/language.tsx';
import { traitWords } from './words.ts';

export type Trait = Answer<'/api/staff/customers/trait-catalogue', 'get'>['items'][number];
const types = ['text', 'number', 'date', 'choice', 'yes_no'] as const;
const roles = ['agent', 'associate', 'manager', 'admin'] as const;
const languageNames = { pl: 'Polski', en: 'English', ru: 'Русский' } as const;

const writeChoices = (choices: Trait['choices']) =>
  choices.map(({ value, label }) => [value, label.en, label.pl, label.ru].join('; ')).join('\n');

/** Undefined where a line is not a key with three names. */
function readChoices(text: string): Trait['choices'] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const choices = lines.flatMap((line) => {
    const [value, en, pl, ru, ...more] = line.split(';').map((part) => part.trim());
    return value && en && pl && ru && more.length === 0 ? [{ value, label: { en, pl, ru } }] : [];
  });
  return choices.length === lines.length && choices.length >= 2 ? choices : undefined;
}

/** A new trait, or what is said about one; saving an archived one brings it back. Key and type stay. */
export function TraitForm({ trait, onDone }: { trait: Trait | undefined; onDone(): void }) {
  const t = useWords(traitWords);
  const api = useApi();
  const [name, setName] = useState(trait?.name ?? '');
  const [label, setLabel] = useState(trait?.label ?? { en: '', pl: '', ru: '' });
  const [type, setType] = useState<(typeof types)[number]>(trait?.type ?? 'text');
  const [choices, setChoices] = useState(writeChoices(trait?.choices ?? []));
  const [isPii, setPii] = useState(trait?.isPii ?? false);
  const [seenBy, setSeenBy] = useState<Trait['seenBy']>(trait?.seenBy ?? [...roles]);
  const [setBy, setSetBy] = useState<Trait['setBy']>(trait?.setBy ?? [...roles]);
  const chosen = type === 'choice' ? readChoices(choices) : [];
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.PUT('/api/staff/customers/traits/{name}', {
          params: { path: { name } },
          body: {
            label,
            type,
            choices: chosen ?? [],
            isPii,
            seenBy,
            setBy,
            ...(trait ? { version: trait.version } : {}),
          },
        }),
      ),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) save.mutate();
  };
  const rolesData = roles.map((value) => ({ value, label: t(value) }));
  const only = (values: string[]) => roles.filter((role) => values.includes(role));
  return (
    <form onSubmit={submit} className={people.form}>
      <TextInput
        label={t('name')}
        description={t('nameHint')}
        value={name}
        required
        withAsterisk={false}
        readOnly={trait !== undefined}
        pattern="[a-z][a-z0-9_]{1,39}"
        maxLength={40}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {languages.map((language) => (
        <TextInput
          key={language}
          label={t('label', { language: languageNames[language] })}
          value={label[language]}
          required
          withAsterisk={false}
          maxLength={100}
          onChange={(event) => setLabel({ ...label, [language]: event.currentTarget.value })}
        />
      ))}
      <Select
        label={t('type')}
        value={type}
        allowDeselect={false}
        disabled={trait !== undefined}
        data={types.map((value) => ({ value, label: t(value) }))}
        onChange={(value) => setType(types.find((one) => one === value) ?? 'text')}
      />
      {type === 'choice' && (
        <Textarea
          label={t('choices')}
          description={t('choicesHint')}
          autosize
          minRows={3}
          value={choices}
          error={chosen === undefined && choices !== '' ? t('choicesWrong') : undefined}
          onChange={(event) => setChoices(event.currentTarget.value)}
        />
      )}
      <MultiSelect label={t('seenBy')} value={seenBy} data={rolesData} onChange={(to) => setSeenBy(only(to))} />
      <MultiSelect label={t('setBy')} value={setBy} data={rolesData} onChange={(to) => setSetBy(only(to))} />
      <Checkbox label={t('personal')} checked={isPii} onChange={(event) => setPii(event.currentTarget.checked)} />
      {save.error && (
        <p role="alert" className={people.bad}>
          {save.error.message}
        </p>
      )}
      <Button type="submit" loading={save.isPending} disabled={seenBy.length === 0 || setBy.length === 0 || !chosen}>
        {t('save')}
      </Button>
    </form>
  );
}
