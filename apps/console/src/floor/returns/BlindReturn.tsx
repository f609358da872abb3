import { IconCheck, IconMinus, IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { createApi, type Problem, ProblemError, unwrap } from '@throughline/client';
import { formatMoney } from '@throughline/ui/format';
import { useRef, useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { BlindProtocol } from '../../shared/protocol/BlindProtocol.tsx';
import { findQuery } from '../find/lookUp.ts';
import { useHere } from '../frame/useStore.ts';
import { Button, buttonClass, Empty, Field, IconButton, Skeletons } from '../parts/index.tsx';
import { useScans } from '../scan/ScanContext.tsx';
import { lastDay } from './dayOf.ts';
import { conditions, outcomeFor } from './pieces.ts';
import { type Blind, blindQuery, policyQuery } from './queries.ts';
import { Refused } from './Refused.tsx';
import classes from './returns.module.css';
import { Select } from './Select.tsx';
import { returnWords } from './words.ts';

const route = getRouteApi('/shell/floor/returns/blind');

interface Goods {
  variantId: string;
  title: string;
  quantity: number;
  condition: (typeof conditions)[number];
}

/** Goods for which no sale is found: the thing, its condition, how to reach the customer, and a code instead of money. */
export function BlindReturn() {
  const t = useWords(returnWords);
  const { id } = route.useSearch();
  const policy = useQuery(policyQuery());
  const done = useQuery({ ...blindQuery(id ?? ''), enabled: id !== undefined });
  if (id) return done.data ? <Done it={done.data} /> : <Skeletons count={3} />;
  if (!policy.data) return <Skeletons count={3} />;
  if (!policy.data.blindReturns)
    return (
      <div className={classes.page}>
        <h1>{t('blindTitle')}</h1>
        <Empty title={t('blindOff')}>
          <p>{t('blindOffText')}</p>
          <Link to="/floor/returns" search={{}} className={buttonClass}>
            {t('backToSearch')}
          </Link>
        </Empty>
      </div>
    );
  return <Taking days={policy.data.blindDays} />;
}

function Taking({ days }: { days: number }) {
  const t = useWords(returnWords);
  const language = useLanguage();
  const here = useHere();
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const [goods, setGoods] = useState<Goods[]>([]);
  const [wanted, setWanted] = useState('');
  const [contact, setContact] = useState({ phone: '', email: '', name: '' });
  const [busy, setBusy] = useState(false);
  const [missed, setMissed] = useState(false);
  const [refused, setRefused] = useState<Problem>();
  const key = useRef(crypto.randomUUID());
  const ids = goods.map((one) => one.variantId);
  const worth = useQuery({
    queryKey: ['floor', 'returns', 'worth', ids],
    queryFn: () =>
      unwrap(createApi({ language }).GET('/api/staff/blind-returns/worth', { params: { query: { variantId: ids } } })),
    enabled: ids.length > 0,
    placeholderData: (before) => before,
  });
  const capOf = (variantId: string) => worth.data?.items.find((one) => one.variantId === variantId)?.cap;
  const change = (next: Goods[]) => {
    key.current = crypto.randomUUID();
    setRefused(undefined);
    setGoods(next);
  };
  const set = (variantId: string, part: Partial<Goods>) =>
    change(goods.map((one) => (one.variantId === variantId ? { ...one, ...part } : one)));
  const add = (variantId: string, title: string) => {
    const known = goods.find((one) => one.variantId === variantId);
    if (known) set(variantId, { quantity: known.quantity + 1 });
    else change([...goods, { variantId, title, quantity: 1, condition: 'opened' }]);
  };
  const look = async (text: string) => {
    const found = await queries.fetchQuery(findQuery(text, here.id, language)).catch(() => undefined);
    return found?.goods[0]?.variant;
  };
  useScans(async (text) => {
    const variant = await look(text);
    if (!variant) return { tone: 'unknown', word: t('noGoods'), detail: text };
    add(variant.id, `${variant.title}, ${variant.optionsText}`);
    return { tone: 'good', word: t('added'), detail: variant.title };
  });
  const sum = goods.reduce((total, one) => total + (capOf(one.variantId)?.amount ?? 0) * one.quantity, 0);
  const currency = worth.data?.items[0]?.cap.currency ?? 'PLN';
  const isReached = contact.phone.trim().length >= 5 || contact.email.trim().length >= 5;
  const act = async () => {
    setBusy(true);
    setRefused(undefined);
    const given = Object.entries(contact).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : []));
    try {
      const taken = await unwrap(
        createApi({ language }).POST('/api/staff/blind-returns', {
          params: { header: { 'idempotency-key': key.current } },
          body: {
            locationId: here.id,
            contact: Object.fromEntries(given),
            lines: goods.map(({ variantId, quantity, condition }) => ({
              variantId,
              quantity,
              condition,
              reason: 'other' as const,
              outcome: outcomeFor(condition) === 'restock' ? ('restock' as const) : ('damaged' as const),
            })),
          },
        }),
      );
      queries.setQueryData(blindQuery(taken.id).queryKey, taken);
      await navigate({ to: '/floor/returns/blind', search: { id: taken.id } });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setRefused(error.problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={classes.desk}>
      <section className={classes.scroll}>
        <h1>{t('blindTitle')}</h1>
        <p className={classes.hint}>{t('blindText', { n: days })}</p>
        <form
          className={classes.search}
          onSubmit={async (event) => {
            event.preventDefault();
            const variant = wanted.trim() ? await look(wanted.trim()) : undefined;
            setMissed(!variant);
            if (!variant) return;
            add(variant.id, `${variant.title}, ${variant.optionsText}`);
            setWanted('');
          }}
        >
          <Field label={t('whatComes')} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} />
          <Button type="submit">{t('find')}</Button>
        </form>
        {missed && (
          <p className={classes.hint} role="status">
            {t('noGoods')}
          </p>
        )}
        <ul className={classes.list}>
          {goods.map((one) => {
            const cap = capOf(one.variantId);
            return (
              <li key={one.variantId} className={classes.piece}>
                <div className={classes.wide}>
                  <strong>{one.title}</strong>
                  <span className={classes.soft}>
                    {cap ? t('worthAtMost', { sum: formatMoney(cap, language, 'exact') }) : worth.data && t('noWorth')}
                  </span>
                </div>
                <div className={classes.choices}>
                  <div className={classes.count}>
                    <IconButton
                      label={t('less', { title: one.title })}
                      onClick={() =>
                        one.quantity > 1
                          ? set(one.variantId, { quantity: one.quantity - 1 })
                          : change(goods.filter((other) => other !== one))
                      }
                    >
                      <IconMinus size={22} aria-hidden="true" />
                    </IconButton>
                    <output>{one.quantity}</output>
                    <IconButton
                      label={t('more', { title: one.title })}
                      onClick={() => set(one.variantId, { quantity: one.quantity + 1 })}
                    >
                      <IconPlus size={22} aria-hidden="true" />
                    </IconButton>
                  </div>
                  <Select
                    label={t('condition')}
                    value={one.condition}
                    options={conditions.map((value) => ({ value, label: t(value) }))}
                    onChange={(condition) => set(one.variantId, { condition })}
                  />
                </div>
              </li>
            );
          })}
        </ul>
        {goods.length > 0 && (
          <div className={classes.contact}>
            {(['phone', 'email', 'name'] as const).map((name) => (
              <Field
                key={name}
                label={t(`contact_${name}`)}
                type={name === 'phone' ? 'tel' : name === 'email' ? 'email' : 'text'}
                autoComplete="off"
                value={contact[name]}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  key.current = crypto.randomUUID();
                  setContact((now) => ({ ...now, [name]: value }));
                }}
              />
            ))}
          </div>
        )}
      </section>
      <section className={classes.foot}>
        {goods.length > 0 && (
          <>
            {refused && <Refused problem={refused} />}
            {!isReached && <p className={classes.soft}>{t('contactNeeded')}</p>}
            <p className={classes.total} aria-live="polite">
              <span>{t('onCode')}</span>
              <strong>{formatMoney({ amount: sum, currency }, language)}</strong>
            </p>
          </>
        )}
        <Button
          kind="primary"
          wide
          busy={busy}
          disabled={goods.length === 0 || !isReached || sum === 0 || goods.some((one) => !capOf(one.variantId))}
          onClick={() => void act()}
        >
          {t('giveCode')}
        </Button>
      </section>
    </div>
  );
}

