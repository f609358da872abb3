import { IconCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { createApi, type Problem, ProblemError, unwrap } from '@throughline/client';
import { formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { useRef, useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { SaleProtocol } from '../../shared/protocol/SaleProtocol.tsx';
import { useHere } from '../frame/useStore.ts';
import { Button, buttonClass, Choices, Field, Notice, Picture, Sheet, Skeletons, Tag } from '../parts/index.tsx';
import { DeductionFields } from './DeductionFields.tsx';
import { lastDay } from './dayOf.ts';
import { conditions, type Deduction, isExplained, outcomeFor, outcomes } from './pieces.ts';
import { type Described, policyQuery, returnQuery } from './queries.ts';
import { Refused } from './Refused.tsx';
import classes from './returns.module.css';
import { Select } from './Select.tsx';
import { returnWords } from './words.ts';

const route = getRouteApi('/shell/floor/returns/$returnId');

/** A return: what is to be done with it next; at its end what was given back, and its protocol. */
export function ReturnPage() {
  const t = useWords(returnWords);
  const { returnId } = route.useParams();
  const found = useQuery(returnQuery(returnId));
  if (found.data) return <Page key={found.data.return.version} described={found.data} />;
  return (
    <div className={classes.page}>
      {found.isError ? (
        <Notice tone="brick" role="alert">
          <span>{t('failed')}</span>
          <Button onClick={() => void found.refetch()}>{t('again')}</Button>
        </Notice>
      ) : (
        <Skeletons count={3} />
      )}
    </div>
  );
}

type Part = {
  condition: (typeof conditions)[number];
  outcome: (typeof outcomes)[number];
  quantity: number;
  deduction?: Deduction;
};

function Page({ described }: { described: Described }) {
  const t = useWords(returnWords);
  const language = useLanguage();
  const here = useHere();
  const queries = useQueryClient();
  const { return: it, zone } = described;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Problem>();
  const [payout, setPayout] = useState<'original' | 'store_credit'>('original');
  const [closing, setClosing] = useState<'refuse' | 'cancel' | 'accepted' | 'refused'>();
  const policy = useQuery(policyQuery());
  const [parts, setParts] = useState<Record<string, Part>>(() =>
    Object.fromEntries(
      it.lines.map((line) => [
        line.id,
        { quantity: line.quantity, condition: 'unopened', outcome: 'restock' } as const,
      ]),
    ),
  );
  const key = useRef(crypto.randomUUID());
  const api = createApi({ language });
  const path = { path: { id: it.id } };
  const perform = async (deed: () => Promise<unknown>) => {
    setBusy(true);
    setRefused(undefined);
    try {
      await deed();
      await queries.invalidateQueries({ queryKey: ['floor', 'returns'] });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setRefused(error.problem);
    } finally {
      setBusy(false);
    }
  };
  const header = { header: { 'idempotency-key': key.current } };
  const day = (at: string) => lastDay(at, language, zone);
  const given = it.payouts.filter((one) => one.to !== 'exchange');
  const isOpen = it.state === 'announced' || it.state === 'received' || it.state === 'inspected';
  return (
    <div className={classes.desk}>
      <section className={classes.scroll}>
        {it.state === 'settled' ? (
          <div className={classes.done} role="status">
            <IconCheck size={56} stroke={2} aria-hidden="true" />
            <h1>{t(it.exchangeOrderId ? 'doneExchange' : 'done', { number: it.number })}</h1>
            {given.map((one) => (
              <p key={`${one.paymentId}${one.to}`}>
                {t('gaveBack', { sum: formatMoney(one.amount, language) })} ·{' '}
                {t(one.to === 'exchange' ? 'exchangeWay' : one.to)}
              </p>
            ))}
            {described.creditCode && (
              <p className={classes.code}>
                <span>{t('code')}</span>
                <strong>{described.creditCode}</strong>
                {described.creditUntil && <span>{t('codeUntil', { day: day(described.creditUntil) })}</span>}
              </p>
            )}
            {described.payments.some((payment) => payment.isWaiting) && (
              <Notice tone="brass">
                <span>{t('waiting')}</span>
              </Notice>
            )}
          </div>
        ) : (
          <>
            <h1>
              {it.number} <Tag tone={isOpen ? 'brass' : undefined}>{t(`st_${it.state}`)}</Tag>
            </h1>
            <p className={classes.hint}>
              {it.orderNumber}
              {described.order.contactName && ` · ${described.order.contactName}`} ·{' '}
              {it.receivedAt
                ? t('received', { when: formatDayAndTime(it.receivedAt, language, zone) })
                : t('expected', { when: formatDayAndTime(it.announcedAt, language, zone) })}
            </p>
            <p className={classes.tags}>
              {isOpen && it.refundDueAt && <Tag tone="brass">{t('due', { day: day(it.refundDueAt) })}</Tag>}
              {isOpen && it.answerDueAt && !it.complaint && (
                <Tag tone="brass">{t('answerBy', { day: day(it.answerDueAt) })}</Tag>
              )}
              {it.complaint && (
                <Tag tone={it.complaint.answer === 'refused' ? 'brick' : 'velvet'}>
                  {t(`said_${it.complaint.answer}`)}
                </Tag>
              )}
              {it.closeReason && <Tag>{t('closed', { reason: it.closeReason })}</Tag>}
            </p>
            {it.note && <p className={classes.hint}>{it.note}</p>}
          </>
        )}
        <ul className={classes.list}>
          {it.lines.map((line, index) => {
            const goods = described.goods[index];
            const part = parts[line.id];
            return (
              <li key={line.id} className={classes.piece}>
                <Picture url={goods?.pictureUrl ?? null} />
                <div className={classes.what}>
                  <strong>
                    {line.quantity} × {goods?.title[language]}
                  </strong>
                  <span>{goods?.optionsText[language]}</span>
                  <span>
                    {t(line.rule)} · {t(line.reason === 'faulty' ? 'faultyReason' : line.reason)}
                    {line.outcome && ` · ${t(`out_${line.outcome}`)}`}
                  </span>
                  {line.deductionPercent > 0 && (
                    <span>
                      −{line.deductionPercent} %: {line.deductionReason}
                    </span>
                  )}
                </div>
                <div className={classes.figures}>
                  {line.amount && <strong>{formatMoney(line.amount, language)}</strong>}
                </div>
                {it.state === 'received' && part && (
                  <div className={classes.choices}>
                    <Select
                      label={t('qty')}
                      value={String(part.quantity)}
                      options={Array.from({ length: line.quantity + 1 }, (_, n) => ({
                        value: String(n),
                        label: t('pieces', { n, all: line.quantity }),
                      }))}
                      onChange={(quantity) =>
                        setParts({ ...parts, [line.id]: { ...part, quantity: Number(quantity) } })
                      }
                    />
                    <Select
                      label={t('condition')}
                      value={part.condition}
                      options={conditions.map((value) => ({ value, label: t(value) }))}
                      onChange={(condition) =>
                        setParts({ ...parts, [line.id]: { ...part, condition, outcome: outcomeFor(condition) } })
                      }
                    />
                    <Select
                      label={t('outcome')}
                      value={part.outcome}
                      options={outcomes.map((value) => ({ value, label: t(`out_${value}`) }))}
                      onChange={(outcome) => setParts({ ...parts, [line.id]: { ...part, outcome } })}
                    />
                    {line.rule !== 'complaint' && part.condition !== 'unopened' && part.outcome !== 'send_back' && (
                      <DeductionFields
                        limit={policy.data?.deductionPercent ?? 0}
                        value={part.deduction}
                        onChange={(deduction) => {
                          const { deduction: before, ...rest } = part;
                          setParts({ ...parts, [line.id]: { ...rest, ...(deduction ? { deduction } : {}) } });
                        }}
                      />
                    )}
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      <section className={classes.foot}>
        {refused && <Refused problem={refused} />}
        {it.state === 'inspected' && (
          <Choices<'original' | 'store_credit'>
            legend={t('payout')}
            value={payout}
            options={[
              { value: 'original' as const, label: t('original') },
              { value: 'store_credit' as const, label: t('store_credit') },
            ]}
            onChange={setPayout}
          />
        )}
        {it.state === 'announced' && (
          <Button
            kind="primary"
            wide
            busy={busy}
            onClick={() =>
              void perform(() =>
                unwrap(
                  api.POST('/api/staff/returns/{id}/receive', {
                    params: path,
                    body: { locationId: here.id, version: it.version },
                  }),
                ),
              )
            }
          >
            {t('receive')}
          </Button>
        )}
        {it.state === 'received' && (
          <Button
            kind="primary"
            wide
            busy={busy}
            disabled={!Object.values(parts).every((part) => isExplained(part.deduction))}
            onClick={() =>
              void perform(() =>
                unwrap(
                  api.POST('/api/staff/returns/{id}/inspect', {
                    params: { ...path, ...header },
                    body: {
                      version: it.version,
                      parts: Object.entries(parts)
                        .filter(([, part]) => part.quantity > 0)
                        .map(([lineId, part]) => ({ lineId, ...part })),
                    },
                  }),
                ),
              )
            }
          >
            {t('inspect')}
          </Button>
        )}
        {it.state === 'inspected' && (
          <Button
            kind="primary"
            wide
            busy={busy}
            onClick={() =>
              void perform(() =>
                unwrap(
                  api.POST('/api/staff/returns/{id}/settle', {
                    params: { ...path, ...header },
                    body: { version: it.version, payout },
                  }),
                ),
              )
            }
          >
            {t('settle')}
          </Button>
        )}
        {isOpen && it.answerDueAt && !it.complaint && (
          <div className={classes.two}>
            <Button onClick={() => setClosing('accepted')}>{t('acceptComplaint')}</Button>
            <Button onClick={() => setClosing('refused')}>{t('refuseComplaint')}</Button>
          </div>
        )}
        {(it.state === 'announced' || it.state === 'received') && !it.answerDueAt && (
          <div className={classes.two}>
            <Button onClick={() => setClosing('refuse')}>{t('refuse')}</Button>
            {it.state === 'announced' && <Button onClick={() => setClosing('cancel')}>{t('cancelReturn')}</Button>}
          </div>
        )}
        {it.state === 'settled' && (
          <Button kind="primary" wide onClick={() => window.print()}>
            {t('print')}
          </Button>
        )}
        {!isOpen && (
          <Link to="/floor/returns" search={{}} className={buttonClass} data-wide="true">
            {t('newReturn')}
          </Link>
        )}
      </section>
      {closing && (
        <Close
          label={t(deeds[closing])}
          onClose={() => setClosing(undefined)}
          onDone={(reason) => {
            setClosing(undefined);
            if (closing === 'accepted' || closing === 'refused') {
              const body = { answer: closing, text: reason, version: it.version };
              void perform(() => unwrap(api.POST('/api/staff/returns/{id}/answer', { params: path, body })));
              return;
            }
            const url = closing === 'refuse' ? '/api/staff/returns/{id}/refuse' : '/api/staff/returns/{id}/cancel';
            void perform(() => unwrap(api.POST(url, { params: path, body: { reason, version: it.version } })));
          }}
        />
      )}
      <SaleProtocol described={described} />
    </div>
  );
}

const deeds = {
  refuse: 'refuse',
  cancel: 'cancelReturn',
  accepted: 'acceptComplaint',
  refused: 'refuseComplaint',
} as const;

function Close({ label, onClose, onDone }: { label: string; onClose(): void; onDone(reason: string): void }) {
  const t = useWords(returnWords);
  const [reason, setReason] = useState('');
  return (
    <Sheet title={label} onClose={onClose}>
      <Field label={t('reasonWhy')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Button kind="primary" wide disabled={reason.trim().length < 3} onClick={() => onDone(reason.trim())}>
        {label}
      </Button>
    </Sheet>
  );
}
