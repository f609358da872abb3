import { formatDay, formatDayAndTime, formatDistance, formatMoney, formatTime } from '@throughline/ui/format';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { AskForDay, onDateWords, sayDelivered, useDayFacts } from '../../shared/onDate/index.ts';
import { type Level, useGoods, useLocations, useZone, type VariantStock } from '../queries.ts';
import { sendCard } from './goods.ts';
import classes from './stock.module.css';
import { stockWords } from './words.ts';

/** One variant: its legal price, every place that has it, nearest first, delivery, and its sisters. */
export function StockView(props: {
  stock: VariantStock;
  /** The day that is asked about; '' = any. */
  day: string;
  onDay: (day: string) => void;
  onHold: (level: Level) => void;
  onPick: (variantId: string) => void;
}) {
  const { stock, onHold, onPick } = props;
  const t = useWords(stockWords);
  const say = useWords(onDateWords);
  const language = useLanguage();
  const zone = useZone();
  const [isAll, setAll] = useState(false);
  const { variant, price, delivery, levels } = stock;
  const worth = levels.filter((level) => level.available > 0 || level.incoming > 0);
  const rest = levels.length - worth.length;
  return (
    <div className={classes.view}>
      <div className={classes.goods}>
        {variant.pictureUrl ? <img src={variant.pictureUrl} alt="" width={56} height={56} /> : <span />}
        <div>
          <b>{variant.title}</b>
          <span>{variant.optionsText}</span>
          {price && (
            <span className={classes.priceLine}>
              <b>{formatMoney(price.unit, language)}</b>
              {price.reduction && <em>{t('off', { n: price.reduction.percentOff })}</em>}
            </span>
          )}
        </div>
      </div>
      {price?.reduction && (
        <p className={classes.legal}>{t('lowest', { price: formatMoney(price.reduction.lowest30Days, language) })}</p>
      )}
      <ul className={classes.levels}>
        {(isAll ? levels : worth).map((level) => (
          <LevelLine key={level.locationId} level={level} onHold={onHold} />
        ))}
      </ul>
      {worth.length === 0 && !isAll && <p className={classes.soft}>{t('noStore')}</p>}
      {!isAll && rest > 0 && (
        <p className={classes.soft}>
          {t('elsewhere', { n: rest })}{' '}
          <button type="button" className={classes.link} onClick={() => setAll(true)}>
            {t('showAll')}
          </button>
        </p>
      )}
      <p className={classes.delivery}>
        {delivery
          ? delivery.freeFrom && price && price.unit.amount >= delivery.freeFrom.amount
            ? t('deliveryFree', {
                from: formatDay(delivery.earliest, language, zone),
                to: formatDay(delivery.latest, language, zone),
              })
            : t('delivery', {
                from: formatDay(delivery.earliest, language, zone),
                to: formatDay(delivery.latest, language, zone),
                price: formatMoney(delivery.rate, language),
              })
          : t('noDelivery')}
        {delivery && stock.deliveredOn && (
          <span className={classes.onDay}>{sayDelivered(stock.deliveredOn, say, language, zone)}</span>
        )}
      </p>
      <AskForDay day={props.day} onChange={props.onDay} asOf={stock.asOf} />
      <Siblings stock={stock} onPick={onPick} />
      <p className={classes.foot}>
        <button type="button" className={classes.link} onClick={() => sendCard(variant)}>
          {t('sendCard')}
        </button>
        <span>{t('asOf', { time: formatTime(stock.asOf, language, zone) })}</span>
      </p>
    </div>
  );
}

function LevelLine({ level, onHold }: { level: Level; onHold: (level: Level) => void }) {
  const t = useWords(stockWords);
  const language = useLanguage();
  const { data: locations } = useLocations();
  const dayFacts = useDayFacts();
  const zone = locations?.get(level.locationId)?.zone ?? 'Europe/Warsaw';
  const facts = [
    level.distanceKm !== null ? formatDistance(level.distanceKm, language) : '',
    level.readyAt && level.available > 0
      ? t('readyFrom', { when: formatDayAndTime(level.readyAt, language, zone) })
      : '',
    level.reserved > 0 ? t('held', { n: level.reserved }) : '',
    level.incoming > 0
      ? level.incomingAt
        ? t('arriving', { n: level.incoming, day: formatDay(level.incomingAt, language, zone) })
        : t('arrivingSome', { n: level.incoming })
      : '',
    ...dayFacts(level, zone),
  ].filter(Boolean);
  return (
    <li data-none={level.available === 0 || undefined}>
      <span className={classes.place}>
        <b>{level.name}</b>
        <span>{facts.join(' · ')}</span>
      </span>
      <span className={classes.count} data-word={level.word}>
        <span aria-hidden="true">{level.available}</span>
        <span className={classes.hidden}>{t('freeN', { n: level.available })}</span>
        {level.word === 'on_display' && <small>{t('onlyDisplay')}</small>}
      </span>
      {level.mayHold ? (
        <button
          type="button"
          className={classes.hold}
          onClick={() => onHold(level)}
          aria-label={t('holdIn', { store: level.name })}
        >
          {t('hold')}
        </button>
      ) : (
        <span />
      )}
    </li>
  );
}

/** The same product in other colours, with where they can be had. */
function Siblings({ stock, onPick }: { stock: VariantStock; onPick: (variantId: string) => void }) {
  const t = useWords(stockWords);
  const { data } = useGoods(stock.variant.sku, '');
  const sisters = data?.items.find((item) => item.variantId === stock.variant.id)?.siblings ?? [];
  if (sisters.length === 0) return null;
  return (
    <fieldset className={classes.siblings} aria-label={t('siblings')}>
      {sisters.slice(0, 8).map((one) => (
        <button key={one.variantId} type="button" onClick={() => onPick(one.variantId)} title={one.optionsText}>
          <i style={one.hex ? { background: one.hex } : undefined} aria-hidden="true" />
          <span>{one.optionsText}</span>
          <small>{t('stores', { n: one.inStores })}</small>
        </button>
      ))}
    </fieldset>
  );
}
