import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, ProblemError } from '@throughline/client';
import { type FormEvent, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { readAmount, useRetailer, Waiting, WideTable, writeAmount } from '../../shared/page/index.ts';
import classes from './settings.module.css';
import { settingsWords } from './words.ts';

type Zones = Answer<'/api/staff/settings/delivery-zones', 'get'>;

interface Row {
  id?: string;
  name: { en: string; pl: string; ru: string };
  prefixes: string;
  rate: string;
  freeFrom: string;
  daysMin: string;
  daysMax: string;
}

export function ZonesForm() {
  const t = useWords(settingsWords);
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['delivery-zones'],
    queryFn: () => unwrap(api.GET('/api/staff/settings/delivery-zones')),
  });
  return data ? <Form key={data.version} zones={data} /> : <Waiting label={t('zones')} />;
}

function Form({ zones }: { zones: Zones }) {
  const t = useWords(settingsWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const { market, currency } = useRetailer();
  const [rows, setRows] = useState<Row[]>(() =>
    zones.zones.map((zone) => ({
      id: zone.id,
      name: zone.name,
      prefixes: zone.postcodePrefixes.join(', '),
      rate: writeAmount(zone.rate.amount, zone.rate.currency, language),
      freeFrom: zone.freeFrom ? writeAmount(zone.freeFrom.amount, zone.freeFrom.currency, language) : '',
      daysMin: String(zone.daysMin),
      daysMax: String(zone.daysMax),
    })),
  );
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.PUT('/api/staff/settings/delivery-zones', {
          body: {
            market,
            version: zones.version,
            zones: rows.map((row) => {
              const freeFrom = readAmount(row.freeFrom, currency);
              return {
                ...(row.id ? { id: row.id } : {}),
                name: row.name,
                postcodePrefixes: row.prefixes
                  .split(/[\s,;]+/)
                  .map((prefix) => prefix.trim())
                  .filter(Boolean),
                rate: { amount: readAmount(row.rate, currency) ?? -1, currency },
                freeFrom: freeFrom === undefined ? null : { amount: freeFrom, currency },
                daysMin: Number(row.daysMin),
                daysMax: Number(row.daysMax),
              };
            }),
          },
        }),
      ),
    onSuccess: (saved) => {
      queries.setQueryData(['delivery-zones'], saved);
      notifications.show({ message: t('saved') });
    },
    onError: async (error) => {
      if (error instanceof ProblemError && error.code === 'version_conflict')
        await queries.invalidateQueries({ queryKey: ['delivery-zones'] });
    },
  });
  const set = (index: number, fields: Partial<Row>) =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...fields } : row)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const field = (
    row: Row,
    index: number,
    id: 'prefixes' | 'rate' | 'freeFrom' | 'daysMin' | 'daysMax',
    label: string,
  ) => (
    <TextInput
      aria-label={`${label} ${index + 1}`}
      value={row[id]}
      error={
        (id === 'rate' && readAmount(row.rate, currency) === undefined) ||
        (id === 'freeFrom' && row.freeFrom !== '' && readAmount(row.freeFrom, currency) === undefined)
      }
      onChange={(event) => set(index, { [id]: event.currentTarget.value })}
    />
  );
  return (
    <form onSubmit={submit} className={classes.form}>
      <p className={classes.soft}>{t('zonesHint')}</p>
      <WideTable label={t('zones')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('zoneName')}</th>
              <th>{t('prefixes')}</th>
              <th>
                {t('rate')} ({currency})
              </th>
              <th>{t('freeFrom')}</th>
              <th colSpan={2}>{t('days')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a zone has no id before it is saved.
              <tr key={index}>
                <td className={classes.zoneName}>
                  {(['pl', 'en', 'ru'] as const).map((one) => (
                    <TextInput
                      key={one}
                      lang={one}
                      aria-label={`${t('zoneName')} ${index + 1}, ${t(one)}`}
                      placeholder={t(one)}
                      value={row.name[one]}
                      required
                      onChange={(event) => set(index, { name: { ...row.name, [one]: event.currentTarget.value } })}
                    />
                  ))}
                </td>
                <td>{field(row, index, 'prefixes', t('prefixes'))}</td>
                <td className={classes.short}>{field(row, index, 'rate', t('rate'))}</td>
                <td className={classes.short}>{field(row, index, 'freeFrom', t('freeFrom'))}</td>
                <td className={classes.tiny}>{field(row, index, 'daysMin', t('days'))}</td>
                <td className={classes.tiny}>{field(row, index, 'daysMax', t('days'))}</td>
                <td>
                  <Button
                    variant="subtle"
                    color="gray"
                    size="compact-sm"
                    onClick={() => setRows(rows.filter((_, at) => at !== index))}
                  >
                    {t('remove')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      {save.error && (
        <p role="alert" className={classes.bad}>
          {save.error instanceof ProblemError && save.error.code === 'version_conflict'
            ? t('stale')
            : save.error.message}
        </p>
      )}
      <div className={classes.acts}>
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
        <Button
          variant="default"
          onClick={() =>
            setRows([
              ...rows,
              { name: { en: '', pl: '', ru: '' }, prefixes: '', rate: '', freeFrom: '', daysMin: '2', daysMax: '4' },
            ])
          }
        >
          {t('addZone')}
        </Button>
      </div>
    </form>
  );
}
