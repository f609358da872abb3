import { Button, Checkbox, MultiSelect, PasswordInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Answer, ProblemError } from '@throughline/client';
import { languages } from '@throughline/ui/words';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useLocations } from '../../shared/page/index.ts';
import classes from './people.module.css';
import { peopleWords } from './words.ts';

export type Member = Answer<'/api/staff/members', 'get'>['items'][number];
export const roles = ['agent', 'associate', 'manager', 'admin'] as const;
const languageNames = { pl: 'Polski', en: 'English', ru: 'Русский' } as const;

/** A new colleague, or what an old one may do. */
export function MemberForm({ member, onDone }: { member: Member | undefined; onDone(saved: Member): void }) {
  const t = useWords(peopleWords);
  const api = useApi();
  const queries = useQueryClient();
  const mine = useLanguage();
  const places = useLocations().filter((place) => !place.archivedAt);
  const [name, setName] = useState(member?.name ?? '');
  const [email, setEmail] = useState(member?.email ?? '');
  const [role, setRole] = useState<(typeof roles)[number]>(member?.role ?? 'associate');
  const [isEverywhere, setEverywhere] = useState(member ? member.locationIds === 'all' : false);
  const [locationIds, setLocationIds] = useState<string[]>(
    member && member.locationIds !== 'all' ? member.locationIds : [],
  );
  const [language, setLanguage] = useState<(typeof languages)[number]>(member?.language ?? mine);
  const [mayExport, setMayExport] = useState(member?.mayExport ?? false);
  const [password, setPassword] = useState('');
  const [key] = useState(newKey);
  const where = isEverywhere || role === 'admin' || role === 'agent' ? ('all' as const) : locationIds;
  const save = useMutation({
    mutationFn: () =>
      member
        ? unwrap(
            api.PATCH('/api/staff/members/{id}', {
              params: { path: { id: member.id } },
              body: { name, role, locationIds: where, mayExport, version: member.version },
            }),
          )
        : unwrap(
            api.POST('/api/staff/members', {
              headers: { 'idempotency-key': key },
              body: { name, email, role, locationIds: where, language, mayExport, password },
            }),
          ),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['members'] });
      onDone(saved);
    },
  });
  const problem = save.error instanceof ProblemError ? save.error.problem : undefined;
  const errorAt = (field: string) => problem?.errors?.find((one) => one.path.endsWith(field))?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput
        label={t('name')}
        value={name}
        required
        withAsterisk={false}
        maxLength={120}
        error={errorAt('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('email')}
        type="email"
        value={email}
        required
        withAsterisk={false}
        readOnly={member !== undefined}
        error={problem?.code === 'already_exists' ? t('exists') : errorAt('email')}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Select
        label={t('role')}
        value={role}
        allowDeselect={false}
        data={roles.map((value) => ({ value, label: t(value) }))}
        onChange={(value) => {
          const next = roles.find((one) => one === value) ?? 'associate';
          setRole(next);
          // As the server has it: who becomes an administrator may, and can be told not to.
          if (next === 'admin') setMayExport(true);
        }}
      />
      {role !== 'admin' && role !== 'agent' && (
        <>
          <Checkbox
            label={t('everywhere')}
            checked={isEverywhere}
            onChange={(event) => setEverywhere(event.currentTarget.checked)}
          />
          {!isEverywhere && (
            <MultiSelect
              label={t('where')}
              value={locationIds}
              data={places.map((place) => ({ value: place.id, label: place.name }))}
              onChange={setLocationIds}
            />
          )}
        </>
      )}
      <Checkbox
        label={t('mayExport')}
        description={t('mayExportHint')}
        checked={mayExport}
        onChange={(event) => setMayExport(event.currentTarget.checked)}
      />
      {!member && (
        <>
          <Select
            label={t('language')}
            value={language}
            allowDeselect={false}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
            onChange={(value) => setLanguage(languages.find((one) => one === value) ?? 'pl')}
          />
          <PasswordInput
            label={t('password')}
            description={t('passwordHint')}
            value={password}
            required
            withAsterisk={false}
            minLength={10}
            maxLength={128}
            autoComplete="new-password"
            error={errorAt('password')}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </>
      )}
      {problem && !problem.errors && problem.code !== 'already_exists' && (
        <p role="alert" className={classes.bad}>
          {problem.detail ?? problem.title}
        </p>
      )}
      <Button type="submit" loading={save.isPending}>
        {t('save')}
      </Button>
    </form>
  );
}
