import type { Answer } from '@throughline/client';
import { formatDay, formatDistance } from '@throughline/ui/format';
import { Link } from 'react-router';
import { useFrame } from '../layout/useFrame.ts';
import { words as stockWords } from '../product/stockSayings.ts';
import { sayStock } from '../product/stockWords.ts';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import { Price } from '../shared/Price.tsx';
import { words } from './cardWords.ts';
import styles from './ProductCard.module.css';

export type ListItem = Answer<'/api/shop/search', 'get'>['items'][number];

const mostSwatches = 5;

/** A product in a list: what it is, costs and measures, when it can be there, and what the chosen store has. */
export function ProductCard({ item, eager = false }: { item: ListItem; eager?: boolean }) {
  const language = useLanguage();
  const say = useWords(words);
  const sayings = useWords(stockWords);
  const frame = useFrame();
  const href = addressOf.product(language, item.slug, item.sku);
  const zone = frame?.zone ?? 'Europe/Warsaw';
  const { nearest, size } = item;
  return (
    <article className={styles.card}>
      <Link to={href} className={styles.link}>
        <img
          src={item.pictureUrl ?? '/favicon.svg'}
          alt=""
          width={800}
          height={600}
          loading={eager ? 'eager' : 'lazy'}
          className="picture"
        />
        <h3 className={styles.title}>{item.title}</h3>
      </Link>
      <p className={styles.options}>
        {item.optionsText}
        {size && (
          <>
            <br />
            {size.widthCm} × {size.depthCm} × {size.heightCm} {language === 'ru' ? 'см' : 'cm'}
          </>
        )}
      </p>
      {item.price && <Price price={item.price} />}
      <p className={styles.stock}>
        {item.delivery
          ? say('deliveryFrom', { day: formatDay(item.delivery, language, zone) })
          : item.word === 'out_of_stock' || item.word === 'arriving'
            ? say('out')
            : say('onlyStores')}
        {nearest && (
          <>
            <br />
            {nearest.name}
            {nearest.distanceKm !== null && nearest.distanceKm >= 2
              ? `, ${formatDistance(nearest.distanceKm, language)}`
              : ''}
            : {sayStock({ ...nearest, arrivesAt: null }, sayings, language, zone).toLowerCase()}
          </>
        )}
      </p>
      {item.colours.length > 1 && (
        <ul className={`plain-list ${styles.swatches}`} aria-label={say('colours')}>
          {item.colours.slice(0, mostSwatches).map((colour) => (
            <li key={colour.valueCode}>
              <Link
                to={addressOf.product(language, item.slug, colour.sku)}
                title={colour.label}
                aria-label={say('inColour', { title: item.title, colour: colour.label })}
              >
                <span style={{ background: colour.hex ?? 'transparent' }} />
              </Link>
            </li>
          ))}
          {item.colours.length > mostSwatches && (
            <li className={styles.moreColours}>{say('moreColours', { n: item.colours.length - mostSwatches })}</li>
          )}
        </ul>
      )}
    </article>
  );
}
