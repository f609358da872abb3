import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { formatDayAndTime } from '@throughline/ui/format';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useListPages } from '../../shared/list/index.ts';
import { useRetailer } from '../../shared/page/index.ts';
import money from '../money/money.module.css';
import { Paged } from './Paged.tsx';
import classes from './privacy.module.css';
import { privacyWords } from './words.ts';

/** Who looked at whom: by colleague, or by customer. */
export function Looks() {
  const t = useWords(privacyWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const api = useApi();
  const [staffId, setStaffId] = useState('');
  const [customer, setCustomer] = useState<{ id: string; name: string }>();
  const read = (cursor?: string) =>
    unwrap(
      api.GET('/api/staff/privacy/looks', {
        params: {
          query: {
            limit: 50,
            ...(cursor ? { cursor } : {}),
            ...(staffId ? { staffId } : {}),
            ...(customer ? { customerId: customer.id } : {}),
          },
        },
      }),
    );
  const pages = useListPages(['privacy', 'looks', staffId, customer?.id], read);
  const { data: first } = useQuery({ queryKey: ['privacy', 'colleagues'], queryFn: () => read() });
  return (
    <>
      <div className={classes.lead}>
        <NativeSelect
          label={t('colleague')}
          value={staffId}
          onChange={(event) => setStaffId(event.currentTarget.value)}
          data={[
            { value: '', label: t('anyColleague') },
            ...(first?.colleagues ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {customer && (
          <Button variant="default" onClick={() => setCustomer(undefined)}>
            {t('ofCustomer', { name: customer.name })} · {t('clear')}
          </Button>
        )}
      </div>
      <Paged pages={pages} label={t('looks')} empty={t('looksNone')}>
        {(look) => {
          const { targetName } = look;
          return (
            <li key={look.id}>
              <span>
                {look.actorName ?? look.actor}
                <small>{look.reason}</small>
              </span>
              <span>
                {look.target === 'customer' ? (targetName ?? t('nobody')) : look.targetId.slice(0, 8)}
                <small>{t(look.act as 'customers.exported')}</small>
              </span>
              <small>{formatDayAndTime(look.at, language, zone)}</small>
              <span className={money.acts}>
                {look.target === 'customer' && targetName && !customer && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    onClick={() => setCustomer({ id: look.targetId, name: targetName })}
                  >
                    {t('ofCustomer', { name: targetName })}
                  </Button>
                )}
              </span>
            </li>
          );
        }}
      </Paged>
    </>
  );
}
