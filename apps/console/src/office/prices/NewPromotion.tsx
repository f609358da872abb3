import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ProblemError } from '@throughline/client';
import { formatMoney } from '@throughline/ui/format';
import { languages } from '@throughline/ui/words';
import { type FormEvent, useState } from 'react';
import { newKey, unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { instantOf } from '../../shared/page/days.ts';
import { PageHead, Section, sent, useRetailer } from '../../shared/page/index.ts';
import office from '../office.module.css';
import { BackLink } from '../orders/OrderPage.tsx';
import type { ProductRow } from '../products/ProductList.tsx';
import { newPrice, readPercent } from './newPrices.ts';
import classes from './prices.module.css';
import { priceWords } from './words.ts';

export function NewPromotion() {
  const t = useWords(priceWords);
  const api = useApi();
  const language = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { zone, market } = useRetailer();
  const [name, setName] = useState({ pl: '', en: '', ru: '' });
  const [percentText, setPercent] = useState('');
  const [isAll, setAll] = useState(false);
  const [chosen, setChosen] = useState<readonly ProductRow[]>([]);
  const [code, setCode] = useState('');
  const [starts, setStarts] = useState('');
  const [ends, setEnds] = useState('');
  const [key] = useState(newKey);
  const percent = readPercent(percentText);
  const isPercent = percent !== undefined && percent > 0 && percent < 100;
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/staff/promotions', {
          headers: { 'idempotency-key': key },
          body: sent({
            market,
            name,
            basisPoints: Math.round((percent ?? 0) * 100),
            variantIds: isAll ? ('all' as const) : chosen.flatMap((one) => one.variantIds),
            code: code.trim() || null,
            startsAt: starts ? instantOf(starts, zone) : undefined,
            endsAt: ends ? instantOf(ends, zone) : null,
          }),
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['promotions'] });
      await navigate({ to: '/office/promotions' });
    },
  });
  const problem = save.error instanceof ProblemError ? save.error.problem : undefined;
  const errorAt = (field: string) =>
    problem?.errors?.find((one) => one.path.replaceAll('.', '/').endsWith(field))?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <>
      <PageHead back={<BackLink to="/office/promotions" label={t('promotions')} />} title={t('newPromotion')} />
      <div className={office.document}>
        <form onSubmit={submit} className={classes.promotion}>
          <Section title={t('basics')}>
            <div className={classes.three}>
              {languages.map((one) => (
                <TextInput
                  key={one}
                  lang={one}
                  label={`${t('name')}, ${t(one)}`}
                  value={name[one]}
                  required
                  withAsterisk={false}
                  error={errorAt(`name/${one}`)}
                  onChange={(event) => setName({ ...name, [one]: event.currentTarget.value })}
                />
              ))}
              <TextInput
                label={t('percentOff')}
                inputMode="decimal"
                value={percentText}
                required
                withAsterisk={false}
                error={percentText !== '' && !isPercent ? t('notPercent') : undefined}
                onChange={(event) => setPercent(event.currentTarget.value)}
              />
              <TextInput
                label={t('code')}
                description={t('codeHint')}
                value={code}
                error={errorAt('code') ?? (problem?.code === 'already_exists' ? problem.detail : undefined)}
                onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
              />
            </div>
          </Section>
          <Section title={t('goods')}>
            <SegmentedControl
              aria-label={t('goods')}
              value={isAll ? 'all' : 'some'}
              data={[
                { value: 'some', label: t('chosenGoods') },
                { value: 'all', label: t('all') },
              ]}
              onChange={(value) => setAll(value === 'all')}
            />
            {!isAll && <ChooseGoods chosen={chosen} onChange={setChosen} />}
          </Section>
          <Section title={t('dates', { zone })}>
            <div className={classes.two}>
              <TextInput
                type="datetime-local"
                label={t('begins')}
                description={t('now')}
                value={starts}
                error={errorAt('startsAt')}
                onChange={(event) => setStarts(event.currentTarget.value)}
              />
              <TextInput
                type="datetime-local"
                label={t('ends')}
                description={t('noEnd')}
                value={ends}
                error={errorAt('endsAt')}
                onChange={(event) => setEnds(event.currentTarget.value)}
              />
            </div>
          </Section>
          {isPercent && !isAll && chosen.length > 0 && (
            <Section title={t('legalPreview')}>
              <p className={classes.soft}>{t('legalPreviewHint')}</p>
              <ul className={classes.chosen}>
                {chosen.slice(0, 5).map((one) => (
                  <li key={one.id}>
                    <span>{one.title[language]}</span>
                    <Verdict variantId={one.variantIds[0] ?? ''} percent={percent} day={starts.slice(0, 10)} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <div className={classes.finish}>
            <p className={classes.soft}>{t('immutable')}</p>
            {problem && !problem.errors && problem.code !== 'already_exists' && (
              <p role="alert" className={classes.bad}>
                {problem.detail ?? problem.title}
              </p>
            )}
            {!isAll && chosen.length === 0 && <p className={classes.soft}>{t('needGoods')}</p>}
            <Button type="submit" loading={save.isPending} disabled={!isPercent || (!isAll && chosen.length === 0)}>
              {t('create')}
            </Button>
          </div>
        </form>
      </div>
    </>
  );
}

function ChooseGoods({
  chosen,
  onChange,
}: {
  chosen: readonly ProductRow[];
  onChange(chosen: readonly ProductRow[]): void;
}) {
  const t = useWords(priceWords);
  const language = useLanguage();
  const api = useApi();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 250);
  const { data } = useQuery({
    queryKey: ['choose-goods', q, language],
    queryFn: () =>
      unwrap(api.GET('/api/staff/office/products', { params: { query: { q, archived: false, limit: 8 } } })),
    enabled: q.length > 1,
  });
  const found = q.length > 1 ? (data?.items.filter((item) => !chosen.some((one) => one.id === item.id)) ?? []) : [];
  return (
    <>
      <TextInput
        mt="md"
        type="search"
        label={t('findGoods')}
        placeholder={t('search')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className={classes.chosen}>
        {found.map((item) => (
          <li key={item.id}>
            <span>
              {item.title[language]}{' '}
              <span className={classes.soft}>{t('nVariants', { n: item.variantIds.length })}</span>
            </span>
            <Button variant="subtle" size="compact-sm" onClick={() => onChange([...chosen, item])}>
              {t('add')}
            </Button>
          </li>
        ))}
      </ul>
      <ul className={classes.chosen}>
        {chosen.map((item) => (
          <li key={item.id}>
            <strong>{item.title[language]}</strong>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              onClick={() => onChange(chosen.filter((one) => one.id !== item.id))}
            >
              {t('remove', { name: item.title[language] })}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Verdict({ variantId, percent, day }: { variantId: string; percent: number; day: string }) {
  const t = useWords(priceWords);
  const language = useLanguage();
  const api = useApi();
  const { data: now } = useQuery({
    queryKey: ['price', variantId],
    queryFn: () => unwrap(api.GET('/api/staff/prices/{variantId}', { params: { path: { variantId } } })),
  });
  const list = now?.quote?.list;
  const proposed = list && newPrice(list.amount, { kind: 'percent', percent: -percent, unit: 1 });
  const { data } = useQuery({
    queryKey: ['price', variantId, 'try', day, proposed],
    queryFn: () =>
      unwrap(
        api.GET('/api/staff/prices/{variantId}', {
          params: { path: { variantId }, query: sent({ on: day || undefined, proposed }) },
        }),
      ),
    enabled: proposed !== undefined,
  });
  const badge = data?.reduction.badge;
  const low = data?.reduction.lowest30;
  if (!badge || !list || proposed === undefined) return null;
  return (
    <span>
      {formatMoney(list, language)} → {formatMoney({ amount: proposed, currency: list.currency }, language)} ·{' '}
      {t(`r_${badge.why}`, { n: badge.percentOff ?? 0, low: low ? formatMoney(low.amount, language, 'exact') : '' })}
    </span>
  );
}
