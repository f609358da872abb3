import { Button, Select, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Answer } from '@throughline/client';
import { formatDay, formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { useCallback, useState } from 'react';
import type { ChartColours } from '../../insight/charts/chartTheme.ts';
import { axisOf, EChart, tooltipOf } from '../../insight/charts/EChart.tsx';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice, useListState } from '../../shared/list/index.ts';
import { dayIn } from '../../shared/page/days.ts';
import { PageHead, readAmount, Section, sent, useRetailer, Waiting, WideTable } from '../../shared/page/index.ts';
import { useMe } from '../../shell/me.ts';
import office from '../office.module.css';
import { BackLink } from '../orders/OrderPage.tsx';
import classes from './prices.module.css';
import { SetPrices } from './SetPrices.tsx';
import { priceWords } from './words.ts';

type Price = Answer<'/api/staff/prices/{variantId}', 'get'>;

export function PricePage() {
  const t = useWords(priceWords);
  const language = useLanguage();
  const api = useApi();
  const me = useMe();
  const state = useListState();
  const { productId = '' } = useParams({ strict: false });
  const [isSetting, setSetting] = useState(false);
  const product = useQuery({
    queryKey: ['product', productId],
    queryFn: () => unwrap(api.GET('/api/staff/products/{id}', { params: { path: { id: productId } } })),
  });
  const variants = product.data?.variants.filter((variant) => !variant.archived) ?? [];
  const variantId = variants.find((variant) => variant.id === state.search.variant)?.id ?? variants[0]?.id ?? '';
  const price = useQuery({
    queryKey: ['price', variantId],
    queryFn: () => unwrap(api.GET('/api/staff/prices/{variantId}', { params: { path: { variantId } } })),
    enabled: variantId !== '',
    placeholderData: keepPreviousData,
  });
  const failed = product.error ?? price.error;
  if (failed) return <FailureNotice error={failed} retry={() => void price.refetch()} />;
  if (!product.data) return <Waiting label={t('title')} />;
  return (
    <>
      <PageHead back={<BackLink to="/office/prices" label={t('back')} />} title={product.data.title[language]}>
        <Select
          aria-label={t('chooseVariant')}
          w={300}
          allowDeselect={false}
          value={variantId}
          data={variants.map((variant) => ({
            value: variant.id,
            label: variant.optionsText[language] || variant.sku,
          }))}
          onChange={(id) => state.change({ variant: id ?? undefined })}
        />
        {me.role === 'admin' && <Button onClick={() => setSetting(true)}>{t('setPrices')}</Button>}
      </PageHead>
      <div className={office.document}>
        {price.data ? <Details key={variantId} price={price.data} /> : <Waiting label={t('title')} />}
      </div>
      {isSetting && (
        <SetPrices
          goods={variants.map((variant) => ({
            variantId: variant.id,
            name: variant.optionsText[language] || variant.sku,
          }))}
          onClose={() => setSetting(false)}
          onSaved={() => setSetting(false)}
        />
      )}
    </>
  );
}

