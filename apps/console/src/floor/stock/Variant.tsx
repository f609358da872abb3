import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type Answer, createApi, unwrap } from '@throughline/client';
import { formatDay, formatDistance, formatMoney, formatTime } from '@throughline/ui/format';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { AskForDay, onDateWords, sayDelivered, useDayFacts } from '../../shared/onDate/index.ts';
import { useHere } from '../frame/useStore.ts';
import { Button, Empty, Notice, Picture, Skeletons } from '../parts/index.tsx';
import { addToSale } from '../till/saleDraft.ts';
import { useNow } from '../today/useNow.ts';
import { whenText } from '../today/WorkCard.tsx';
import { ChangeStock } from './ChangeStock.tsx';
import { HoldSheet } from './HoldSheet.tsx';
import { Ledger } from './Ledger.tsx';
import classes from './stock.module.css';
import { stockWords } from './words.ts';

const route = getRouteApi('/shell/floor/stock/$variantId');

export type VariantStock = Answer<'/api/staff/variants/{id}/stock', 'get'>;
export type Level = VariantStock['levels'][number];

/** One version of the goods in every place: the own store first, then who has it, then the nearest. */
export function Variant() {
  const t = useWords(stockWords);
  const language = useLanguage();
  const here = useHere();
  const { variantId } = route.useParams();
  const { q } = route.useSearch();
  const [day, setDay] = useState('');
  const stock = useQuery({
    queryKey: ['floor', 'stock', variantId, here.id, day, language],
    queryFn: () =>
      unwrap(
        createApi({ language }).GET('/api/staff/variants/{id}/stock', {
          params: {
            path: { id: variantId },
            query: { near: `${here.point.lat},${here.point.lon}`, ...(day ? { date: day } : {}) },
          },
        }),
      ),
    staleTime: 5_000,
    placeholderData: (before) => (before?.variant.id === variantId ? before : undefined),
  });
  if (!stock.data)
    return stock.isPending ? (
      <Skeletons count={5} height={96} />
    ) : (
      <Empty title={t('failed')}>
        <Button onClick={() => void stock.refetch()}>{t('again')}</Button>
      </Empty>
    );
  return <Shown key={variantId} stock={stock.data} query={q} day={day} onDay={setDay} />;
}

function Shown(props: { stock: VariantStock; query: string | undefined; day: string; onDay: (day: string) => void }) {
  const { stock, query } = props;
  const t = useWords(stockWords);
  const say = useWords(onDateWords);
  const language = useLanguage();
  const here = useHere();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'change' | 'ledger'>();
  const [holdAt, setHoldAt] = useState<Level>();
  const [told, setTold] = useState<{ text: string; tone: 'velvet' | 'brass' }>();
  const { variant, price, levels, delivery, deliveredOn } = stock;
  const own = levels.find((level) => level.locationId === here.id);
  const others = levels.filter(
    (level) => level !== own && (level.available > 0 || level.onHand > 0 || level.incoming > 0),
  );
  const close = () => setOpen(undefined);
  return (
    <article className={classes.variant}>
      <header className={classes.head}>
        <Link to="/floor/stock" search={query ? { q: query } : {}} className={classes.back} aria-label={t('back')}>
          <IconArrowLeft size={26} aria-hidden="true" />
        </Link>
        <Picture url={variant.pictureUrl} size="large" />
        <div>
          <h1>{variant.title}</h1>
          <span className={classes.soft}>{variant.optionsText}</span>
          <span className={classes.soft}>{variant.sku}</span>
          {price && <strong className={classes.price}>{formatMoney(price.unit, language)}</strong>}
        </div>
      </header>
      {told && (
        <Notice tone={told.tone} role="status">
          <span>{told.text}</span>
        </Notice>
      )}
      <h2>{t('ownStore')}</h2>
      <section className={classes.own}>
        <p className={classes.free} data-some={(own?.available ?? 0) > 0}>
          {t('freeN', { n: own?.available ?? 0 })}
        </p>
        {own && <Facts level={own} />}
        <div className={classes.acts}>
          <Button
            kind="primary"
            disabled={!own || own.available === 0}
            onClick={() => {
              addToSale(variant.id);
              void navigate({ to: '/floor/till' });
            }}
          >
            {t('sell')}
          </Button>
          <Button disabled={!own?.mayHold} onClick={() => setHoldAt(own)}>
            {t('hold')}
          </Button>
          <Button onClick={() => setOpen('change')}>{t('receive')}</Button>
          <Button onClick={() => setOpen('ledger')}>{t('ledger')}</Button>
        </div>
      </section>
      <h2>{t('otherStores')}</h2>
      <p className={classes.delivery}>
        {delivery ? t('delivery', { date: formatDay(delivery.earliest, language, here.zone) }) : t('noDelivery')}
        {delivery && deliveredOn && (
          <span className={classes.onDay}>{sayDelivered(deliveredOn, say, language, here.zone)}</span>
        )}
      </p>
      <div className={classes.delivery}>
        <AskForDay day={props.day} onChange={props.onDay} asOf={stock.asOf} />
      </div>
      <ul className={classes.levels}>
        {others.map((level) => (
          <li key={level.locationId} className={classes.level}>
            <div>
              <strong>{level.name}</strong>
              <span className={classes.soft}>
                {level.distanceKm !== null && formatDistance(level.distanceKm, language)}
              </span>
              <Facts level={level} />
            </div>
            <span className={classes.levelFree} data-some={level.available > 0}>
              {t('freeN', { n: level.available })}
            </span>
            {level.mayHold && <Button onClick={() => setHoldAt(level)}>{t('hold')}</Button>}
          </li>
        ))}
      </ul>
      <Siblings sku={variant.sku} variantId={variant.id} />
      {open === 'change' && (
        <ChangeStock
          variantId={variant.id}
          sku={variant.sku}
          onHand={own?.onHand ?? 0}
          onClose={close}
          onDone={(text, tone) => {
            setTold({ text, tone });
            close();
          }}
        />
      )}
      {open === 'ledger' && <Ledger variantId={variant.id} onClose={close} />}
      {holdAt && (
        <HoldSheet
          variantId={variant.id}
          sku={variant.sku}
          level={holdAt}
          onClose={() => setHoldAt(undefined)}
          onDone={(text, tone) => {
            setTold({ text, tone });
            setHoldAt(undefined);
          }}
        />
      )}
    </article>
  );
}

