import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type Channel, ChannelIcon, channelStyle, channelWords } from '@throughline/ui/channels';
import { formatDay, formatMoney, formatTime } from '@throughline/ui/format';
import { useMemo } from 'react';
import office from '../../office/office.module.css';
import { BackLink } from '../../office/orders/OrderPage.tsx';
import { unwrap, useApi } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { FailureNotice, ListNotice, useTakeAlong } from '../../shared/list/index.ts';
import { PageHead, Section, useLocations, useRetailer, Waiting } from '../../shared/page/index.ts';
import { TrustChips } from '../ReportHead.tsx';
import { insightWords } from '../words.ts';
import classes from './journey.module.css';
import { type Drawing, isTold, type Journey, layOut, meanings, type Touchpoint } from './layOut.ts';

export function JourneyPage() {
  const t = useWords(insightWords);
  const api = useApi();
  const { customerId = '' } = useParams({ strict: false });
  const { zone } = useRetailer();
  const params = { path: { id: customerId } };
  const journey = useQuery({
    queryKey: ['journey', customerId],
    queryFn: () => unwrap(api.GET('/api/staff/customers/{id}/journey', { params })),
  });
  const customer = useQuery({
    queryKey: ['journey-customer', customerId],
    queryFn: () => unwrap(api.GET('/api/staff/customers/{id}/panel', { params })),
    staleTime: 60_000,
  });
  const { data, error } = journey;
  const takeAlong = useTakeAlong();
  const onCsv = () =>
    data &&
    void takeAlong?.('journey', {
      header: ['at', 'channel', 'kind', 'counted as', 'order', 'facts'],
      rows: data.touchpoints.map((one) => [
        one.at,
        one.channel,
        one.kind,
        one.counted,
        one.orderId,
        JSON.stringify(one.facts),
      ]),
      notes: [`Data as of ${data.dataAsOf}`, data.definition],
    });
  return (
    <>
      <PageHead
        back={<BackLink to="/insight/journeys" label={t('journeys')} />}
        title={customer.data ? (customer.data.customer.name ?? t('noName')) : t('journeyOf')}
      />
      <div className={office.document}>
        {error ? (
          <FailureNotice error={error} retry={() => void journey.refetch()} />
        ) : !data ? (
          <Waiting label={t('journeyOf')} />
        ) : data.n === 0 ? (
          <ListNotice title={t('noTouchpointsTitle')} text={t('noTouchpointsText')} />
        ) : (
          <>
            <TrustChips
              unit={t('touchpoints', { n: data.n })}
              zone={zone}
              identity
              dataAsOf={data.dataAsOf}
              definition={data.definition}
              version={1}
              n={data.n}
              onCsv={takeAlong && onCsv}
            />
            <Line journey={data} zone={zone} />
            <Section title={t('inWords')}>
              <Words journey={data} zone={zone} />
            </Section>
          </>
        )}
      </div>
    </>
  );
}

const laneHeight = 44;
const top = 28;

function Line({ journey, zone }: { journey: Journey; zone: string }) {
  const t = useWords(insightWords);
  const channelName = useWords(channelWords);
  const { ref, width } = useElementSize<HTMLElement>();
  const drawing = useMemo(() => layOut(journey.touchpoints, zone, width), [journey, zone, width]);
  const say = useTouchpointWords();
  const height = top + drawing.lanes.length * laneHeight + 8;
  const y = (lane: number) => top + lane * laneHeight + laneHeight / 2;
  return (
    <>
      <div className={classes.board}>
        <ul className={classes.lanes} style={{ paddingTop: top }} aria-hidden="true">
          {drawing.lanes.map((channel) => (
            <li key={channel} style={{ height: laneHeight }}>
              <ChannelIcon channel={channel} size={18} />
              <span>{channelName(channel as Channel)}</span>
            </li>
          ))}
        </ul>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
        <section ref={ref} className={classes.scroll} tabIndex={0} aria-label={t('journeyOf')}>
          <svg width={drawing.width} height={height} role="img" aria-label={t('journeyAria')}>
            {drawing.lanes.map((channel, lane) => (
              <line key={channel} className={classes.lane} x1={0} x2={drawing.width} y1={y(lane)} y2={y(lane)} />
            ))}
            <Quiets drawing={drawing} height={height} />
            <Days drawing={drawing} zone={zone} height={height} />
            <path className={classes.thread} d={threadOf(drawing, y)} />
            {drawing.marks.map(({ touchpoint, x, lane, shape }) => {
              const colour = channelStyle(touchpoint.channel);
              const key = touchpoint.id;
              const { what } = say(touchpoint);
              return (
                <g key={key} transform={`translate(${x} ${y(lane)})`}>
                  <title>{what}</title>
                  {shape === 'diamond' ? (
                    <path className={classes.diamond} d="M0 -11 L11 0 L0 11 L-11 0 Z" />
                  ) : shape === 'dot' ? (
                    <circle r={7} fill={colour} />
                  ) : (
                    <circle className={classes.small} r={4} stroke={colour} />
                  )}
                </g>
              );
            })}
          </svg>
        </section>
      </div>
      <ul className={classes.key}>
        <li>
          <svg width="16" height="16" aria-hidden="true">
            <circle cx="8" cy="8" r="6" fill="var(--soft)" />
          </svg>
          {t('counted')}
        </li>
        <li>
          <svg width="16" height="16" aria-hidden="true">
            <circle className={classes.small} cx="8" cy="8" r="4" stroke="var(--soft)" />
          </svg>
          {t('notCounted')}
        </li>
        <li>
          <svg width="16" height="16" aria-hidden="true">
            <path className={classes.diamond} d="M8 1 L15 8 L8 15 L1 8 Z" />
          </svg>
          {t('order')}
        </li>
        {journey.truncated && <li>{t('truncated', { n: journey.n })}</li>}
      </ul>
    </>
  );
}