function Details({ price }: { price: Price }) {
  const t = useWords(priceWords);
  const language = useLanguage();
  const { zone } = useRetailer();
  return (
    <div className={classes.page}>
      <div>
        <Section title={t('costsNow')}>
          <Now price={price} />
        </Section>
        <Section title={t('tryTitle')}>
          <TryPrice price={price} />
        </Section>
      </div>
      <div>
        <Section title={t('timeline')}>
          <Timeline price={price} />
        </Section>
        <Section title={t('history')}>
          <WideTable label={t('history')}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th>{t('from')}</th>
                  <th>{t('to')}</th>
                  <th data-align="end">{t('regular')}</th>
                  <th>{t('reason')}</th>
                  <th>{t('who')}</th>
                </tr>
              </thead>
              <tbody>
                {price.history.toReversed().map((row) => (
                  <tr key={row.validFrom}>
                    <td>{formatDayAndTime(row.validFrom, language, zone)}</td>
                    <td>{row.validTo ? formatDayAndTime(row.validTo, language, zone) : t('current')}</td>
                    <td data-align="end">{formatMoney(row.gross, language, 'exact')}</td>
                    <td>{row.reason}</td>
                    <td>
                      {t(
                        row.actor.startsWith('staff:')
                          ? 'colleague'
                          : row.actor.startsWith('machine:')
                            ? 'machine'
                            : 'system',
                      )}
                    </td>
                  </tr>
                ))}
                {price.promotions.toReversed().map((row) => (
                  <tr key={row.promotionId + row.startsAt}>
                    <td>{formatDayAndTime(row.startsAt, language, zone)}</td>
                    <td>{row.endsAt ? formatDayAndTime(row.endsAt, language, zone) : t('noEnd')}</td>
                    <td data-align="end">−{row.basisPoints / 100} %</td>
                    <td>{t('inPromotion', { name: row.name[language] })}</td>
                    <td>{row.needsCode ? t('code') : ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        </Section>
      </div>
    </div>
  );
}

/** The price as a customer sees it, and why the badge is there or is not. */
function Now({ price }: { price: Price }) {
  const t = useWords(priceWords);
  const language = useLanguage();
  const { quote } = price;
  if (!quote) return <p className={classes.bad}>{t('noPrice')}</p>;
  const isLower = quote.unit.amount < quote.list.amount;
  return (
    <div className={classes.now}>
      <p className={classes.big}>
        {formatMoney(quote.unit, language)}
        {quote.reduction && <span className={classes.badge}>−{quote.reduction.percentOff} %</span>}
      </p>
      {quote.reduction ? (
        <>
          <p>
            {t('legalLow')}: <strong>{formatMoney(quote.reduction.lowest30, language, 'exact')}</strong>
          </p>
          <p className={classes.soft}>
            {t('inPromotion', { name: quote.reduction.name[language] })} ·{' '}
            {t('badge', { n: quote.reduction.percentOff })}
          </p>
        </>
      ) : (
        <p className={classes.soft}>
          {t('noBadge')}. {t(isLower ? 'why_blocked' : 'why_none')}
        </p>
      )}
      {isLower && (
        <p className={classes.soft}>
          {t('regular')}: {formatMoney(quote.list, language, 'exact')}
        </p>
      )}
    </div>
  );
}

/** What the law would make of a price on a day, before anybody saves it. */
function TryPrice({ price }: { price: Price }) {
  const t = useWords(priceWords);
  const language = useLanguage();
  const api = useApi();
  const { zone, currency } = useRetailer();
  const [day, setDay] = useState(() => dayIn(zone, new Date()));
  const [text, setText] = useState('');
  const proposed = readAmount(text, currency);
  const { data } = useQuery({
    queryKey: ['price', price.variantId, 'try', day, proposed],
    queryFn: () =>
      unwrap(
        api.GET('/api/staff/prices/{variantId}', {
          params: { path: { variantId: price.variantId }, query: sent({ on: day || undefined, proposed }) },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const reduction = data?.reduction;
  const low = reduction?.lowest30;
  const lowText = low ? formatMoney(low.amount, language, 'exact') : '';
  return (
    <div className={classes.form}>
      <p className={classes.soft}>{t('tryHint')}</p>
      <div className={classes.two}>
        <TextInput
          type="date"
          label={t('startsOn')}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          label={`${t('proposed')} (${currency})`}
          inputMode="decimal"
          value={text}
          error={text !== '' && proposed === undefined ? t('notAmount') : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <div aria-live="polite" className={classes.verdict} data-tone={reduction?.badge?.shown ? 'good' : undefined}>
        <p>
          {t('legalLow')}
          <br />
          {low
            ? t('lowOn', {
                amount: lowText,
                day: formatDay(low.on, language, 'UTC'),
                from: formatDay(low.window.from, language, 'UTC'),
                to: formatDay(low.window.to, language, 'UTC'),
              })
            : t('lowNone')}
        </p>
        {reduction?.badge && proposed !== undefined && (
          <p>
            <strong>{t(`r_${reduction.badge.why}`, { n: reduction.badge.percentOff ?? 0, low: lowText })}</strong>
          </p>
        )}
      </div>
    </div>
  );
}

function Timeline({ price }: { price: Price }) {
  const t = useWords(priceWords);
  const language = useLanguage();
  const { currency, zone } = useRetailer();
  const option = useCallback(
    (colours: ChartColours) => {
      const now = Date.now();
      const end = price.applied.at(-1);
      // What is planned is drawn a week beyond its last change; else the line ends today.
      const until = Math.max(now, end ? Date.parse(end.from) + 7 * 86_400_000 : now);
      const lineEnd = end && Date.parse(end.from) > now ? until : now;
      const points = (rows: readonly { at: string; amount: number }[], last: number | undefined) => [
        ...rows.map(({ at, amount }) => [Date.parse(at), amount / 100]),
        ...(last === undefined ? [] : [[lineEnd, last / 100]]),
      ];
      const say = (value: number) => formatMoney({ amount: Math.round(value * 100), currency }, language);
      return {
        grid: { left: 8, right: 84, top: 28, bottom: 8, containLabel: true },
        tooltip: { trigger: 'axis', ...tooltipOf(colours), valueFormatter: say },
        xAxis: {
          type: 'time',
          ...axisOf(colours),
          splitLine: { show: false },
          axisLabel: {
            color: colours.soft,
            fontSize: 12,
            hideOverlap: true,
            formatter: (value: number) => formatDay(new Date(value), language, zone),
          },
        },
        yAxis: { type: 'value', min: 0, ...axisOf(colours), axisLabel: { color: colours.soft, formatter: say } },
        series: [
          {
            type: 'line',
            step: 'end',
            name: t('regular'),
            symbol: 'none',
            data: points(
              price.history.map((row) => ({ at: row.validFrom, amount: row.gross.amount })),
              price.history.at(-1)?.gross.amount,
            ),
            lineStyle: { color: colours.soft, width: 1.5, type: 'dashed' },
            itemStyle: { color: colours.soft },
          },
          {
            type: 'line',
            step: 'end',
            name: t('asked'),
            symbol: 'none',
            data: points(
              price.applied.map((row) => ({ at: row.from, amount: row.unit.amount })),
              end?.unit.amount,
            ),
            lineStyle: { color: colours.velvet, width: 2.5 },
            itemStyle: { color: colours.velvet },
            markLine: {
              silent: true,
              symbol: 'none',
              label: { formatter: t('current'), color: colours.soft },
              lineStyle: { color: colours.soft, type: 'dotted' },
              data: [{ xAxis: now }],
            },
            endLabel: { show: true, color: colours.velvet, formatter: end ? say(end.unit.amount / 100) : '' },
          },
        ],
      };
    },
    [price, currency, language, zone, t],
  );
  return <EChart label={t('chartAria')} height={240} option={option} />;
}
