import { formatDay, formatDayAndTime, formatDistance } from '@throughline/ui/format';
import { Form, Link, useNavigation } from 'react-router';
import type { Store, VariantNow } from '../cart/types.ts';
import { addressOf } from '../shared/addresses.ts';
import { Field } from '../shared/forms/Field.tsx';
import { Notice } from '../shared/forms/Notice.tsx';
import { useLanguage, useWords } from '../shared/language.ts';
import { Price } from '../shared/Price.tsx';
import type { Alternative } from './readAlternatives.ts';
import { readContact } from './readContact.ts';
import styles from './reserve.module.css';
import type { ReserveSaid } from './reserveAction.ts';
import { problemKey, words } from './words.ts';

export interface ReserveData {
  variant: VariantNow;
  stores: Store[];
  zone: string;
  chosen: string | undefined;
  /** Who is signed in needs not say again how to reach them. */
  known: string | null;
  key: string;
}

/** Choose a store, say who it is for, done: no contract, no money. */
export function ReservePage({ page, said }: { page: ReserveData; said: ReserveSaid | undefined }) {
  const language = useLanguage();
  const say = useWords(words);
  const sending = useNavigation().formMethod === 'POST';
  const { variant, zone } = page;
  const places = variant.ways.places
    .flatMap((place) => {
      const store = page.stores.find((candidate) => candidate.id === place.locationId);
      return store?.capabilities.includes('reserve') ? [{ place, store }] : [];
    })
    .sort((a, b) => Number(b.place.mayReserve) - Number(a.place.mayReserve));
  const free = places.filter(({ place }) => place.mayReserve);
  const wanted = said?.typed.store || page.chosen;
  const chosen = free.find(({ store }) => store.id === wanted) ?? (wanted ? undefined : free[0]);
  return (
    <div className={`page ${styles.page}`}>
      <h1>{say('title')}</h1>
      <p className={styles.lead}>{say('free')}</p>
      <div className={styles.goods}>
        {variant.pictureUrl && <img className="picture" src={variant.pictureUrl} alt="" width={176} height={132} />}
        <div>
          <h2>
            <Link to={addressOf.product(language, variant.slug, variant.sku)}>{variant.title}</Link>
          </h2>
          <p>{variant.optionsText}</p>
          {variant.price && <Price price={variant.price} />}
          <p className={styles.soft}>{say('priceKept')}</p>
        </div>
      </div>
      {said?.problem && (
        <div className={styles.refused}>
          <Notice kind="fault">
            {say(problemKey(said.problem))}{' '}
            {said.holdId && <Link to={`/${language}/holds/${said.holdId}`}>{say('see')}</Link>}
          </Notice>
          {said.alternatives && said.alternatives.length > 0 && <Instead list={said.alternatives} />}
        </div>
      )}
      {free.length === 0 ? (
        <p>{say('nobody')}</p>
      ) : (
        <Form method="post" className={styles.form} noValidate>
          <input type="hidden" name="variantId" value={variant.id} />
          <input type="hidden" name="key" value={said?.key ?? page.key} />
          <fieldset className={styles.stores} aria-describedby={said?.faults.store ? 'store-fault' : undefined}>
            <legend>{say('where')}</legend>
            {free.map((one) => (
              <StoreOption key={one.store.id} {...one} />
            ))}
            {free.length < places.length && (
              <details className={styles.others}>
                <summary>{say('others', { n: places.length - free.length })}</summary>
                <ul className="plain-list">
                  {places
                    .filter(({ place }) => !place.mayReserve)
                    .map(({ store, place }) => (
                      <li key={store.id} className={styles.soft}>
                        {store.name}
                        {place.arrivesAt &&
                          `: ${say('expected', { when: formatDay(place.arrivesAt, language, store.zone) })}`}
                      </li>
                    ))}
                </ul>
              </details>
            )}
            {said?.faults.store && (
              <p id="store-fault" className={styles.fault}>
                {say(said.faults.store)}
              </p>
            )}
          </fieldset>
          <section className={styles.who} aria-labelledby="who">
            <h2 id="who">{say('who')}</h2>
            {page.known ? (
              <p>{say('known', { email: page.known })}</p>
            ) : (
              <>
                <Field
                  name="name"
                  label={say('name')}
                  hint={say('nameWhy')}
                  autoComplete="name"
                  defaultValue={said?.typed.name}
                  error={said?.faults.name && say(said.faults.name)}
                  check={(value) => (value.trim() ? undefined : say('nameMissing'))}
                  maxLength={120}
                />
                <Field
                  name="contact"
                  label={say('contact')}
                  hint={say('contactWhy')}
                  autoComplete="email"
                  inputMode="email"
                  defaultValue={said?.typed.contact}
                  error={said?.faults.contact && say(said.faults.contact)}
                  check={(value) =>
                    readContact(value) ? undefined : say(value.trim() ? 'contactWrong' : 'contactMissing')
                  }
                  maxLength={254}
                />
              </>
            )}
            <button type="submit" className="button" aria-disabled={sending || undefined}>
              {say('reserve')}
            </button>
            <p className={styles.soft}>{say('noContract')}</p>
          </section>
        </Form>
      )}
    </div>
  );

  function StoreOption({ place, store }: (typeof places)[number]) {
    return (
      <label className={styles.store}>
        <input type="radio" name="store" value={store.id} defaultChecked={chosen?.store.id === store.id} />
        <span>
          <strong>{store.name}</strong>
          <small>
            {store.address.line1}
            {place.distanceKm !== null && ` · ${formatDistance(place.distanceKm, language)}`}
            {' · '}
            {store.today.open.length > 0
              ? say('today', { hours: store.today.open.map(([from, to]) => `${from}–${to}`).join(', ') })
              : say('closedToday')}
          </small>
          <small>
            {place.readyAt && `${say('readyBy', { when: formatDayAndTime(place.readyAt, language, store.zone) })}, `}
            <span className={styles.hold}>
              {place.heldUntil && say('heldUntil', { when: formatDayAndTime(place.heldUntil, language, store.zone) })}
            </span>
          </small>
        </span>
        <span className={styles.stock}>
          {place.word === 'in_stock' ? say('enough') : say('available', { n: place.available })}
        </span>
      </label>
    );
  }

  function Instead({ list }: { list: Alternative[] }) {
    return (
      <section aria-labelledby="instead">
        <h2 id="instead">{say('instead')}</h2>
        <ul className="plain-list">
          {list.map((one) => (
            <li key={JSON.stringify(one)}>{choice(one)}</li>
          ))}
        </ul>
      </section>
    );
  }

  function choice(one: Alternative) {
    switch (one.kind) {
      case 'pickup_elsewhere': {
        const store = page.stores.find((candidate) => candidate.id === one.locationId);
        const when = formatDayAndTime(one.readyAt, language, store?.zone ?? zone);
        return (
          <Link to={addressOf.reserve(language, variant.id, one.locationId)}>
            {say('insteadPickup', { store: one.locationName, n: one.available, when })}
          </Link>
        );
      }
      case 'delivery':
        return (
          <Form method="post" action={addressOf.cart(language)}>
            <input type="hidden" name="intent" value="add" />
            <input type="hidden" name="variantId" value={variant.id} />
            <input type="hidden" name="quantity" value="1" />
            <input type="hidden" name="way" value="delivery" />
            <span>
              {say('insteadDelivery', {
                from: formatDay(one.earliest, language, zone),
                to: formatDay(one.latest, language, zone),
              })}
            </span>{' '}
            <button type="submit" className="button quiet small">
              {say('toCart')}
            </button>
          </Form>
        );
      case 'arriving':
        return say('insteadArriving', { store: one.locationName, when: formatDay(one.expectedAt, language, zone) });
      case 'other_variant':
        return (
          <Link to={addressOf.reserve(language, one.variantId, '')}>
            {say('insteadVariant', { title: one.title[language] ?? '', options: one.optionsText[language] ?? '' })}
          </Link>
        );
    }
  }
}