function Done({ it }: { it: Blind }) {
  const t = useWords(returnWords);
  const language = useLanguage();
  return (
    <div className={classes.desk}>
      <section className={classes.scroll}>
        <div className={classes.done} role="status">
          <IconCheck size={56} stroke={2} aria-hidden="true" />
          <h1>{t('done', { number: it.number })}</h1>
          <p className={classes.code}>
            <span>{t('code')}</span>
            <strong>{it.creditCode}</strong>
            <span>
              {formatMoney(it.total, language, 'exact')} ·{' '}
              {t('codeUntil', { day: lastDay(it.creditUntil, language, it.zone) })}
            </span>
          </p>
        </div>
        <ul className={classes.list}>
          {it.lines.map((line) => (
            <li key={line.variantId} className={classes.row}>
              <span>
                <strong>
                  {line.quantity} × {line.title[language]}
                </strong>
                <span>
                  {line.optionsText[language]} · {t(line.condition)} · {t(`out_${line.outcome}`)}
                </span>
              </span>
              <b>{formatMoney(line.amount, language, 'exact')}</b>
            </li>
          ))}
        </ul>
      </section>
      <section className={classes.foot}>
        <Button kind="primary" wide onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Link to="/floor/returns" search={{}} className={buttonClass} data-wide="true">
          {t('newReturn')}
        </Link>
      </section>
      <BlindProtocol it={it} />
    </div>
  );
}
