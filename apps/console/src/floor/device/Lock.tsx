import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { ProblemError } from '@throughline/client';
import { isLanguage } from '@throughline/ui/words';
import { useEffect, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useChooseLanguage, useLanguage, useWords } from '../../shared/language.tsx';
import { restartLive } from '../../shell/live.ts';
import { keepMe, meQuery } from '../../shell/me.ts';
import { Button, Hidden, Keypad, Notice, Skeletons } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import classes from './device.module.css';
import { noteStoreDevice } from './isStoreDevice.ts';
import { deviceWords } from './words.ts';

const route = getRouteApi('/lock');

/** A store's device between two people: a name, a PIN, and on with what lay there. */
export function Lock() {
  const t = useWords(deviceWords);
  const api = useApi();
  const language = useLanguage();
  const router = useRouter();
  const queries = useQueryClient();
  const choose = useChooseLanguage();
  const { to } = route.useSearch();
  const [who, setWho] = useState<{ id: string; name: string }>();
  const [pin, setPin] = useState('');
  const device = useQuery({ queryKey: ['device'], queryFn: () => unwrap(api.GET('/api/staff/device')) });
  const go = useMutation({
    mutationFn: async (digits: string) =>
      unwrap(
        api.POST('/api/staff/device/switch', {
          params: { header: { 'idempotency-key': crypto.randomUUID() } },
          body: { memberId: who?.id ?? '', pin: digits },
        }),
      ),
    onSuccess: async (me) => {
      restartLive();
      queries.setQueryData(meQuery().queryKey, keepMe(me));
      if (isLanguage(me.language)) choose(me.language);
      await router.invalidate();
      router.history.push(to.startsWith('/console') ? to : `/console${to}`);
    },
    onError: () => setPin(''),
  });
  useEffect(() => {
    if (device.data) noteStoreDevice(device.data.device !== null);
  }, [device.data]);

  const press = (key: string) => {
    go.reset();
    if (key === '⌫') setPin((now) => now.slice(0, -1));
    else if (key === '↵') send();
    else setPin((now) => (now.length < 6 ? now + key : now));
  };
  const send = () => {
    if (pin.length >= 4 && !go.isPending) go.mutate(pin);
  };
  useEffect(() => {
    if (!who) return;
    const onKey = (event: KeyboardEvent) => {
      if (/^\d$/.test(event.key)) press(event.key);
      else if (event.key === 'Backspace') press('⌫');
      else if (event.key === 'Escape') setWho(undefined);
      else if (event.key === 'Enter' && pin.length >= 4 && !(document.activeElement instanceof HTMLButtonElement))
        send();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  const problem = go.error instanceof ProblemError ? go.error.problem : undefined;
  return (
    <main className={classes.lock} data-theme="light">
      <section className={classes.card}>
        {device.isPending ? (
          <Skeletons count={4} />
        ) : device.isError ? (
          <h1>{t('offline')}</h1>
        ) : !device.data?.device ? (
          <>
            <h1>{t('notDevice')}</h1>
            <p className={classes.soft}>{t('notDeviceText')}</p>
          </>
        ) : who ? (
          <>
            <h1>{t('pinOf', { name: who.name })}</h1>
            <div className={classes.dots}>
              {Array.from({ length: Math.max(4, pin.length) }, (_, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: dots have no identity.
                <i key={place} data-full={place < pin.length} aria-hidden="true" />
              ))}
              <span aria-live="polite">
                <Hidden>{t('digits', { n: pin.length })}</Hidden>
              </span>
            </div>
            {problem && (
              <Notice tone="brick" role="alert">
                <span>{problemText(problem, language)}</span>
              </Notice>
            )}
            <Keypad onKey={press} extra={{ label: t('go'), key: '↵' }} />
            <Button kind="primary" wide busy={go.isPending} disabled={pin.length < 4} onClick={send}>
              {t('go')}
            </Button>
            <Button
              wide
              onClick={() => {
                setWho(undefined);
                setPin('');
                go.reset();
              }}
            >
              {t('other')}
            </Button>
          </>
        ) : (
          <>
            <h1>{t('lockTitle')}</h1>
            <p className={classes.soft}>{device.data.device.name}</p>
            {device.data.colleagues.every((one) => !one.hasPin) && (
              <Notice tone="sky">
                <span>{t('noColleagues')}</span>
              </Notice>
            )}
            <ul className={classes.people}>
              {device.data.colleagues.map((one) => (
                <li key={one.id}>
                  <Button wide disabled={!one.hasPin} onClick={() => setWho(one)}>
                    {one.name}
                    {!one.hasPin && <span className={classes.soft}>{t('noPin')}</span>}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
        <Link to="/sign-in" search={{ to }} className={classes.signIn}>
          {t('signIn')}
        </Link>
      </section>
    </main>
  );
}
