import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '@throughline/client';
import { type FormEvent, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useRetailer, Waiting, WideTable } from '../../shared/page/index.ts';
import classes from './settings.module.css';
import { settingsWords } from './words.ts';
import {
  areReadable,
  isReadable,
  type MethodField,
  type MethodRow,
  type Names,
  newMethod,
  newZone,
  toRows,
  toZones,
  type ZoneRow,
  type Zones,
} from './zoneRows.ts';

/** Where goods are delivered, how, at what price and in how many days. */
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
  const [rows, setRows] = useState<ZoneRow[]>(() => toRows(zones, language));
  const [isTold, tell] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.PUT('/api/staff/settings/delivery-zones', {
          body: { market, version: zones.version, zones: toZones(rows, currency) },
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
  const set = (key: string, fields: Partial<ZoneRow>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...fields } : row)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const readable = areReadable(rows, currency);
    tell(!readable);
    if (readable) save.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <p className={classes.soft}>{t('zonesHint')}</p>
      <p className={classes.soft}>{t('methodsHint')}</p>
      {rows.map((zone, index) => (
        <fieldset key={zone.key} className={classes.zone}>
          <legend>{zone.name[language] || `${t('zoneName')} ${index + 1}`}</legend>
          <div className={classes.fields}>
            <NameFields
              names={zone.name}
              label={`${t('zoneName')} ${index + 1}`}
              onChange={(name) => set(zone.key, { name })}
            />
            <TextInput
              label={t('prefixes')}
              aria-label={`${t('prefixes')} ${index + 1}`}
              value={zone.prefixes}
              onChange={(event) => set(zone.key, { prefixes: event.currentTarget.value })}
            />
          </div>
          <Methods
            zone={zone}
            label={`${t('methods')} ${index + 1}`}
            onChange={(methods) => set(zone.key, { methods })}
          />
          <div className={classes.acts}>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => set(zone.key, { methods: [...zone.methods, newMethod()] })}
            >
              {t('addMethod')}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={`${t('remove')}: ${zone.name[language] || index + 1}`}
              onClick={() => setRows(rows.filter((row) => row.key !== zone.key))}
            >
              {t('removeZone')}
            </Button>
          </div>
        </fieldset>
      ))}
      {(save.error || isTold) && (
        <p role="alert" className={classes.bad}>
          {isTold
            ? t('notReadable')
            : save.error instanceof ProblemError && save.error.code === 'version_conflict'
              ? t('stale')
              : save.error?.message}
        </p>
      )}
      <div className={classes.acts}>
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={() => setRows([...rows, newZone()])}>
          {t('addZone')}
        </Button>
      </div>
    </form>
  );
}

function NameFields({ names, label, onChange }: { names: Names; label: string; onChange: (names: Names) => void }) {
  const t = useWords(settingsWords);
  return (
    <div className={classes.zoneName}>
      {(['pl', 'en', 'ru'] as const).map((one) => (
        <TextInput
          key={one}
          lang={one}
          aria-label={`${label}, ${t(one)}`}
          placeholder={t(one)}
          value={names[one]}
          required
          maxLength={120}
          onChange={(event) => onChange({ ...names, [one]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}

function Methods({
  zone,
  label,
  onChange,
}: {
  zone: ZoneRow;
  label: string;
  onChange: (methods: MethodRow[]) => void;
}) {
  const t = useWords(settingsWords);
  const { currency } = useRetailer();
  const { methods } = zone;
  if (methods.length === 0) return <p className={classes.bad}>{t('noMethods')}</p>;
  const set = (key: string, fields: Partial<MethodRow>) =>
    onChange(methods.map((row) => (row.key === key ? { ...row, ...fields } : row)));
  const field = (row: MethodRow, id: MethodField, name: string, placeholder?: string) => (
    <TextInput
      aria-label={`${name}, ${label}`}
      value={row[id]}
      placeholder={placeholder ?? ''}
      error={!isReadable(row, id, currency)}
      onChange={(event) => set(row.key, { [id]: event.currentTarget.value })}
    />
  );
  return (
    <WideTable label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('methodName')}</th>
            <th>
              {t('rate')} ({currency})
            </th>
            <th>{t('freeFrom')}</th>
            <th colSpan={2}>{t('days')}</th>
            <th>
              {t('ordersUntil')}
              <small>{t('cutOffHint')}</small>
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {methods.map((row, index) => (
            <tr key={row.key}>
              <td className={classes.zoneName}>
                <NameFields
                  names={row.name}
                  label={`${t('methodName')} ${index + 1}, ${label}`}
                  onChange={(name) => set(row.key, { name })}
                />
              </td>
              <td className={classes.short}>{field(row, 'rate', t('rate'))}</td>
              <td className={classes.short}>{field(row, 'freeFrom', t('freeFrom'))}</td>
              <td className={classes.tiny}>{field(row, 'daysMin', t('daysFrom'))}</td>
              <td className={classes.tiny}>{field(row, 'daysMax', t('daysTo'))}</td>
              <td className={classes.short}>{field(row, 'cutOff', t('ordersUntil'), '14:00')}</td>
              <td>
                {index > 0 && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    onClick={() => onChange([row, ...methods.filter((one) => one !== row)])}
                  >
                    {t('first')}
                  </Button>
                )}
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  onClick={() => onChange(methods.filter((one) => one !== row))}
                >
                  {t('remove')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
