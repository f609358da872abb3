import type { Answer } from '@throughline/client';
import { formatDay } from '@throughline/ui/format';
import { useEffect } from 'react';
import { Form, Link, useNavigation, useRevalidator } from 'react-router';
import { useFrame } from '../layout/useFrame.ts';
import own from '../preferences/preferences.module.css';
import styles from '../returns/returns.module.css';
import { Field } from '../shared/forms/Field.tsx';
import { Notice } from '../shared/forms/Notice.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import { words } from './words.ts';

type Request = Answer<'/api/shop/me/data-requests', 'get'>['items'][number];

export interface DataSaid {
  asked?: boolean;
  fault?: 'sureMissing' | 'waits' | 'problem' | 'codeShort' | 'code_invalid' | 'rate_limited';
  /** A code was sent: its field is shown, and nothing else to do. */
  waiting?: { kind: 'export' | 'erasure'; to: string; minutes: number };
  /** Numbers of what has to end first. */
  underWay?: string[];
}

export interface DataPageData {
  requests: Request[];
  erasure: Request | null;
  /** What an erasure would wait for, and what it would end. */
  preview: Answer<'/api/shop/me/erasure-preview', 'get'> | null;
  asOf: string;
}

/** A copy of everything, or the end of it: both in the open, the second with its price said beforehand. */
export function DataPage({ page, said }: { page: DataPageData; said: DataSaid | undefined }) {
  const say = useWords(words);
  const isWorking = [...page.requests, page.erasure].some((one) => one?.state === 'queued');
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isWorking) return;
    const timer = setInterval(() => void revalidate(), 3_000);
    return () => clearInterval(timer);
  }, [isWorking, revalidate]);
  return (
    <div className={`page ${styles.narrow}`}>
      <h1>{say(page.erasure ? 'certificate' : 'title')}</h1>
      {page.erasure ? (
        <Certificate request={page.erasure} />
      ) : said?.waiting ? (
        <EnterCode waiting={said.waiting} fault={said.fault} />
      ) : (
        <Asking page={page} said={said} />
      )}
    </div>
  );
}

function Asking({ page, said }: { page: DataPageData; said: DataSaid | undefined }) {
  const say = useWords(words);
  const isBusy = useNavigation().state !== 'idle';
  const wordOf = { hold: 'endsHold', cart: 'endsCart', thread: 'endsThread' } as const;
  const ends = (page.preview?.ends ?? []).map(({ what, count }) => say(wordOf[what], { n: count }));
  const copies = page.requests.filter((one) => one.kind === 'export').slice(0, 5);
  return (
    <>
      <section aria-labelledby="copy">
        <h2 id="copy">{say('copy')}</h2>
        <p>{say('copyLead')}</p>
        <ul className="plain-list" aria-live="polite">
          {copies.map((one) => (
            <Copy key={one.id} request={one} />
          ))}
        </ul>
        <Form method="post" className={styles.form}>
          <button type="submit" name="kind" value="export" className="button quiet" disabled={isBusy}>
            {say('makeCopy')}
          </button>
        </Form>
      </section>
      <section aria-labelledby="erase">
        <h2 id="erase">{say('erase')}</h2>
        <p>{say('eraseLead')}</p>
        <p className={styles.soft}>{say('eraseKept')}</p>
        {ends.length > 0 && <p>{say('ends', { what: ends.join(', ') })}</p>}
        {said?.fault && (
          <Notice kind="fault">{say(said.fault, { numbers: (said.underWay ?? []).slice(0, 5).join(', ') })}</Notice>
        )}
        <Form method="post" className={styles.form}>
          <label className={own.choice}>
            <input type="checkbox" name="sure" />
            <span>{say('sure')}</span>
          </label>
          <button type="submit" name="kind" value="erasure" className="button quiet" disabled={isBusy}>
            {say('eraseNow')}
          </button>
        </Form>
      </section>
    </>
  );
}

/** Whoever finds this browser open must not take or erase somebody's life: it needs the mailbox too. */
function EnterCode({ waiting, fault }: { waiting: NonNullable<DataSaid['waiting']>; fault: DataSaid['fault'] }) {
  const say = useWords(words);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <Form method="post" className={styles.form} noValidate>
      <h2>{say(waiting.kind === 'export' ? 'copy' : 'erase')}</h2>
      <p aria-live="polite">{say('codeSent', { to: waiting.to, minutes: waiting.minutes })}</p>
      <input type="hidden" name="to" value={waiting.to} />
      {waiting.kind === 'erasure' && <input type="hidden" name="sure" value="on" />}
      <Field
        key={fault ?? ''}
        name="code"
        label={say('code')}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={12}
        autoFocus
        error={fault === 'codeShort' || fault === 'code_invalid' ? say(fault) : undefined}
      />
      <div className="row">
        <button type="submit" name="kind" value={waiting.kind} className="button" disabled={isBusy}>
          {say(waiting.kind === 'export' ? 'makeCopy' : 'eraseNow')}
        </button>
        <Link to="." replace className="button quiet">
          {say('otherWay')}
        </Link>
      </div>
    </Form>
  );
}

function Copy({ request }: { request: Request }) {
  const language = useLanguage();
  const say = useWords(words);
  const zone = useFrame()?.zone ?? 'Europe/Warsaw';
  const address = `/api/shop/me/data-requests/${request.id}/export`;
  if (request.state === 'queued') return <li>{say('making')}</li>;
  if (!request.availableUntil) return null;
  return (
    <li>
      <a href={`${address}?format=html`}>{say('openPage')}</a>
      {' · '}
      <a href={`${address}?format=json`}>{say('openJson')}</a>{' '}
      <span className={styles.soft}>{say('until', { day: formatDay(request.availableUntil, language, zone) })}</span>
    </li>
  );
}

function Certificate({ request }: { request: Request }) {
  const language = useLanguage();
  const say = useWords(words);
  const { certificate } = request;
  if (!certificate) return <Notice kind="waiting">{say('erasing')}</Notice>;
  const day = (at: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(at) - 1);
  const rows = Object.values(certificate.erased).reduce((sum, n) => sum + n, 0);
  return (
    <>
      <p role="status">{say('erased', { rows })}</p>
      <dl className={styles.facts}>
        <div>
          <dt>{say('number')}</dt>
          <dd>{request.id}</dd>
        </div>
        <div>
          <dt>{say('kept')}</dt>
          <dd>
            {certificate.kept.length === 0
              ? say('nothingKept')
              : certificate.kept.map((one) => say('keptOrders', { n: one.rows, day: day(one.until) })).join(' ')}
          </dd>
        </div>
        <div>
          <dt>{say('copies')}</dt>
          <dd>
            {say('copiesEnd', { backups: certificate.backupsEndWithinDays, logs: certificate.logsEndWithinDays })}
          </dd>
        </div>
      </dl>
      <p className={styles.soft}>{say('keepAddress')}</p>
    </>
  );
}
