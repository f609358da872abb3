import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '@throughline/client';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useWords } from '../../shared/language.tsx';
import { type useLocations, useRetailer } from '../../shared/page/index.ts';
import { readHours, writeHours } from './hoursText.ts';
import classes from './settings.module.css';
import { settingsWords } from './words.ts';

export type Place = ReturnType<typeof useLocations>[number];
const kinds = ['store', 'warehouse', 'dropshipper'] as const;
const capabilities = ['pickup', 'reserve', 'ship', 'display', 'return', 'pay'] as const;
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
type Day = (typeof days)[number];

const usual: Record<Day, string> = {
  mon: '10:00-20:00',
  tue: '10:00-20:00',
  wed: '10:00-20:00',
  thu: '10:00-20:00',
  fri: '10:00-20:00',
  sat: '10:00-18:00',
  sun: '',
};

/** A store or warehouse: where it is, when it is open, what can be done there. */
export function LocationForm({ place, onDone }: { place: Place | undefined; onDone(saved: Place): void }) {
  const t = useWords(settingsWords);
  const api = useApi();
  const queries = useQueryClient();
  const { zone } = useRetailer();
  const [name, setName] = useState(place?.name ?? '');
  const [code, setCode] = useState(place?.code ?? '');
  const [kind, setKind] = useState<(typeof kinds)[number]>(place?.kind ?? 'store');
  const [address, setAddress] = useState(place?.address ?? { line1: '', postcode: '', city: '', country: 'PL' });
  const [point, setPoint] = useState<{ lat: number | string; lon: number | string }>(
    place?.point ?? { lat: '', lon: '' },
  );
  const [phone, setPhone] = useState(place?.phone ?? '');
  const [can, setCan] = useState<readonly string[]>(place?.capabilities ?? ['pickup', 'reserve', 'display', 'pay']);
  const [preparation, setPreparation] = useState<number | string>(place?.preparationMinutes ?? 60);
  const [cutOff, setCutOff] = useState(place?.cutOff ?? '16:00');
  const [hours, setHours] = useState<Record<Day, string>>(() =>
    place ? (Object.fromEntries(days.map((day) => [day, writeHours(place.hours[day])])) as Record<Day, string>) : usual,
  );
  const [exceptions, setExceptions] = useState(
    () => place?.exceptions.map((one) => ({ ...one, open: writeHours(one.open) })) ?? [],
  );
  const [key] = useState(newKey);
  const badDay = days.find((day) => readHours(hours[day]) === undefined);
  const badException = exceptions.findIndex((one) => readHours(one.open) === undefined);
  /** The point of the town, so that nobody has to look up degrees. */
  const findPoint = async (city: string) => {
    if (place || city.trim().length < 2) return;
    const found = await unwrap(
      api.GET('/api/shop/towns', { params: { query: { query: city.trim(), limit: 1 } } }),
    ).catch(() => undefined);
    const town = found?.items[0];
    if (town) setPoint(town.point);
  };
  const save = useMutation({
    mutationFn: async () => {
      const body = {
        code: code.trim(),
        kind,
        name: name.trim(),
        address,
        point: { lat: Number(point.lat), lon: Number(point.lon) },
        zone: place?.zone ?? zone,
        phone,
        hours: Object.fromEntries(days.map((day) => [day, readHours(hours[day]) ?? []])) as Record<
          Day,
          [string, string][]
        >,
        capabilities: capabilities.filter((one) => can.includes(one)),
        preparationMinutes: Number(preparation),
        cutOff,
      };
      const days_ = exceptions
        .filter((one) => one.date)
        .map(({ date, open, note }) => ({ date, open: readHours(open) ?? [], ...(note ? { note } : {}) }));
      if (!place)
        return unwrap(
          api.POST('/api/staff/locations', {
            headers: { 'idempotency-key': key },
            body: { ...body, exceptions: days_ },
          }),
        );
      const params = { path: { id: place.id } };
      const saved = await unwrap(
        api.PUT('/api/staff/locations/{id}', { params, body: { ...body, version: place.version } }),
      );
      return unwrap(
        api.PUT('/api/staff/locations/{id}/exceptions', {
          params,
          body: { exceptions: days_, version: saved.version },
        }),
      );
    },
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['locations'] });
      onDone(saved);
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
          label={t('locationName')}
          value={name}
          required
          withAsterisk={false}
          error={errorAt('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('code')}
          description={t('codeHint')}
          value={code}
          required
          withAsterisk={false}
          error={errorAt('code')}
          onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
        />
        <Select
          label={t('kind')}
          value={kind}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'store')}
        />
        <TextInput
          label={t('street')}
          value={address.line1}
          required
          withAsterisk={false}
          onChange={(event) => setAddress({ ...address, line1: event.currentTarget.value })}
        />
        <TextInput
          label={t('postcode')}
          value={address.postcode}
          required
          withAsterisk={false}
          onChange={(event) => setAddress({ ...address, postcode: event.currentTarget.value })}
        />
        <TextInput
          label={t('city')}
          value={address.city}
          required
          withAsterisk={false}
          onChange={(event) => setAddress({ ...address, city: event.currentTarget.value })}
          onBlur={(event) => void findPoint(event.currentTarget.value)}
        />
        <NumberInput
          label={t('lat')}
          description={t('pointHint')}
          value={point.lat}
          required
          withAsterisk={false}
          min={-90}
          max={90}
          hideControls
          onChange={(lat) => setPoint({ ...point, lat })}
        />
        <NumberInput
          label={t('lon')}
          description={'\u00a0'}
          value={point.lon}
          required
          withAsterisk={false}
          min={-180}
          max={180}
          hideControls
          onChange={(lon) => setPoint({ ...point, lon })}
        />
        <TextInput label={t('phone')} value={phone} onChange={(event) => setPhone(event.currentTarget.value)} />
        <NumberInput
          label={t('preparation')}
          value={preparation}
          min={0}
          allowDecimal={false}
          onChange={setPreparation}
        />
        <TextInput
          type="time"
          label={t('cutOff')}
          value={cutOff}
          required
          withAsterisk={false}
          onChange={(event) => setCutOff(event.currentTarget.value)}
        />
      </div>
      <fieldset className={classes.checks}>
        <legend>{t('capabilities')}</legend>
        {capabilities.map((one) => (
          <Checkbox
            key={one}
            label={t(one)}
            checked={can.includes(one)}
            onChange={(event) =>
              setCan(event.currentTarget.checked ? [...can, one] : can.filter((other) => other !== one))
            }
          />
        ))}
      </fieldset>
      <fieldset className={classes.hours}>
        <legend>{t('hours')}</legend>
        <p className={classes.soft}>{t('hoursHint')}</p>
        {days.map((day) => (
          <TextInput
            key={day}
            label={t(day)}
            value={hours[day]}
            error={day === badDay ? t('hoursBad') : undefined}
            onChange={(event) => setHours({ ...hours, [day]: event.currentTarget.value })}
          />
        ))}
      </fieldset>
      <fieldset className={classes.exceptions}>
        <legend>{t('exceptions')}</legend>
        {exceptions.map((one, index) => {
          const set = (fields: Partial<typeof one>) =>
            setExceptions(exceptions.map((other, at) => (at === index ? { ...other, ...fields } : other)));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a day has no name before it is chosen.
            <div key={index}>
              <TextInput
                type="date"
                aria-label={t('date')}
                value={one.date}
                onChange={(event) => set({ date: event.currentTarget.value })}
              />
              <TextInput
                aria-label={t('open')}
                placeholder="10:00-14:00"
                value={one.open}
                error={index === badException ? t('hoursBad') : undefined}
                onChange={(event) => set({ open: event.currentTarget.value })}
              />
              <TextInput
                aria-label={t('note')}
                placeholder={t('note')}
                value={one.note ?? ''}
                onChange={(event) => set({ note: event.currentTarget.value })}
              />
              <Button
                variant="subtle"
                color="gray"
                onClick={() => setExceptions(exceptions.filter((_, at) => at !== index))}
              >
                {t('remove')}
              </Button>
            </div>
          );
        })}
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => setExceptions([...exceptions, { date: '', open: '' }])}
        >
          {t('addException')}
        </Button>
      </fieldset>
      {problem && (
        <p role="alert" className={classes.bad}>
          {problem.code === 'version_conflict' ? t('stale') : (problem.detail ?? problem.title)}
        </p>
      )}
      <Button type="submit" loading={save.isPending} disabled={badDay !== undefined || badException >= 0}>
        {t('save')}
      </Button>
    </form>
  );
}
