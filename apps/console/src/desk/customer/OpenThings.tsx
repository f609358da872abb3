import { IconBookmark, IconPackage } from '@tabler/icons-react';
import { formatDay, formatDayAndTime, formatMoney } from '@throughline/ui/format';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { formatLeft } from '../formatWait.ts';
import { type Panel, type PanelHold, useLocations, useZone } from '../queries.ts';
import { useNow } from '../useNow.ts';
import classes from './customer.module.css';
import { ExtendDialog, ReleaseDialog } from './HoldActs.tsx';
import { MoveDialog } from './MoveHold.tsx';
import { OrderChange } from './OrderChange.tsx';
import { customerWords } from './words.ts';

const stages = {
  to_pick: 'stageToPick',
  picking: 'stagePicking',
  ready: 'stageReady',
  not_found: 'stageNotFound',
  handed_over: 'stageHandedOver',
  shipped: 'stageShipped',
  cancelled: 'stageCancelled',
} as const;
const kinds = { pickup: 'partPickup', ship: 'partShip', hold: 'partHold', handover: 'partHandover' } as const;

/** Live holds with their clocks, open orders with store and stage. */
export function OpenThings({ panel }: { panel: Panel }) {
  const w = useWords(customerWords);
  const language = useLanguage();
  const { data: locations } = useLocations();
  const [changing, setChanging] = useState<Panel['orders'][number]>();
  const zone = useZone();
  const zoneOf = (locationId: string) => locations?.get(locationId)?.zone ?? zone;
  return (
    <section className={classes.section}>
      <h3>{w('open')}</h3>
      {panel.holds.length === 0 && panel.orders.length === 0 && <p className={classes.soft}>{w('nothingOpen')}</p>}
      {panel.holds.map((hold) => (
        <HoldLine key={hold.id} hold={hold} zone={zoneOf(hold.locationId)} customerId={panel.customer.id} />
      ))}
      {panel.orders.map((order) => (
        <article key={order.id} className={classes.thing}>
          <header>
            <IconPackage size={16} stroke={1.7} aria-hidden="true" />
            <b>{order.number}</b>
            <span className={classes.end}>
              {formatMoney(order.total, language)} · {w(order.isPaid ? 'paid' : 'unpaid')}
            </span>
          </header>
          <p>
            {order.goods
              .map((line) => [line.quantity > 1 ? `${line.quantity} ×` : '', line.title].filter(Boolean).join(' '))
              .join(', ')}
          </p>
          {order.parts.map((part) => (
            <p key={part.fulfilmentId} className={classes.soft}>
              {[
                `${w(kinds[part.kind as keyof typeof kinds] ?? 'partPickup')}, ${part.locationName}`,
                w(stages[part.stage as keyof typeof stages] ?? 'stageToPick'),
                part.place ? w('at', { place: part.place }) : '',
                part.promisedAt && part.stage !== 'ready'
                  ? w('promised', { day: formatDay(part.promisedAt, language, zoneOf(part.locationId)) })
                  : '',
                part.arrivesBy
                  ? w('arrivesBy', { day: formatDay(part.arrivesBy, language, zoneOf(part.locationId)) })
                  : '',
                [part.carrier, part.trackingNumber].filter(Boolean).join(' '),
              ]
                .filter(Boolean)
                .join(' · ')}{' '}
              {part.trackingUrl && (
                <a className={classes.link} href={part.trackingUrl} target="_blank" rel="noreferrer">
                  {w('follow')}
                </a>
              )}
            </p>
          ))}
          <p className={classes.hidden}>{formatDayAndTime(order.placedAt, language, zone)}</p>
          <p className={classes.acts}>
            <button type="button" className={classes.link} onClick={() => setChanging(order)}>
              {w('change')}
              <span className={classes.hidden}> {order.number}</span>
            </button>
          </p>
        </article>
      ))}
      {changing && (
        <OrderChange
          orderId={changing.id}
          number={changing.number}
          customerId={panel.customer.id}
          onClose={() => setChanging(undefined)}
        />
      )}
    </section>
  );
}

function HoldLine({ hold, zone, customerId }: { hold: PanelHold; zone: string; customerId: string }) {
  const w = useWords(customerWords);
  const language = useLanguage();
  const now = useNow();
  const [asked, setAsked] = useState<'extend' | 'move' | 'release'>();
  const leftMs = hold.until ? new Date(hold.until).getTime() - now.getTime() : undefined;
  return (
    <article className={classes.thing} data-kind="hold">
      <header>
        <IconBookmark size={16} stroke={1.7} aria-hidden="true" />
        <b>{hold.code}</b>
        {leftMs !== undefined && (
          <span className={classes.end} data-time>
            {leftMs > 0 ? w('left', { time: formatLeft(leftMs, language) }) : w('over')}
          </span>
        )}
      </header>
      <p>
        {hold.lines
          .map((line) =>
            [line.quantity > 1 ? `${line.quantity} ×` : '', line.title, line.optionsText && `(${line.optionsText})`]
              .filter(Boolean)
              .join(' '),
          )
          .join(', ')}
      </p>
      <p className={classes.soft}>
        {[
          hold.locationName,
          hold.until ? formatDayAndTime(hold.until, language, zone) : '',
          hold.stage ? w(stages[hold.stage as keyof typeof stages] ?? 'stageToPick') : '',
          hold.place ? w('at', { place: hold.place }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {hold.atRisk && <p className={classes.bad}>{w('atRisk')}</p>}
      <p className={classes.acts}>
        <button type="button" className={classes.link} onClick={() => setAsked('extend')}>
          {w('extend')}
        </button>
        <button type="button" className={classes.link} onClick={() => setAsked('move')}>
          {w('move')}
        </button>
        <button type="button" className={classes.link} onClick={() => setAsked('release')}>
          {w('release')}
        </button>
      </p>
      {asked === 'extend' && <ExtendDialog hold={hold} customerId={customerId} onClose={() => setAsked(undefined)} />}
      {asked === 'move' && <MoveDialog hold={hold} customerId={customerId} onClose={() => setAsked(undefined)} />}
      {asked === 'release' && <ReleaseDialog hold={hold} customerId={customerId} onClose={() => setAsked(undefined)} />}
    </article>
  );
}
