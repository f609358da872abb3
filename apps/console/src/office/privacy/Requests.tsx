import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { formatAgo, formatDay } from '@throughline/ui/format';
import { useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice, useListPages } from '../../shared/list/index.ts';
import { Facts, State, useRetailer, Waiting } from '../../shared/page/index.ts';
import money from '../money/money.module.css';
import { NewRequest } from './NewRequest.tsx';
import { Paged } from './Paged.tsx';
import classes from './privacy.module.css';
import { privacyWords } from './words.ts';

type Request = Answer<'/api/staff/data-requests', 'get'>['items'][number];

/** Copies and erasures that were asked for: what is open first, with the days that are left. */
export function Requests() {
  const t = useWords(privacyWords);
  const api = useApi();
  const [isStarting, setStarting] = useState(false);
  const [shown, setShown] = useState<Request>();
  const pages = useListPages(['privacy', 'requests'], (cursor) =>
    unwrap(api.GET('/api/staff/data-requests', { params: { query: { limit: 50, ...(cursor ? { cursor } : {}) } } })),
  );
  return (
    <>
      <div className={classes.lead}>
        <p>{t('requestsHint')}</p>
        <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setStarting(true)}>
          {t('start')}
        </Button>
      </div>
      <Paged pages={pages} label={t('requests')} empty={t('requestsNone')}>
        {(one) => <Row key={one.id} request={one} onCertificate={() => setShown(one)} />}
      </Paged>
      {isStarting && (
        <NewRequest
          onClose={() => {
            setStarting(false);
            pages.retry();
          }}
        />
      )}
      {shown && <Certificate request={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}

function Row({ request, onCertificate }: { request: Request; onCertificate(): void }) {
  const t = useWords(privacyWords);
  const language = useLanguage();
  const now = new Date();
  const daysLeft = Math.ceil((Date.parse(request.dueAt) - now.getTime()) / 86_400_000);
  const isDone = request.state === 'done';
  const askedBy = request.askedBy.startsWith('shopper:')
    ? t('theCustomer')
    : request.askedBy.startsWith('system:')
      ? t('theServer')
      : (request.askedByName ?? request.askedBy);
  const address = `/api/staff/data-requests/${request.id}/export`;
  const isKept = request.finishedAt !== null && now.getTime() - Date.parse(request.finishedAt) < 7 * 86_400_000;
  return (
    <li>
      <span>
        {t(request.kind)} · {request.customerName ?? t('nobody')}
        <small>
          {t('askedBy', { who: askedBy })}, {formatAgo(request.askedAt, now, language)}
        </small>
      </span>
      <small>
        {isDone
          ? t('answered', { when: formatAgo(request.finishedAt ?? request.askedAt, now, language) })
          : t('daysLeft', { n: Math.max(0, daysLeft) })}
      </small>
      <State tone={isDone ? 'good' : daysLeft < 0 ? 'bad' : 'waiting'}>
        {t(isDone ? 'done' : daysLeft < 0 ? 'late' : 'queued')}
      </State>
      <span className={money.acts}>
        {isDone && request.kind === 'erasure' && (
          <Button variant="subtle" size="compact-sm" onClick={onCertificate}>
            {t('certificate')}
          </Button>
        )}
        {isDone && request.kind === 'export' && isKept && (
          <>
            <Button component="a" href={`${address}?format=html`} variant="subtle" size="compact-sm">
              {t('page')}
            </Button>
            <Button component="a" href={`${address}?format=json`} variant="subtle" size="compact-sm">
              {t('json')}
            </Button>
          </>
        )}
      </span>
    </li>
  );
}

/** What was erased and what is kept; it names nobody. */
function Certificate({ request, onClose }: { request: Request; onClose(): void }) {
  const t = useWords(privacyWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const api = useApi();
  const { data, error, refetch } = useQuery({
    queryKey: ['privacy', 'certificate', request.id],
    queryFn: () => unwrap(api.GET('/api/shop/erasures/{id}', { params: { path: { id: request.id } } })),
  });
  const certificate = data?.certificate;
  const day = (at: string) => formatDay(at, language, zone);
  return (
    <Dialog onClose={onClose} title={t('certificateOf', { day: day(request.finishedAt ?? request.askedAt) })}>
      {error ? (
        <FailureNotice error={error} retry={() => void refetch()} />
      ) : !certificate ? (
        <Waiting label={t('certificate')} />
      ) : (
        <Facts
          items={[
            [t('number'), request.id],
            [t('erasedRows'), String(Object.values(certificate.erased).reduce((sum, n) => sum + n, 0))],
            [
              t('keptRows'),
              certificate.kept.map((one) => t('keptUntil', { n: one.rows, day: day(one.until) })).join('; ') ||
                t('nothingKept'),
            ],
          ]}
        />
      )}
    </Dialog>
  );
}