/** What counted, joined to the order it led to: the thicker line. */
function threadOf({ marks }: Drawing, y: (lane: number) => number): string {
  return marks
    .filter(({ shape }) => shape !== 'small')
    .map(({ x, lane }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y(lane)}`)
    .join(' ');
}

function Quiets({ drawing, height }: { drawing: Drawing; height: number }) {
  const t = useWords(insightWords);
  return drawing.quiets.map(({ x, width, days }) => (
    <g key={x}>
      <rect className={classes.quiet} x={x} y={top - 4} width={width} height={height - top} />
      <text className={classes.quietWords} x={x + width / 2} y={top + (height - top) / 2} textAnchor="middle">
        {t('quietShort', { n: days })}
        <title>{t('quietDays', { n: days })}</title>
      </text>
    </g>
  ));
}

function Days({ drawing, zone, height }: { drawing: Drawing; zone: string; height: number }) {
  const language = useLanguage();
  let free = Number.NEGATIVE_INFINITY;
  return drawing.days.map(({ x, at }) => {
    const hasRoom = x >= free;
    if (hasRoom) free = x + 76;
    return (
      <g key={at}>
        <line className={classes.dayLine} x1={x - 9} x2={x - 9} y1={top - 8} y2={height} />
        {hasRoom && (
          <text className={classes.dayWords} x={x - 9} y={12}>
            {formatDay(at, language, zone)}
          </text>
        )}
      </g>
    );
  });
}

function useTouchpointWords() {
  const t = useWords(insightWords);
  const language = useLanguage();
  const locations = useLocations();
  return (one: Touchpoint): { what: string; more: string } => {
    const key = meanings[one.kind] ?? 'k_other';
    const fact = one.facts.query ?? one.facts.path ?? one.kind;
    const place = locations.find((location) => location.id === (one.locationId ?? one.facts.locationId))?.name;
    const what = t(key as 'k_other', { what: fact });
    const more = [
      one.kind === 'Product Viewed' || one.kind === 'Product Added' ? one.facts.sku : undefined,
      one.facts.campaignSource ?? one.facts.utm_source,
      one.facts.campaign ?? one.facts.utm_campaign,
      one.facts.number,
      one.total && one.kind.startsWith('orders.') ? formatMoney(one.total, language) : undefined,
      place,
      one.kind === 'conversations.message.posted' ? (one.facts.direction === 'in' ? '→' : '←') : undefined,
    ];
    return { what, more: more.filter(Boolean).join(' · ') };
  };
}

function Words({ journey, zone }: { journey: Journey; zone: string }) {
  const t = useWords(insightWords);
  const channelName = useWords(channelWords);
  const language = useLanguage();
  const say = useTouchpointWords();
  let day = '';
  return (
    <ol className={classes.words}>
      {journey.touchpoints.filter(isTold).map((one) => {
        const thisDay = formatDay(one.at, language, zone);
        const isNew = thisDay !== day;
        day = thisDay;
        const { what, more } = say(one);
        return (
          <li key={one.id} data-counted={one.counted || one.kind === 'orders.order.placed' ? '' : undefined}>
            {isNew && <span className={classes.wordsDay}>{thisDay}</span>}
            <time dateTime={one.at}>{formatTime(one.at, language, zone)}</time>
            <ChannelIcon channel={one.channel} />
            <span>
              {what}
              <small>
                {[channelName(one.channel as Channel), more].filter(Boolean).join(' · ')}
                {one.orderId && one.kind === 'orders.order.placed' && (
                  <>
                    {' · '}
                    <Link to="/office/orders/$id" params={{ id: one.orderId }}>
                      {t('openOrder')}
                    </Link>
                  </>
                )}
              </small>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
