import { Button, FileInput, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconUpload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Answer } from '@throughline/client';
import { formatDay, formatMoney } from '@throughline/ui/format';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { Dialog } from '../../shared/Dialog.tsx';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice } from '../../shared/list/index.ts';
import { PageHead, Section, State, type Tone, useRetailer, Waiting } from '../../shared/page/index.ts';
import office from '../office.module.css';
import classes from './money.module.css';
import { readStatement } from './readStatement.ts';
import { moneyWords } from './words.ts';

type Line = Answer<'/api/staff/payments/transfers', 'get'>['items'][number];
type Late = Answer<'/api/staff/payments/late', 'get'>['items'][number];
type ToSend = Answer<'/api/staff/payments/to-send', 'get'>['items'][number];

const key = ['money'];
const currency = 'PLN';

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
      {sent && <Sent one={sent} onClose={() => setSent(undefined)} />}
      {decided && <Decide {...decided} onClose={() => setDecided(undefined)} />}
    </>
  );
}

function OpenLine({ line, onDecide }: { line: Line; onDecide(decision: 'accept' | 'sent_back'): void }) {
  const t = useWords(moneyWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  return (
    <li>
      <span>
        {line.title || '—'}
        <small>
          {[line.payer, formatDay(line.bookedOn, language, zone), line.externalId].filter(Boolean).join(' · ')}
        </small>
      </span>
      <span className={classes.amount}>{formatMoney(line.amount, language, 'exact')}</span>
      <State tone="waiting">{t(line.state as 'less')}</State>
      <span className={classes.acts}>
        <Button variant="subtle" size="compact-sm" onClick={() => onDecide('accept')}>
          {t('accept')}
        </Button>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onDecide('sent_back')}>
          {t('sentBack')}
        </Button>
      </span>
    </li>
  );
}

function ToSendRow({ one, onSent, onCredit }: { one: ToSend; onSent(): void; onCredit(): void }) {
  const t = useWords(moneyWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const api = useApi();
  const queries = useQueryClient();
  const [once] = useState(newKey);
  const again = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/payments/to-send/{id}/again', {
          params: { path: { id: one.id }, header: { 'idempotency-key': once } },
        }),
      ),
    async onSuccess({ state }) {
      notifications.show({ message: t(`refund_${state}` as 'refund_done') });
      await queries.invalidateQueries({ queryKey: key });
    },
    onError: (error) => notifications.show({ message: error.message, color: 'red' }),
  });
  const tookIt = one.takenElsewhere ? [t(`pm_${one.method}` as 'pm_card'), one.reference] : [];
  const facts = [...tookIt, one.payer, one.account, formatDay(one.since, language, zone), one.reason];
  return (
    <li>
      <span>
        {one.orderId ? (
          <Link to="/office/orders/$id" params={{ id: one.orderId }}>
            {one.orderNumber ?? t('order')}
          </Link>
        ) : (
          '—'
        )}
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </span>
      <span className={classes.amount}>{formatMoney(one.amount, language, 'exact')}</span>
      <State tone={one.kind === 'failed' ? 'bad' : 'waiting'}>
        {t(one.takenElsewhere ? 'send_elsewhere' : (`send_${one.kind}` as 'send_refund'))}
      </State>
      <span className={classes.acts}>
        {one.kind === 'failed' && one.method !== 'transfer' && (
          <Button variant="subtle" size="compact-sm" loading={again.isPending} onClick={() => again.mutate()}>
            {t('again')}
          </Button>
        )}
        {one.kind === 'excess' && one.orderId && (
          <Button variant="subtle" size="compact-sm" onClick={onCredit}>
            {t('asCredit')}
          </Button>
        )}
        <Button variant="subtle" size="compact-sm" onClick={onSent}>
          {t('markSent')}
        </Button>
      </span>
    </li>
  );
}

