import { SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { type Channel, ChannelIcon, channelStyle, channelWords } from '@throughline/ui/channels';
import { formatDay, formatMoney } from '@throughline/ui/format';
import { useCallback, useMemo } from 'react';
import office from '../../office/office.module.css';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice, ListNotice, useListState, useTakeAlong } from '../../shared/list/index.ts';
import { shiftDay } from '../../shared/page/days.ts';
import { PageHead, Section, useRetailer, Waiting, WideTable } from '../../shared/page/index.ts';
import type { ChartColours } from '../charts/chartTheme.ts';
import { axisOf, EChart, tooltipOf } from '../charts/EChart.tsx';
import classes from '../insight.module.css';
import { PeriodPicker, TrustChips, usePeriod } from '../ReportHead.tsx';
import { insightWords } from '../words.ts';

type Report = Answer<'/api/staff/insight/sales', 'get'>;
type Cell = Report['days'][number];

export function SalesPage() {
  const t = useWords(insightWords);
  const api = useApi();
  const state = useListState();
  const { from, to } = usePeriod(state);
  const { data, error, refetch } = useQuery({
    queryKey: ['insight-sales', from, to],
    queryFn: () => unwrap(api.GET('/api/staff/insight/sales', { params: { query: { from, to } } })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={t('sales')}>
        <PeriodPicker state={state} />
      </PageHead>
      <div className={office.document}>
        {error ? (
          <FailureNotice error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Waiting label={t('sales')} />
        ) : (
          <Report report={data} measure={state.search.measure === 'orders' ? 'orders' : 'revenue'} state={state} />
        )}
      </div>
    </>
  );
}

const daysOf = (from: string, to: string): string[] => {
  const days: string[] = [];
  for (let day = from; day <= to && days.length < 800; day = shiftDay(day, 1)) days.push(day);
  return days;
};

function Report({
  report,
  measure,
  state,
}: {
  report: Report;
  measure: 'orders' | 'revenue';
  state: ReturnType<typeof useListState>;
}) {
  const t = useWords(insightWords);
  const channelName = useWords(channelWords);
  const language = useLanguage();
  const { currency } = useRetailer();
  const inCurrency = useCallback(
    (money: readonly { amount: number; currency: string }[]) =>
      money.find((one) => one.currency === currency)?.amount ?? 0,
    [currency],
  );
  const of = useCallback(
    (cell: Pick<Cell, 'orders' | 'revenue'>) => (measure === 'orders' ? cell.orders : inCurrency(cell.revenue)),
    [measure, inCurrency],
  );
  const say = useCallback(
    (value: number) =>
      measure === 'orders' ? value.toLocaleString(language) : formatMoney({ amount: value, currency }, language),
    [measure, currency, language],
  );
  const days = useMemo(() => daysOf(report.window.from, report.window.to), [report]);
  const channels = useMemo(() => {
    const sums = new Map<string, number>();
    for (const cell of report.days) sums.set(cell.channel, (sums.get(cell.channel) ?? 0) + of(cell));
    return [...sums].sort((a, b) => b[1] - a[1]);
  }, [report, of]);
  const valueAt = useCallback(
    (day: string, channel: string) => {
      const cell = report.days.find((one) => one.day === day && one.channel === channel);
      return cell ? of(cell) : 0;
    },
    [report, of],
  );
  const previous = useMemo(
    () =>
      daysOf(report.previous.from, report.previous.to).map((day) =>
        report.previousDays.filter((cell) => cell.day === day).reduce((sum, cell) => sum + of(cell), 0),
      ),
    [report, of],
  );
  const takeAlong = useTakeAlong();
  const option = useCallback(
    (colours: ChartColours) => ({
      grid: { left: 8, right: 8, top: 16, bottom: 4, containLabel: true },
      tooltip: { trigger: 'axis', ...tooltipOf(colours), valueFormatter: (value: number) => say(value) },
      xAxis: {
        type: 'category',
        data: days.map((day) => formatDay(day, language, 'UTC')),
        ...axisOf(colours),
        splitLine: { show: false },
      },
      yAxis: {
        type: 'value',
        min: 0,
        ...axisOf(colours),
        axisLabel: { color: colours.soft, fontSize: 12, formatter: (value: number) => say(value) },
      },
      series: [
        ...[...channels].reverse().map(([channel]) => ({
          type: 'bar',
          stack: 'orders',
          name: channelName(channel as Channel),
          data: days.map((day) => valueAt(day, channel)),
          itemStyle: { color: colours.of(channelStyle(channel)), borderColor: colours.ground, borderWidth: 0.5 },
          barCategoryGap: '28%',
        })),
        {
          type: 'line',
          name: t('previousPeriod', { n: days.length }),
          data: previous,
          symbol: 'none',
          lineStyle: { color: colours.ink, width: 1.5, type: 'dashed', opacity: 0.65 },
          itemStyle: { color: colours.ink },
        },
      ],
    }),
    [days, channels, previous, valueAt, say, language, channelName, t],
  );
  if (report.total.orders === 0 && report.reconcile.ledgerOrders === 0) {
    return <ListNotice title={t('emptyTitle')} text={t('emptyText')} />;
  }
  const revenue = inCurrency(report.total.revenue);
  const before = inCurrency(report.previousTotal.revenue);
  const mean = (sum: number, n: number) =>
    n > 0 ? formatMoney({ amount: Math.round(sum / n), currency }, language) : '–';
  const onCsv = () =>
    void takeAlong?.(
      'sales',
      {
        header: ['day', 'channel', 'orders', 'revenue', 'currency'],
        rows: report.days.flatMap((cell) =>
          cell.revenue.map((money) => [cell.day, cell.channel, cell.orders, money.amount / 100, money.currency]),
        ),
        notes: [
          `${report.window.from} – ${report.window.to} (${report.zone}), data as of ${report.dataAsOf}`,
          `Definition ${report.definitionVersion}: ${report.definition}`,
        ],
      },
      `sales-${report.window.from}-${report.window.to}`,
    );
  return (
    <>
      <TrustChips
        unit={t('unitOrders')}
        window={t('days', { n: report.window.days })}
        zone={report.zone}
        dataAsOf={report.dataAsOf}
        definition={report.definition}
        version={report.definitionVersion}
        n={report.total.orders}
        onCsv={takeAlong && onCsv}
      />
      <dl className={classes.figures}>
        <div>
          <dt>{t('orders')}</dt>
          <dd>{report.total.orders.toLocaleString(language)}</dd>
          <dd className={classes.before}>
            {t('before', { value: report.previousTotal.orders.toLocaleString(language) })}
          </dd>
        </div>
        <div>
          <dt>{t('revenue')}</dt>
          <dd>{formatMoney({ amount: revenue, currency }, language)}</dd>
          <dd className={classes.before}>
            {t('before', { value: formatMoney({ amount: before, currency }, language) })}
          </dd>
        </div>
        <div>
          <dt>{t('average')}</dt>
          <dd>{mean(revenue, report.total.orders)}</dd>
          <dd className={classes.before}>{t('before', { value: mean(before, report.previousTotal.orders) })}</dd>
        </div>
      </dl>
      <Reconcile report={report} />
      <Section
        title={t('byDay', { what: t(measure) })}
        aside={
          <SegmentedControl
            aria-label={t('chart')}
            value={measure}
            data={[
              { value: 'revenue', label: t('revenue') },
              { value: 'orders', label: t('orders') },
            ]}
            onChange={(value) => state.change({ measure: value === 'orders' ? value : undefined })}
          />
        }
      >
        <div className={classes.chartRow}>
          <EChart label={t('byDay', { what: t(measure) })} height={320} option={option} />
          <ul className={classes.legend}>
            {channels.map(([channel, sum]) => (
              <li key={channel}>
                <ChannelIcon channel={channel} />
                <span>{channelName(channel as Channel)}</span>
                <strong>{say(sum)}</strong>
              </li>
            ))}
            <li>
              <span className={classes.dash} aria-hidden="true" />
              <span>{t('previousPeriod', { n: days.length })}</span>
              <strong>{say(previous.reduce((sum, value) => sum + value, 0))}</strong>
            </li>
          </ul>
        </div>
      </Section>
      <details className={classes.twin}>
        <summary>{t('table')}</summary>
        <WideTable label={t('byDay', { what: t(measure) })}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('day')}</th>
                {channels.map(([channel]) => (
                  <th key={channel} data-align="end">
                    {channelName(channel as Channel)}
                  </th>
                ))}
                <th data-align="end">{t('total')}</th>
                <th data-align="end">{t('previousPeriod', { n: days.length })}</th>
              </tr>
            </thead>
            <tbody>
              {days.map((day, index) => (
                <tr key={day}>
                  <th scope="row">{formatDay(day, language, 'UTC')}</th>
                  {channels.map(([channel]) => (
                    <td key={channel} data-align="end">
                      {say(valueAt(day, channel))}
                    </td>
                  ))}
                  <td data-align="end">
                    <strong>{say(channels.reduce((sum, [channel]) => sum + valueAt(day, channel), 0))}</strong>
                  </td>
                  <td data-align="end">{say(previous[index] ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      </details>
    </>
  );
}

/** The figures beside the order ledger: equal, or by how much not, and on which days. */
function Reconcile({ report }: { report: Report }) {
  const t = useWords(insightWords);
  const language = useLanguage();
  const { reconcile, cancelled } = report;
  const money = (list: Report['total']['revenue']) => list.map((one) => formatMoney(one, language)).join(', ');
  return (
    <p className={classes.reconcile} data-tone={reconcile.agrees ? 'good' : 'bad'}>
      {reconcile.agrees ? (
        <IconCheck size={16} aria-hidden="true" />
      ) : (
        <IconAlertTriangle size={16} aria-hidden="true" />
      )}
      {reconcile.agrees
        ? `${t('ledger', { ledger: reconcile.ledgerOrders, shown: reconcile.shownOrders })} · ${money(reconcile.ledgerRevenue)}`
        : t('ledgerDiffers', {
            ledger: reconcile.ledgerOrders,
            shown: reconcile.shownOrders,
            missing: reconcile.ledgerOrders - reconcile.shownOrders,
          })}
      {reconcile.differs.length > 0 && (
        <span>
          {t('ledgerDays', { days: reconcile.differs.map((one) => formatDay(one.day, language, 'UTC')).join(', ') })}
        </span>
      )}
      {cancelled.orders > 0 && <span>{t('cancelled', { n: cancelled.orders, money: money(cancelled.revenue) })}</span>}
    </p>
  );
}
