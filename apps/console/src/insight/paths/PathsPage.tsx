import { SegmentedControl } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight, IconCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { type Channel, ChannelIcon, channelWords } from '@throughline/ui/channels';
import { formatMoney } from '@throughline/ui/format';
import type { ReactNode } from 'react';
import office from '../../office/office.module.css';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice, ListNotice, type ListState, useListState, useTakeAlong } from '../../shared/list/index.ts';
import { PageHead, Section, Waiting, WideTable } from '../../shared/page/index.ts';
import classes from '../insight.module.css';
import { PeriodPicker, TrustChips, usePeriod } from '../ReportHead.tsx';
import { insightWords } from '../words.ts';
import { PathFlow } from './PathFlow.tsx';

export type PathReport = Answer<'/api/staff/insight/path-to-purchase', 'get'>;
type Row = PathReport['paths'][number] | PathReport['other'];

const windows = [7, 30, 90, 180] as const;

export function PathsPage() {
  const t = useWords(insightWords);
  const api = useApi();
  const state = useListState();
  const { from, to } = usePeriod(state);
  const windowDays = windows.find((days) => String(days) === state.search.window) ?? 30;
  const { data, error, refetch } = useQuery({
    queryKey: ['insight-paths', from, to, windowDays],
    queryFn: () =>
      unwrap(
        api.GET('/api/staff/insight/path-to-purchase', { params: { query: { from, to, windowDays, limit: 25 } } }),
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHead title={t('paths')}>
        <label className={classes.period}>
          <span className={classes.soft}>{t('window')}</span>
          <select
            className={classes.window}
            value={windowDays}
            onChange={(event) => state.change({ window: event.currentTarget.value })}
          >
            {windows.map((days) => (
              <option key={days} value={days}>
                {t('days', { n: days })}
              </option>
            ))}
          </select>
        </label>
        <PeriodPicker state={state} />
      </PageHead>
      <div className={office.document}>
        {error ? (
          <FailureNotice error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Waiting label={t('paths')} />
        ) : data.n === 0 ? (
          <ListNotice title={t('emptyTitle')} text={t('emptyText')} />
        ) : (
          <Report report={data} state={state} />
        )}
      </div>
    </>
  );
}

function Report({ report, state }: { report: PathReport; state: ListState }) {
  const t = useWords(insightWords);
  const language = useLanguage();
  const isFlow = state.search.show === 'flow';
  const { reconcile } = report;
  const takeAlong = useTakeAlong();
  const onCsv = () =>
    void takeAlong?.('path-to-purchase', {
      header: ['path', 'orders', 'share', 'share low 95 %', 'share high 95 %', 'median days', 'revenue', 'currency'],
      rows: [
        ...report.paths.map((row) => csvRow(row.path.join(' > '), row)),
        csvRow(`other (${report.other.distinctPaths} paths)`, report.other),
        csvRow('no touchpoint known', {
          ...report.withoutTouchpoints,
          share: null,
          shareInterval: null,
          medianDays: null,
        }),
      ],
      notes: [
        `${report.window.from} – ${report.window.to} (${report.zone}), window ${report.window.days} days, data as of ${report.dataAsOf}`,
        `Definition ${report.definitionVersion}: ${report.definition}`,
      ],
    });
  return (
    <>
      <TrustChips
        unit={t('unitOrders')}
        window={t('days', { n: report.window.days })}
        zone={report.zone}
        identity
        dataAsOf={report.dataAsOf}
        definition={report.definition}
        version={report.definitionVersion}
        n={report.n}
        onCsv={takeAlong && onCsv}
      />
      <p className={classes.reconcile} data-tone={reconcile.agrees ? 'good' : 'bad'}>
        {reconcile.agrees ? (
          <IconCheck size={16} aria-hidden="true" />
        ) : (
          <IconAlertTriangle size={16} aria-hidden="true" />
        )}
        {reconcile.agrees
          ? t('reconcilePaths', {
              ledger: reconcile.ledgerOrders,
              paths: reconcile.inPaths,
              none: reconcile.withoutTouchpoints,
            })
          : t('ledgerDiffers', {
              ledger: reconcile.ledgerOrders,
              shown: report.total.orders,
              missing: reconcile.missingOrders,
            })}
        <span>{reconcile.ledgerRevenue.map((money) => formatMoney(money, language)).join(', ')}</span>
        <span>{t('onlyBuyers')}</span>
        {report.tooFewForShares && <span>{t('tooFew', { n: report.n })}</span>}
      </p>
      <Section
        title={t('paths')}
        aside={
          <SegmentedControl
            aria-label={t('chart')}
            value={isFlow ? 'flow' : 'list'}
            data={[
              { value: 'list', label: t('list') },
              { value: 'flow', label: t('flow') },
            ]}
            onChange={(show) => state.change({ show: show === 'flow' ? show : undefined })}
          />
        }
      >
        {isFlow ? <PathFlow report={report} /> : <PathTable report={report} />}
      </Section>
    </>
  );
}

const csvRow = (path: string, row: Row | (Omit<Row, 'distinctPaths'> & { share: null })) => [
  path,
  row.orders,
  row.share,
  row.shareInterval?.[0],
  row.shareInterval?.[1],
  row.medianDays,
  (row.revenue[0]?.amount ?? 0) / 100,
  row.revenue[0]?.currency,
];

const percent = (share: number) => (share * 100).toFixed(share < 0.1 ? 1 : 0);

/** Every path as a row with a bar; bands for all others and for orders before which nothing is known, so that it adds up. */
function PathTable({ report }: { report: PathReport }) {
  const t = useWords(insightWords);
  const most = Math.max(
    ...report.paths.map((row) => row.orders),
    report.other.orders,
    report.withoutTouchpoints.orders,
  );
  return (
    <WideTable label={t('paths')}>
      <table className={classes.paths}>
        <thead>
          <tr>
            <th>{t('path')}</th>
            <td />
            <th data-align="end">{t('orders')}</th>
            <th data-align="end">{t('share')}</th>
            <th data-align="end">{t('median')}</th>
            <th data-align="end">{t('revenue')}</th>
          </tr>
        </thead>
        <tbody>
          {report.paths.map((row) => (
            <PathRow key={row.path.join('>')} row={row} n={report.n} most={most}>
              <Steps path={row.path} />
            </PathRow>
          ))}
          {report.other.orders > 0 && (
            <PathRow row={report.other} n={report.n} most={most} band>
              {t('other', { n: report.other.distinctPaths })}
            </PathRow>
          )}
          {report.withoutTouchpoints.orders > 0 && (
            <PathRow
              row={{ ...report.withoutTouchpoints, share: null, shareInterval: null, medianDays: null }}
              n={report.n}
              most={most}
              band
            >
              {t('none')}
              <small>{t('noneHint')}</small>
            </PathRow>
          )}
        </tbody>
      </table>
    </WideTable>
  );
}

interface PathRowProps {
  row: Omit<PathReport['other'], 'distinctPaths'>;
  n: number;
  most: number;
  band?: boolean;
  children: ReactNode;
}

function PathRow({ row, n, most, band, children }: PathRowProps) {
  const t = useWords(insightWords);
  const language = useLanguage();
  const width = (orders: number) => `${(100 * orders) / most}%`;
  const [low, high] = row.shareInterval ?? [];
  return (
    <tr>
      <td>{children}</td>
      <td className={classes.barCell}>
        <div className={classes.bar} data-band={band ? '' : undefined} aria-hidden="true">
          <span style={{ width: width(row.orders) }} />
          {low !== undefined && high !== undefined && (
            <span
              className={classes.interval}
              style={{ left: width(low * n), width: `min(${width((high - low) * n)}, 100% - ${width(low * n)})` }}
            />
          )}
        </div>
      </td>
      <td data-align="end">{row.orders}</td>
      <td data-align="end">
        {row.share !== null && (
          <>
            {percent(row.share)} %
            {low !== undefined && high !== undefined && (
              <small>{t('interval', { low: percent(low), high: percent(high) })}</small>
            )}
          </>
        )}
      </td>
      <td data-align="end">
        {row.medianDays !== null &&
          t('medianDays', { n: row.medianDays.toLocaleString(language, { maximumFractionDigits: 1 }) })}
      </td>
      <td data-align="end">{row.revenue.map((money) => formatMoney(money, language)).join(', ')}</td>
    </tr>
  );
}

export function Steps({ path }: { path: readonly string[] }) {
  const channelName = useWords(channelWords);
  return (
    <span className={classes.steps}>
      {path.map((channel, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a channel may come twice in a path.
        <span key={index}>
          {index > 0 && <IconArrowRight className={classes.arrow} size={12} aria-hidden="true" />}
          <ChannelIcon channel={channel} />
          {channelName(channel as Channel)}
        </span>
      ))}
    </span>
  );
}
