import { Button, CopyButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatAgo, formatDay } from '@throughline/ui/format';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { State, useRetailer } from '../../shared/page/index.ts';
import type { Source } from './SourceRow.tsx';
import classes from './sources.module.css';
import { sourceWords } from './words.ts';

type Secret = Source['secrets'][number];

/** A secret key is never shown again; its ending tells one from another. */
const ending = (hint: string) => `tls_…${hint}`;

/** The keys of tills, phone systems and servers: made and shown once, revoked for good after being asked twice. */
export function SecretKeys({ source, onClose }: { source: Source; onClose(): void }) {
  const t = useWords(sourceWords);
  const api = useApi();
  const queries = useQueryClient();
  const make = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/sources/{id}/secrets', {
          params: { path: { id: source.id } },
          headers: { 'idempotency-key': newKey() },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sources'] }),
  });
  const made = make.data?.key;
  return (
    <Dialog title={t('secretsOf', { source: source.label })} onClose={onClose} size="lg">
      <div className={classes.form}>
        <p>{t('secretsHint')}</p>
        {made && (
          <div className={classes.made}>
            <strong>{t('secretOnce')}</strong>
            <code>{made}</code>
            <CopyButton value={made}>
              {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'copied' : 'copyKey')}</Button>}
            </CopyButton>
          </div>
        )}
        {source.secrets.length > 0 && (
          <ul className={classes.secrets}>
            {source.secrets.map((secret) => (
              <SecretLine key={secret.id} source={source} secret={secret} />
            ))}
          </ul>
        )}
        {make.error && (
          <p role="alert" className={classes.bad}>
            {make.error.message}
          </p>
        )}
        <span>
          <Button variant={made ? 'default' : 'filled'} loading={make.isPending} onClick={() => make.mutate()}>
            {t('makeSecret')}
          </Button>
        </span>
      </div>
    </Dialog>
  );
}

function SecretLine({ source, secret }: { source: Source; secret: Secret }) {
  const t = useWords(sourceWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const api = useApi();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const revoke = useMutation({
    mutationFn: () =>
      unwrap(
        api.DELETE('/api/staff/sources/{id}/secrets/{secretId}', {
          params: { path: { id: source.id, secretId: secret.id } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sources'] }),
  });
  return (
    <li>
      <span>
        <code>{ending(secret.hint)}</code>
        <small>
          {[
            t('secretMade', { day: formatDay(secret.createdAt, language, zone) }),
            secret.lastUsedAt
              ? t('secretUsed', { ago: formatAgo(secret.lastUsedAt, new Date(), language) })
              : t('secretUnused'),
          ].join(' · ')}
        </small>
        {revoke.error && (
          <small role="alert" className={classes.bad}>
            {revoke.error.message}
          </small>
        )}
      </span>
      {secret.revokedAt ? (
        <State tone="plain">{t('secretRevoked')}</State>
      ) : (
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          loading={revoke.isPending}
          onClick={() => (isAsked ? revoke.mutate() : setAsked(true))}
        >
          {t(isAsked ? 'revokeSure' : 'revokeSecret')}
        </Button>
      )}
    </li>
  );
}
