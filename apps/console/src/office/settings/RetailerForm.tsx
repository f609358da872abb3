import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, ProblemError } from '@throughline/client';
import { languages } from '@throughline/ui/words';
import { type FormEvent, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useWords } from '../../shared/language.tsx';
import { Waiting } from '../../shared/page/index.ts';
import classes from './settings.module.css';
import { settingsWords } from './words.ts';

type Retailer = Answer<'/api/staff/settings/retailer', 'get'>;
const languageNames = { pl: 'Polski', en: 'English', ru: 'Русский' } as const;
const legalFields = ['companyName', 'address', 'taxId', 'registration', 'email', 'phone'] as const;

export function RetailerForm({ onSaved }: { onSaved(): void }) {
  const t = useWords(settingsWords);
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['settings-retailer'],
    queryFn: () => unwrap(api.GET('/api/staff/settings/retailer')),
  });
  if (!data) return <Waiting label={t('retailer')} />;
  return <Form key={data.version} retailer={data} onSaved={onSaved} />;
}

function Form({ retailer, onSaved }: { retailer: Retailer; onSaved(): void }) {
  const t = useWords(settingsWords);
  const api = useApi();
  const queries = useQueryClient();
  const [form, setForm] = useState(retailer);
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.PUT('/api/staff/settings/retailer', {
          body: {
            name: form.name,
            zone: form.zone,
            defaultLanguage: form.defaultLanguage,
            legal: form.legal,
            version: retailer.version,
          },
        }),
      ),
    onSuccess: async (saved) => {
      queries.setQueryData(['settings-retailer'], saved);
      await queries.invalidateQueries({ queryKey: ['store-info'] });
      onSaved();
    },
    onError: async (error) => {
      if (error instanceof ProblemError && error.code === 'version_conflict')
        await queries.invalidateQueries({ queryKey: ['settings-retailer'] });
    },
  });
  const problem = save.error instanceof ProblemError ? save.error.problem : undefined;
  const errorAt = (field: string) =>
    problem?.errors?.find((one) => one.path.replaceAll('.', '/').endsWith(`/${field}`))?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <div className={classes.fields}>
        <TextInput
          label={t('name')}
          value={form.name}
          required
          withAsterisk={false}
          error={errorAt('name')}
          onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
        />
        {legalFields.map((field) => (
          <TextInput
            key={field}
            label={t(field)}
            type={field === 'email' ? 'email' : 'text'}
            value={form.legal[field]}
            required={field === 'companyName' || field === 'address' || field === 'email'}
            withAsterisk={false}
            error={errorAt(field)}
            onChange={(event) => setForm({ ...form, legal: { ...form.legal, [field]: event.currentTarget.value } })}
          />
        ))}
        <Select
          label={t('defaultLanguage')}
          value={form.defaultLanguage}
          allowDeselect={false}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(value) =>
            setForm({ ...form, defaultLanguage: languages.find((one) => one === value) ?? form.defaultLanguage })
          }
        />
        <Select
          label={t('zone')}
          description={t('zoneHint')}
          searchable
          value={form.zone}
          allowDeselect={false}
          data={[...new Set([form.zone, ...Intl.supportedValuesOf('timeZone')])]}
          onChange={(zone) => setForm({ ...form, zone: zone ?? form.zone })}
        />
      </div>
      {problem && !problem.errors && (
        <p role="alert" className={classes.bad}>
          {problem.code === 'version_conflict' ? t('stale') : (problem.detail ?? problem.title)}
        </p>
      )}
      <Button type="submit" loading={save.isPending}>
        {t('save')}
      </Button>
    </form>
  );
}
