import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { unwrap, useApi } from '../shared/api.ts';
import { useLanguage, useWords } from '../shared/language.tsx';
import classes from './customers.module.css';
import { type Profile, useReread } from './queries.ts';
import { profileWords } from './words.ts';

type Trait = Profile['traits'][number];

/** What is known of taste and size: what was said, and what is read from purchases, never mixed up. */
export function Preferences({ id, profile }: { id: string; profile: Profile }) {
  const t = useWords(profileWords);
  const language = useLanguage();
  const shown = profile.traits.filter((trait) => trait.maySet || trait.value !== null);
  if (shown.length === 0 && profile.preferences.length === 0)
    return <p className={classes.soft}>{t('preferencesNone')}</p>;
  return (
    <ul className={classes.rows}>
      {shown.map((trait) => (
        <TraitRow key={trait.name} id={id} trait={trait} />
      ))}
      {profile.preferences.map((one) => (
        <li key={one.label.en}>
          <span>
            <small>{one.label[language]}</small>
            {one.hex && <i className={classes.swatch} style={{ background: one.hex }} aria-hidden="true" />}
            {one.value[language]} <small>{t('ofBought', { n: one.pieces, of: one.ofPieces })}</small>
          </span>
          <span className={classes.soft}>{t('inferred')}</span>
        </li>
      ))}
    </ul>
  );
}

function TraitRow({ id, trait }: { id: string; trait: Trait }) {
  const t = useWords(profileWords);
  const language = useLanguage();
  const api = useApi();
  const reread = useReread(id);
  const [draft, setDraft] = useState<string>();
  const save = useMutation({
    mutationFn: (value: string | number | boolean | null) =>
      unwrap(
        api.PUT('/api/staff/customers/{id}/traits/{name}', {
          params: { path: { id, name: trait.name } },
          body: { value },
        }),
      ),
    onSuccess: () => {
      setDraft(undefined);
      reread();
    },
  });
  const say = (value: string | number | boolean | null) =>
    value === null
      ? t('notSaid')
      : typeof value === 'boolean'
        ? t(value ? 'yes' : 'no')
        : (trait.choices.find((one) => one.value === value)?.label[language] ?? String(value));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = draft?.trim() ?? '';
    if (text === '') return save.mutate(null);
    if (trait.type === 'number') return save.mutate(Number(text));
    save.mutate(trait.type === 'yes_no' ? text === 'yes' : text);
  };
  const label = trait.label[language];
  const options =
    trait.type === 'yes_no'
      ? [
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]
      : trait.choices.map((one) => ({ value: one.value, label: one.label[language] }));
  return (
    <li>
      {draft === undefined ? (
        <span>
          <small>{label}</small>
          <span className={trait.value === null ? classes.soft : undefined}>{say(trait.value)}</span>{' '}
          {trait.others.length > 0 && (
            <small>{t('alsoSaid', { values: trait.others.map((one) => say(one.value)).join(', ') })}</small>
          )}
        </span>
      ) : (
        <form className={classes.traitForm} onSubmit={submit}>
          {trait.type === 'choice' || trait.type === 'yes_no' ? (
            <Select
              size="xs"
              label={label}
              data={options}
              value={draft || null}
              clearable
              onChange={(one) => setDraft(one ?? '')}
            />
          ) : trait.type === 'number' ? (
            <NumberInput size="xs" label={label} value={draft} onChange={(one) => setDraft(String(one))} />
          ) : (
            <TextInput
              size="xs"
              label={label}
              type={trait.type === 'date' ? 'date' : 'text'}
              maxLength={500}
              value={draft}
              onChange={(event) => setDraft(event.currentTarget.value)}
            />
          )}
          <Button type="submit" size="compact-sm" variant="default" loading={save.isPending}>
            {t('save')}
          </Button>
          {save.error && (
            <span role="alert" className={classes.bad}>
              {save.error.message}
            </span>
          )}
        </form>
      )}
      {draft === undefined && trait.maySet ? (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`${t(trait.value === null ? 'set' : 'change')}: ${label}`}
          onClick={() =>
            setDraft(
              trait.value === null
                ? ''
                : trait.value === true
                  ? 'yes'
                  : trait.value === false
                    ? 'no'
                    : String(trait.value),
            )
          }
        >
          {t(trait.value === null ? 'set' : 'change')}
        </Button>
      ) : (
        draft === undefined && <span className={classes.soft}>{t('stated')}</span>
      )}
    </li>
  );
}
