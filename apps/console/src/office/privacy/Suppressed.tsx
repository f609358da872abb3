import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { formatDay } from '@throughline/ui/format';
import { useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useListPages } from '../../shared/list/index.ts';
import { useRetailer } from '../../shared/page/index.ts';
import money from '../money/money.module.css';
import { Paged } from './Paged.tsx';
import classes from './privacy.module.css';
import { WithReason } from './WithReason.tsx';
import { privacyWords } from './words.ts';

/** Whom nobody writes to unasked. An address can be looked up; the list can be read by nobody, us included. */
export function Suppressed() {
  const t = useWords(privacyWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const api = useApi();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const [address, setAddress] = useState('');
  const [lifting, setLifting] = useState<string>();
  const [isAdding, setAdding] = useState(false);
  const [newAddress, setNewAddress] = useState('');
  const [once, setOnce] = useState(newKey);
  const pages = useListPages(['privacy', 'suppressed', address], (cursor) =>
    unwrap(
      api.GET('/api/staff/privacy/suppressions', {
        params: { query: { limit: 50, ...(cursor ? { cursor } : {}), ...(address ? { address } : {}) } },
      }),
    ),
  );
  const done = async () => {
    setLifting(undefined);
    setAdding(false);
    setOnce(newKey());
    await queries.invalidateQueries({ queryKey: ['privacy', 'suppressed'] });
  };
  const headers = { 'idempotency-key': once };
  return (
    <>
      <div className={classes.lead}>
        <p>{t('suppressedHint')}</p>
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </div>
      <form
        className={classes.row}
        onSubmit={(event) => {
          event.preventDefault();
          setAddress(typed.trim());
        }}
      >
        <TextInput label={t('address')} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Button type="submit" variant="default">
          {t(typed.trim() || !address ? 'lookUp' : 'clear')}
        </Button>
      </form>
      <Paged pages={pages} label={t('suppressed')} empty={t(address ? 'notOnList' : 'suppressedNone')}>
        {(one) => (
          <li key={one.id}>
            <span>{t(one.reason)}</span>
            <small>{t(one.kind)}</small>
            <small>{t('since', { when: formatDay(one.at, language, zone) })}</small>
            <span className={money.acts}>
              {one.reason !== 'complained' && (
                <Button variant="subtle" size="compact-sm" onClick={() => setLifting(one.id)}>
                  {t('lift')}
                </Button>
              )}
            </span>
          </li>
        )}
      </Paged>
      {lifting && (
        <WithReason
          title={t('liftTitle')}
          act={t('lift')}
          onClose={() => setLifting(undefined)}
          does={async (reason) => {
            const params = { path: { id: lifting } };
            await unwrap(api.POST('/api/staff/privacy/suppressions/{id}/lift', { params, headers, body: { reason } }));
            await done();
          }}
        />
      )}
      {isAdding && (
        <WithReason
          title={t('add')}
          act={t('addNow')}
          onClose={() => setAdding(false)}
          does={async (reason) => {
            await unwrap(
              api.POST('/api/staff/privacy/suppressions', { headers, body: { address: newAddress.trim(), reason } }),
            );
            await done();
          }}
        >
          <TextInput
            label={t('address')}
            value={newAddress}
            required
            withAsterisk={false}
            onChange={(event) => setNewAddress(event.currentTarget.value)}
          />
        </WithReason>
      )}
    </>
  );
}
