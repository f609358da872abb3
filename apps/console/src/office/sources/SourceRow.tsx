import { Button, CopyButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { formatAgo } from '@throughline/ui/format';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { State } from '../../shared/page/index.ts';
import { SecretKeys } from './SecretKeys.tsx';
import { SourceForm } from './SourceForm.tsx';
import classes from './sources.module.css';
import { sourceWords } from './words.ts';

export type Source = Answer<'/api/staff/sources', 'get'>['items'][number];

export function SourceRow({ source }: { source: Source }) {
  const t = useWords(sourceWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const [isChanging, setChanging] = useState(false);
  const [isAtSecrets, setAtSecrets] = useState(false);
  const params = { path: { id: source.id } };
  const done = {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sources'] }),
    onError: (error: Error) => notifications.show({ message: error.message, color: 'red' }),
  };
  const isOn = source.disabledAt === null;
  const change = useMutation({
    mutationFn: () => unwrap(api.PATCH('/api/staff/sources/{id}', { params, body: { active: !isOn } })),
    ...done,
  });
  const rotate = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/api/staff/sources/{id}/write-key', { params, headers: { 'idempotency-key': newKey() } })),
    ...done,
    async onSuccess() {
      notifications.show({ message: t('newKeyDone') });
      await done.onSuccess();
    },
  });
  const { today, lastEventAt } = source;
  return (
    <li>
      <div>
        <div className={classes.name}>
          <strong>{source.label}</strong>
          {source.label !== source.name && <span className={classes.soft}>{source.name}</span>}
          <State tone={isOn ? 'good' : 'plain'}>{t(isOn ? 'on' : 'off')}</State>
        </div>
        <p className={classes.soft}>
          {[
            lastEventAt ? t('last', { ago: formatAgo(lastEventAt, new Date(), language) }) : t('silent'),
            lastEventAt && t('today', { n: today.events }),
            today.bots > 0 && t('bots', { n: today.bots }),
            today.repeats > 0 && t('repeats', { n: today.repeats }),
            today.wrongOrigin > 0 && t('wrongOrigin', { n: today.wrongOrigin }),
            ...source.allowedOrigins,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <span className={classes.acts}>
        <CopyButton value={source.writeKey}>
          {({ copied, copy }) => (
            <Button variant="subtle" size="compact-sm" onClick={copy}>
              {t(copied ? 'copied' : 'copyKey')}
            </Button>
          )}
        </CopyButton>
        <Button variant="subtle" size="compact-sm" onClick={() => setChanging(true)}>
          {t('change')}
        </Button>
        {source.oldWriteKey === null && (
          <Button variant="subtle" size="compact-sm" loading={rotate.isPending} onClick={() => rotate.mutate()}>
            {t('newKey')}
          </Button>
        )}
        <Button variant="subtle" size="compact-sm" onClick={() => setAtSecrets(true)}>
          {t('secrets')}
        </Button>
        <Button variant="subtle" size="compact-sm" loading={change.isPending} onClick={() => change.mutate()}>
          {t(isOn ? 'switchOff' : 'switchOn')}
        </Button>
      </span>
      {source.oldWriteKey && <OldKey source={source} writeKey={source.oldWriteKey} />}
      {source.hints.length + source.unknownStores.length > 0 && (
        <ul className={`${classes.hints} ${classes.whole}`} aria-label={t('hints')}>
          {source.hints.map(({ hint, today: times, week }) => (
            <li key={hint}>
              <span>{t(hint as 'price_as_text')}</span>
              <span className={classes.number}>
                {times > 0 ? t('times', { n: times }) : t('timesWeek', { n: week })}
              </span>
              <small>{t(`do_${hint}` as 'do_price_as_text')}</small>
            </li>
          ))}
          {source.unknownStores.map(({ code, today: times, week }) => (
            <li key={`store ${code}`}>
              <span>{t('unknownStore', { code })}</span>
              <span className={classes.number}>
                {times > 0 ? t('times', { n: times }) : t('timesWeek', { n: week })}
              </span>
              <small>{t('do_unknownStore')}</small>
            </li>
          ))}
        </ul>
      )}
      {isAtSecrets && <SecretKeys source={source} onClose={() => setAtSecrets(false)} />}
      {isChanging && <SourceForm source={source} onClose={() => setChanging(false)} />}
    </li>
  );
}

function OldKey({ source, writeKey }: { source: Source; writeKey: string }) {
  const t = useWords(sourceWords);
  const api = useApi();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () =>
      unwrap(api.DELETE('/api/staff/sources/{id}/old-write-key', { params: { path: { id: source.id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sources'] }),
    onError: (error: Error) => notifications.show({ message: error.message, color: 'red' }),
  });
  const used = source.week.withOldKey;
  return (
    <div className={`${classes.oldKey} ${classes.whole}`}>
      <State tone="waiting">{t('oldKey', { key: `${writeKey.slice(0, 4)}…` })}</State>
      <span className={classes.soft}>{used > 0 ? t('oldKeyUsed', { n: used }) : t('oldKeyUnused')}</span>
      <Button variant="subtle" size="compact-sm" loading={end.isPending} onClick={() => end.mutate()}>
        {t('endOldKey')}
      </Button>
    </div>
  );
}
