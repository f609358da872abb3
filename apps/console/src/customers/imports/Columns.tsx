import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { Section, WideTable } from '../../shared/page/index.ts';
import classes from './imports.module.css';
import { type Import, importsKey } from './queries.ts';
import { importWords } from './words.ts';

const fields = [
  'email',
  'phone',
  'loyalty',
  'given_name',
  'family_name',
  'full_name',
  'language',
  'tags',
  'consent_email',
  'consent_sms',
  'consent_source',
  'consent_at',
] as const;
const contacts = ['email', 'phone', 'loyalty'];
const countries = [
  'PL',
  'DE',
  'CZ',
  'SK',
  'UA',
  'LT',
  'LV',
  'EE',
  'AT',
  'CH',
  'FR',
  'NL',
  'BE',
  'IT',
  'ES',
  'SE',
  'DK',
  'NO',
  'GB',
  'IE',
  'US',
  'CA',
  'RU',
  'KZ',
  'BY',
];
const languages = ['pl', 'en', 'ru'] as const;

/** What each column says, guessed from its name and put right by whoever knows. */
export function Columns({ data }: { data: Import }) {
  const t = useWords(importWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const [mapping, setMapping] = useState(data.mapping);
  const [country, setCountry] = useState(data.country ?? 'PL');
  const [reads, setReads] = useState<(typeof languages)[number]>(data.language ?? 'pl');
  const traits = useQuery({
    queryKey: ['customer-traits'],
    queryFn: () => unwrap(api.GET('/api/staff/customers/traits')),
    staleTime: 60_000,
  }).data?.items;
  const options = [
    { value: '', label: t('leaveOut') },
    ...fields.map((value) => ({ value: value as string, label: t(`f_${value}`) })),
    ...(traits ?? []).map((trait) => ({ value: `trait:${trait.name}`, label: trait.label[language] })),
  ];
  const used = mapping.filter((field) => field !== null);
  const fault = !used.some((field) => contacts.includes(field))
    ? t('needContact')
    : new Set(used).size < used.length
      ? t('needOnce')
      : undefined;
  const check = useMutation({
    mutationFn: () =>
      unwrap(
        api.PUT('/api/staff/customers/imports/{id}/mapping', {
          params: { path: { id: data.id } },
          body: { mapping, country, language: reads },
          headers: { 'idempotency-key': newKey() },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: importsKey }),
  });
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return (
    <Section title={t('columns')}>
      <WideTable label={t('columns')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('column')}</th>
              <th scope="col">{t('samples')}</th>
              <th scope="col">{t('means')}</th>
            </tr>
          </thead>
          <tbody>
            {data.columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may be of one name; their place is what they are.
              <tr key={at}>
                <th scope="row">{column.name || `${at + 1}`}</th>
                <td className={classes.samples}>{column.samples.slice(0, 3).join(' · ')}</td>
                <td>
                  <NativeSelect
                    aria-label={`${t('means')}: ${column.name || at + 1}`}
                    data={options}
                    value={mapping[at] ?? ''}
                    onChange={(event) => {
                      const { value } = event.currentTarget;
                      setMapping(mapping.map((field, n) => (n === at ? value || null : field)));
                    }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <div className={classes.options}>
        <NativeSelect
          label={t('country')}
          data={countries.map((value) => ({ value, label: names.of(value) ?? value }))}
          value={country}
          onChange={(event) => setCountry(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('language')}
          data={languages.map((value) => ({ value, label: t(`l_${value}`) }))}
          value={reads}
          onChange={(event) => setReads(event.currentTarget.value as 'pl')}
        />
      </div>
      {used.some((field) => field.startsWith('consent_')) && <p className={classes.hint}>{t('consentHint')}</p>}
      {(fault ?? check.error) && (
        <p className={classes.bad} role="alert">
          {fault ?? check.error?.message}
        </p>
      )}
      <Button disabled={fault !== undefined} loading={check.isPending} onClick={() => check.mutate()}>
        {t('check')}
      </Button>
    </Section>
  );
}
