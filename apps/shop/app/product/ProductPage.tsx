import { formatDay } from '@throughline/ui/format';
import { lazy, Suspense, useState } from 'react';
import { Form, Link, useSearchParams } from 'react-router';
import { useTell } from '../consent/useTell.ts';
import { useFrame } from '../layout/useFrame.ts';
import type { ListItem } from '../list/ProductCard.tsx';
import { addressOf } from '../shared/addresses.ts';
import { Breadcrumb } from '../shared/Breadcrumb.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import { Price } from '../shared/Price.tsx';
import { Still } from '../shared/Still.tsx';
import type { Section } from '../shared/sections.ts';
import { Gallery } from './Gallery.tsx';
import type { Availability } from './OnDate.tsx';
import styles from './ProductPage.module.css';
import { StoreStock } from './StoreStock.tsx';
import { type ProductView, standingOf } from './shapeProduct.ts';
import { useLiveStock } from './useLiveStock.ts';
import { VariantChoice } from './VariantChoice.tsx';
import { WaysToGet } from './WaysToGet.tsx';
import { words } from './words.ts';

// Styles do not wait for scripts: the server's page needs them.
import '../list/ProductCard.module.css';
import './Details.module.css';
import './OnDate.module.css';
import './Similar.module.css';

/** Below the first screen: there in the server's page at once, in the browser's first script not. */
const Details = lazy(async () => ({ default: (await import('./Details.tsx')).Details }));
const OnDate = lazy(async () => ({ default: (await import('./OnDate.tsx')).OnDate }));
const Similar = lazy(async () => ({ default: (await import('./Similar.tsx')).Similar }));

export interface ProductPageData {
  product: ProductView;
  /** The first section of the retailer's returns policy. */
  returns: Section | null;
  /** Goods of the same category, where nothing of this can be had. */
  similar: ListItem[];
  /** Whether it is there on a day that was asked for. */
  asked: { date: string; answer: Availability | null } | null;
}

export function ProductPage({ product, returns, similar, asked }: ProductPageData) {
  const language = useLanguage();
  const say = useWords(words);
  const frame = useFrame();
  const [search] = useSearchParams();
  const zone = frame?.zone ?? 'Europe/Warsaw';
  const { variant } = product;
  // Measures may change with the variant; until another one is chosen the server's page says them.
  const [firstVariant] = useState(variant.id);
  const standing = standingOf(variant);
  const toBeHad = standing === 'delivered' || standing === 'stores';
  useLiveStock(product.variantIds);
  useTell('Product Viewed', variant.id, { product_id: product.id, variant_id: variant.id, sku: variant.sku });
  return (
    <article className="page" data-variant={variant.id}>
      <Breadcrumb
        steps={[
          { name: say('home'), href: addressOf.home(language) },
          ...product.categories.map((category) => ({
            name: category.name,
            href: addressOf.category(language, category.slug),
          })),
        ]}
      />
      {search.get('instead') === 'alternative' && <p className={styles.instead}>{say('insteadAlternative')}</p>}
      <div className={styles.columns}>
        <Gallery pictures={product.pictures} />
        <div className={styles.words}>
          {product.brand && <p className={styles.brand}>{product.brand}</p>}
          <h1>{product.title}</h1>
          {variant.optionsText && <p className={styles.options}>{variant.optionsText}</p>}
          <div className={styles.price}>
            {variant.price ? <Price price={variant.price} size="large" /> : <p>{say('noPrice')}</p>}
            {variant.price && <p className={styles.tax}>{say('taxIncluded')}</p>}
          </div>
          <VariantChoice options={product.options} zone={zone} />
          {toBeHad && variant.price && <AddToCart variantId={variant.id} />}
          <div aria-live="polite">{!toBeHad && <Gone product={product} zone={zone} />}</div>
          <WaysToGet
            product={product}
            stores={frame?.stores ?? []}
            chosenStore={frame?.chosenStore ?? null}
            zone={zone}
          />
          <Suspense>
            <OnDate key={asked?.date} product={product} asked={asked} stores={frame?.stores ?? []} zone={zone} />
          </Suspense>
          <StoreStock product={product} stores={frame?.stores ?? []} chosenStore={frame?.chosenStore ?? null} />
          <ul className={`plain-list ${styles.assurances}`}>
            {returns && (
              <li>
                <details className="opens">
                  <summary>
                    {say('returns')}: {returns.heading ?? ''}
                  </summary>
                  {returns.paragraphs.map((paragraph) => (
                    <p key={paragraph}>{paragraph}</p>
                  ))}
                  <p>
                    <Link to={addressOf.info(language, 'returns')}>{say('returns')}</Link>
                  </p>
                </details>
              </li>
            )}
            <li>
              <Link to={addressOf.info(language, 'guarantee')}>{say('guarantee')}</Link>
            </li>
          </ul>
        </div>
      </div>
      <Suspense>{similar.length > 0 && <Similar items={similar} />}</Suspense>
      <Still id="details" awake={variant.id !== firstVariant}>
        <Suspense>
          <Details product={product} />
        </Suspense>
      </Still>
    </article>
  );
}

/** The form works without scripts; what it says happens is all that happens. */
function AddToCart({ variantId }: { variantId: string }) {
  const language = useLanguage();
  const say = useWords(words);
  return (
    <Form method="post" action={addressOf.cart(language)} className={styles.buy}>
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="variantId" value={variantId} />
      <label className={styles.quantity}>
        <span className="visually-hidden">{say('quantity')}</span>
        <input
          type="number"
          name="quantity"
          defaultValue={1}
          min={1}
          max={99}
          required
          inputMode="numeric"
          className="field"
        />
      </label>
      <button type="submit" className="button">
        {say('addToCart')}
      </button>
    </Form>
  );
}

/** Said kindly, with what comes nearest to it. */
function Gone({ product, zone }: { product: ProductView; zone: string }) {
  const language = useLanguage();
  const say = useWords(words);
  return (
    <div className={styles.gone}>
      <p>
        <strong>{say('goneEverywhere')}</strong> <a href="?chat=open">{say('goneAsk')}</a>
      </p>
      {product.others.length > 0 && (
        <>
          <p>{say('otherVersions')}:</p>
          <ul className="plain-list">
            {product.others.slice(0, 4).map((other) => (
              <li key={other.sku}>
                <Link to={`?variant=${encodeURIComponent(other.sku)}`} preventScrollReset>
                  {other.pictureUrl && <img src={other.pictureUrl} alt="" width={64} height={48} className="picture" />}
                  <span>
                    {other.optionsText}
                    <br />
                    <small>
                      {other.delivery
                        ? `${say('delivered')} ${formatDay(other.delivery, language, zone)}`
                        : other.storeName}
                    </small>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