function AsCredit({ one, onClose }: { one: ToSend; onClose(): void }) {
  const t = useWords(moneyWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const api = useApi();
  const queries = useQueryClient();
  const [once] = useState(newKey);
  const give = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/payments/to-send/{id}/credit', {
          params: { path: { id: one.id }, header: { 'idempotency-key': once } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
  return (
    <Dialog onClose={onClose} title={t('asCredit')}>
      <div className={classes.form}>
        <p>{[formatMoney(one.amount, language, 'exact'), one.orderNumber, one.payer].filter(Boolean).join(' · ')}</p>
        {give.data ? (
          <div role="status">
            <p>
              <strong>{give.data.code}</strong>
            </p>
            {/* Years away, so the year is said. */}
            <p>
              {t(give.data.isMailed ? 'asCreditMailed' : 'asCreditCode', {
                day: `${formatDay(give.data.expiresAt, language, zone)} ${give.data.expiresAt.slice(0, 4)}`,
              })}
            </p>
          </div>
        ) : (
          <p>{t('asCreditHint')}</p>
        )}
        {give.error && (
          <p role="alert" className={classes.bad}>
            {give.error.message}
          </p>
        )}
        {give.data ? (
          <Button onClick={onClose}>{t('close')}</Button>
        ) : (
          <Button loading={give.isPending} onClick={() => give.mutate()}>
            {t('asCreditGive')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Sent({ one, onClose }: { one: ToSend; onClose(): void }) {
  const t = useWords(moneyWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  const api = useApi();
  const queries = useQueryClient();
  const [reference, setReference] = useState('');
  const [sentOn, setSentOn] = useState(() => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date()));
  const [once] = useState(newKey);
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/payments/to-send/{id}/sent', {
          params: { path: { id: one.id }, header: { 'idempotency-key': once } },
          body: { reference, sentOn },
        }),
      ),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: key });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog onClose={onClose} title={t('markSent')}>
      <form onSubmit={submit} className={classes.form}>
        <p>
          {[formatMoney(one.amount, language, 'exact'), one.orderNumber, one.reference, one.payer, one.account]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <TextInput
          label={t('reference')}
          description={t('referenceHint')}
          value={reference}
          required
          withAsterisk={false}
          maxLength={120}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('sentOn')}
          value={sentOn}
          required
          withAsterisk={false}
          onChange={(event) => setSentOn(event.currentTarget.value)}
        />
        {save.error && (
          <p role="alert" className={classes.bad}>
            {save.error.message}
          </p>
        )}
        <Button type="submit" loading={save.isPending}>
          {t('markSent')}
        </Button>
      </form>
    </Dialog>
  );
}

const tones: Record<string, Tone> = { done: 'good', pending: 'waiting', failed: 'bad' };

function LateRow({ late }: { late: Late }) {
  const t = useWords(moneyWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  return (
    <li>
      <span>
        <Link to="/office/orders/$id" params={{ id: late.orderId }}>
          {late.orderNumber ?? t('order')}
        </Link>
        <small>{formatDay(late.at, language, zone)}</small>
      </span>
      <span className={classes.amount}>{formatMoney(late.amount, language, 'exact')}</span>
      <State tone={tones[late.refund ?? ''] ?? 'plain'}>
        {t(`refund_${late.refund ?? 'pending'}` as 'refund_done')}
      </State>
    </li>
  );
}

function Upload({ onClose }: { onClose(): void }) {
  const t = useWords(moneyWords);
  const api = useApi();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<string>();
  const send = useMutation({
    mutationFn: async (chosen: File) => {
      const read = readStatement(await chosen.text(), currency);
      if (!read.ok) {
        setFault(read.fault === 'line' ? t('fault_line', { line: read.line ?? 0 }) : t(`fault_${read.fault}`));
        return undefined;
      }
      setFault(undefined);
      const states: string[] = [];
      for (let from = 0; from < read.lines.length; from += 500) {
        const lines = read.lines.slice(from, from + 500);
        const { items } = await unwrap(api.POST('/api/staff/payments/transfers', { body: { lines } }));
        states.push(...items.map((item) => item.state));
      }
      return states;
    },
    async onSuccess(states) {
      if (!states) return;
      await queries.invalidateQueries({ queryKey: key });
      const paid = states.filter((state) => state === 'matched').length;
      notifications.show({ message: t('imported', { n: states.length, paid }) });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) send.mutate(file);
  };
  return (
    <Dialog onClose={onClose} title={t('upload')}>
      <form onSubmit={submit} className={classes.form}>
        <FileInput
          label={t('file')}
          description={t('uploadHint')}
          accept=".csv,text/csv"
          value={file}
          onChange={setFile}
          error={fault ?? send.error?.message}
        />
        <Button type="submit" loading={send.isPending} disabled={!file}>
          {t('import')}
        </Button>
      </form>
    </Dialog>
  );
}

function Decide({ line, decision, onClose }: { line: Line; decision: 'accept' | 'sent_back'; onClose(): void }) {
  const t = useWords(moneyWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/payments/transfers/{id}/decision', {
          params: { path: { id: line.id } },
          body: { decision, reason, ...(number.trim() ? { orderNumber: number.trim() } : {}) },
        }),
      ),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: key });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide.mutate();
  };
  return (
    <Dialog onClose={onClose} title={t(decision === 'accept' ? 'accept' : 'sentBack')}>
      <form onSubmit={submit} className={classes.form}>
        <p>
          {formatMoney(line.amount, language, 'exact')} · {line.title || '—'}
        </p>
        {decision === 'accept' && (
          <TextInput
            label={t('number')}
            value={number}
            maxLength={20}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={t('reason')}
          description={t('reasonHint')}
          value={reason}
          required
          withAsterisk={false}
          minLength={3}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {decide.error && (
          <p role="alert" className={classes.bad}>
            {decide.error.message}
          </p>
        )}
        <Button type="submit" loading={decide.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