function Facts({ level }: { level: Level }) {
  const t = useWords(stockWords);
  const language = useLanguage();
  const here = useHere();
  const now = useNow();
  const dayFacts = useDayFacts();
  const facts = [
    t('onHand', { n: level.onHand }),
    level.reserved > 0 && t('held', { n: level.reserved }),
    level.display > 0 && t('display', { n: level.display }),
    level.incoming > 0 &&
      (level.incomingAt
        ? t('incoming', { n: level.incoming, date: formatDay(level.incomingAt, language, here.zone) })
        : t('incomingNoDate', { n: level.incoming })),
    level.readyAt && t('ready', { time: whenText(level.readyAt, now, language, here.zone) }),
    level.kind === 'store' &&
      (level.closesAt ? t('openUntil', { time: formatTime(level.closesAt, language, here.zone) }) : t('closed')),
    level.available === 0 &&
      level.nextHoldEndsAt &&
      t('nextHoldEnds', { time: whenText(level.nextHoldEndsAt, now, language, here.zone) }),
    ...dayFacts(level, here.zone),
  ].filter(Boolean);
  return <span className={classes.facts}>{facts.join(' · ')}</span>;
}

/** Colours and sizes beside it, each one tap away. */
function Siblings({ sku, variantId }: { sku: string; variantId: string }) {
  const t = useWords(stockWords);
  const language = useLanguage();
  const found = useQuery({
    queryKey: ['floor', 'siblings', sku, language],
    queryFn: () =>
      unwrap(createApi({ language }).GET('/api/staff/search', { params: { query: { query: sku, limit: 1 } } })),
    staleTime: 60_000,
  });
  const item = found.data?.items.find((one) => one.variantId === variantId);
  if (!item || item.siblings.length === 0) return null;
  return (
    <>
      <h2>{t('siblings')}</h2>
      <div className={classes.siblings}>
        {item.siblings.map((sibling) => (
          <Link
            key={sibling.variantId}
            to="/floor/stock/$variantId"
            params={{ variantId: sibling.variantId }}
            className={classes.sibling}
          >
            {sibling.hex && <i style={{ background: sibling.hex }} />}
            <span>{sibling.optionsText}</span>
            <span className={classes.soft}>{t('stores', { n: sibling.inStores })}</span>
          </Link>
        ))}
      </div>
    </>
  );
}
