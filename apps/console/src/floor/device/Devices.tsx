import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ProblemError } from '@throughline/client';
import { formatDayAndTime } from '@throughline/ui/format';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useMe } from '../../shell/me.ts';
import { useHere } from '../frame/useStore.ts';
import { Button, Field, Notice } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import classes from './device.module.css';
import { noteStoreDevice } from './isStoreDevice.ts';
import { deviceWords } from './words.ts';

const once = () => ({ header: { 'idempotency-key': newKey() } });

/** My PIN, whether this browser is a device of the store, and the store's devices for its manager. */
export function Devices() {
  const t = useWords(deviceWords);
  const me = useMe();
  return (
    <div className={classes.devices}>
      <h1>{t('title')}</h1>
      <OwnPin />
      <ThisDevice />
      {me.role !== 'associate' && <StoreDevices />}
    </div>
  );
}

function OwnPin() {
  const t = useWords(deviceWords);
  const api = useApi();
  const language = useLanguage();
  const [pin, setPin] = useState('');
  const [shape, setShape] = useState(false);
  const save = useMutation({
    mutationFn: () => unwrap(api.PUT('/api/staff/me/pin', { params: once(), body: { pin } })),
    onSuccess: () => setPin(''),
  });
  const problem = save.error instanceof ProblemError ? save.error.problem : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fits = /^\d{4,6}$/.test(pin);
    setShape(!fits);
    if (fits) save.mutate();
  };
  const fault = shape
    ? t('pinShape')
    : problem?.code === 'invalid_request'
      ? t('pinWeak')
      : problem?.code === 'not_allowed'
        ? t('pinOnlyPassword')
        : problem && problemText(problem, language);
  return (
    <form className={classes.part} onSubmit={submit}>
      <h2>{t('pinTitle')}</h2>
      <p className={classes.soft}>{t('pinText')}</p>
      <Field
        label={t('pin')}
        type="password"
        inputMode="numeric"
        autoComplete="new-password"
        maxLength={6}
        value={pin}
        error={fault}
        onChange={(event) => {
          setPin(event.currentTarget.value);
          save.reset();
        }}
      />
      {save.isSuccess && (
        <Notice tone="velvet" role="status">
          <span>{t('pinSaved')}</span>
        </Notice>
      )}
      <Button type="submit" busy={save.isPending}>
        {t('pinSave')}
      </Button>
    </form>
  );
}

const deviceKey = ['device'];

function ThisDevice() {
  const t = useWords(deviceWords);
  const api = useApi();
  const language = useLanguage();
  const here = useHere();
  const me = useMe();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const known = useQuery({ queryKey: deviceKey, queryFn: () => unwrap(api.GET('/api/staff/device')) });
  const register = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/api/staff/devices', { params: once(), body: { name: name.trim(), locationId: here.id } })),
    onSuccess: () => {
      noteStoreDevice(true);
      setName('');
      void queries.invalidateQueries({ queryKey: deviceKey });
      void queries.invalidateQueries({ queryKey: ['floor', 'devices'] });
    },
  });
  const device = known.data?.device;
  const problem = register.error instanceof ProblemError ? register.error.problem : undefined;
  return (
    <section className={classes.part}>
      <h2>{t('here')}</h2>
      <p className={classes.soft}>{device ? t('hereIs', { name: device.name, store: here.name }) : t('hereNot')}</p>
      {!device && me.role !== 'associate' && (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) register.mutate();
          }}
        >
          <Field
            label={t('name')}
            hint={t('nameHint')}
            value={name}
            maxLength={80}
            error={problem && problemText(problem, language)}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" kind="primary" busy={register.isPending} disabled={!name.trim()}>
            {t('register', { store: here.name })}
          </Button>
        </form>
      )}
    </section>
  );
}

function StoreDevices() {
  const t = useWords(deviceWords);
  const api = useApi();
  const language = useLanguage();
  const here = useHere();
  const queries = useQueryClient();
  const devices = useQuery({
    queryKey: ['floor', 'devices', here.id],
    queryFn: () => unwrap(api.GET('/api/staff/devices', { params: { query: { locationId: here.id } } })),
  });
  const revoke = useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/staff/devices/{id}', { params: { ...once(), path: { id } } })),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['floor', 'devices'] });
      void queries.invalidateQueries({ queryKey: deviceKey });
    },
  });
  const time = (at: string) => formatDayAndTime(at, language, here.zone);
  return (
    <section className={classes.part}>
      <h2>{t('devices', { store: here.name })}</h2>
      {devices.isError && <p className={classes.soft}>{t('failed')}</p>}
      {devices.data?.items.length === 0 && <p className={classes.soft}>{t('none')}</p>}
      <ul className={classes.list}>
        {devices.data?.items.map((device) => (
          <li key={device.id}>
            <div>
              <strong>{device.name}</strong>
              <span className={classes.soft}>
                {device.revokedAt
                  ? t('revoked', { time: time(device.revokedAt) })
                  : device.lastUsedAt
                    ? t('lastUsed', { time: time(device.lastUsedAt) })
                    : t('neverUsed')}
              </span>
            </div>
            {!device.revokedAt && (
              <Button kind="danger" onClick={() => revoke.mutate(device.id)}>
                {t('revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
