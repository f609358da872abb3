import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { PageHead, Section, Waiting } from '../../shared/page/index.ts';
import office from '../office.module.css';
import { AsCredit } from './AsCredit.tsx';
import { Decide } from './Decide.tsx';
import { MarkSent } from './MarkSent.tsx';
import classes from './money.module.css';
import { key, type Line, type ToSend } from './money.ts';
import { LateRow, OpenLine, ToSendRow } from './rows.tsx';
import { Upload } from './Upload.tsx';
import { moneyWords } from './words.ts';

/** Money that needs a person: transfers that fitted nothing, what has to be sent back, and what came too late. */
export function MoneyPage() {
  const t = useWords(moneyWords);
  const api = useApi();
  const [isUploading, setUploading] = useState(false);
  const [decided, setDecided] = useState<{ line: Line; decision: 'accept' | 'sent_back' }>();
  const [sent, setSent] = useState<ToSend>();
  const [credited, setCredited] = useState<ToSend>();
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: async () => ({
      open: await unwrap(api.GET('/api/staff/payments/transfers', { params: { query: { open: true, limit: 100 } } })),
      toSend: await unwrap(api.GET('/api/staff/payments/to-send', { params: { query: { limit: 100 } } })),
      late: await unwrap(api.GET('/api/staff/payments/late', { params: { query: { limit: 50 } } })),
    }),
  });
  return (
    <>
      <PageHead title={t('title')} count={data ? data.open.items.length + data.toSend.items.length : null}>
        <Button leftSection={<IconUpload size={16} aria-hidden="true" />} onClick={() => setUploading(true)}>
          {t('upload')}
        </Button>
      </PageHead>
      <div className={`${office.document} ${office.narrowDocument}`}>
        {error ? (
          <FailureNotice error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Waiting label={t('title')} />
        ) : (
          <>
            <Section title={t('transfers')}>
              <p className={classes.soft}>{t(data.open.items.length === 0 ? 'none' : 'transfersHint')}</p>
              <ul className={classes.list}>
                {data.open.items.map((line) => (
                  <OpenLine key={line.id} line={line} onDecide={(decision) => setDecided({ line, decision })} />
                ))}
              </ul>
            </Section>
            <Section title={t('toSend')}>
              <p className={classes.soft}>{t(data.toSend.items.length === 0 ? 'toSendNone' : 'toSendHint')}</p>
              <ul className={classes.list}>
                {data.toSend.items.map((one) => (
                  <ToSendRow key={one.id} one={one} onSent={() => setSent(one)} onCredit={() => setCredited(one)} />
                ))}
              </ul>
            </Section>
            <Section title={t('late')}>
              <p className={classes.soft}>{t(data.late.items.length === 0 ? 'lateNone' : 'lateHint')}</p>
              <ul className={classes.list}>
                {data.late.items.map((late) => (
                  <LateRow key={late.paymentId} late={late} />
                ))}
              </ul>
            </Section>
          </>
        )}
      </div>
      {isUploading && <Upload onClose={() => setUploading(false)} />}
      {credited && <AsCredit one={credited} onClose={() => setCredited(undefined)} />}
      {sent && <MarkSent one={sent} onClose={() => setSent(undefined)} />}
      {decided && <Decide {...decided} onClose={() => setDecided(undefined)} />}
    </>
  );
}
