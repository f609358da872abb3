import { formatDay, formatDayAndTime, formatMoney, formatTime } from '@throughline/ui/format';
import { Form, Link, useSubmit } from 'react-router';
import { addressOf } from '../shared/addresses.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import { timeLeft } from '../shared/timeLeft.ts';
import { useNow } from '../shared/useNow.ts';
import styles from './cart.module.css';
import { writeWay } from './readWay.ts';
import type { Cart, CartLine, Store, VariantNow } from './types.ts';
import { words } from './words.ts';

interface Props {
  line: CartLine;
  cart: Cart;
  variant: VariantNow | undefined;
  stores: Store[];
  zone: string;
}

/** One line: what it is, what it costs, when and how it comes; quantity and way change at once. */
export function LineRow(props: Props) {
  const { line, cart } = props;
  const language = useLanguage();
  const say = useWords(words);
  const title = [line.variant.title, line.variant.optionsText].filter(Boolean).join(', ');
  const href = addressOf.product(language, line.variant.slug, line.variant.sku);
  return (
    <li className={styles.line}>
      <Link to={href} className={styles.picture} tabIndex={-1} aria-hidden="true">
        {line.variant.pictureUrl && (
          <img className="picture" src={line.variant.pictureUrl} alt="" width={144} height={108} loading="lazy" />
        )}
      </Link>
      <div className={styles.what}>
        <h3>
          <Link to={href}>{line.variant.title}</Link>
        </h3>
        {line.variant.optionsText && <p className={styles.soft}>{line.variant.optionsText}</p>}
        <WhenAndStock {...props} />
        <WayChoice {...props} title={title} />
      </div>
      <div className={styles.cost}>
        <LinePrice line={line} />
        <div className={styles.amount}>
          <Quantity line={line} version={cart.version} title={title} />
          <Form method="post" preventScrollReset>
            <input type="hidden" name="lineId" value={line.id} />
            <input type="hidden" name="version" value={cart.version} />
            <button
              type="submit"
              name="intent"
              value="remove"
              className={styles.textButton}
              aria-label={say('removeOf', { title })}
            >
              {say('remove')}
            </button>
          </Form>
        </div>
      </div>
    </li>
  );
}

function LinePrice({ line }: { line: CartLine }) {
  const language = useLanguage();
  const say = useWords(words);
  const { price } = line;
  if (!price) return <p className={styles.fault}>{say('notSold')}</p>;
  // The legal line belongs to an announced reduction; where a quote or an agreed price is lower still, it stands by it.
  const { reduction } = price;
  return (
    <div className={styles.price}>
      <p>
        {reduction && <span className="visually-hidden">{say('now')} </span>}
        <strong>{formatMoney(price.gross, language)}</strong>
        {reduction && reduction.percentOff > 0 && <span className={styles.off}>−{reduction.percentOff} %</span>}
      </p>
      {line.quantity > 1 && (
        <p className={styles.soft}>{say('each', { price: formatMoney(price.payable, language) })}</p>
      )}
      {reduction && (
        <p className={styles.lowest}>
          {say('lowest')} {formatMoney(reduction.lowest30Days, language)}
        </p>
      )}
      {price.byHand && <p className={styles.soft}>{say('byHand')}</p>}
    </div>
  );
}

function WhenAndStock({ line, cart, stores, zone }: Props) {
  const language = useLanguage();
  const say = useWords(words);
  const now = useNow(cart.asOf);
  const storeZone = stores.find((store) => store.id === line.way.locationId)?.zone ?? zone;
  if (!line.price) return null;
  if (line.hold) {
    const left = timeLeft(line.hold.until, now, language);
    const when = formatDayAndTime(line.hold.until, language, storeZone);
    return (
      <p className={styles.hold}>
        {say(line.hold.stage === 'ready' ? 'heldReady' : 'heldUntil', { when })}
        {left && <span className={styles.soft}> · {say('timeLeft', { time: left })}</span>}
      </p>
    );
  }
  const short = !line.stock.isEnough;
  return (
    <p className={short ? styles.fault : styles.when}>
      {line.way.method !== 'delivery' && !short && line.readyAt && (
        <>
          {say('ready', { when: formatDayAndTime(line.readyAt, language, storeZone) })}
          <span className={styles.soft}> · </span>
        </>
      )}
      <span className={short ? undefined : styles.soft}>{stock()}</span>
    </p>
  );

  function stock(): string {
    const { word, available, isEnough } = line.stock;
    if (!isEnough) return available > 0 ? say('stockShort', { n: available }) : say('stockNone');
    if (word === 'few_left' && available > 0) {
      return line.way.locationName
        ? say('stockFewStore', { n: available, store: line.way.locationName })
        : say('stockFew', { n: available });
    }
    return say('stockNow', { time: formatTime(cart.asOf, language, storeZone) });
  }
}

/** − number + . The buttons and Enter work without JavaScript; with it the typed number counts when it is left. */
function Quantity({ line, version, title }: { line: CartLine; version: number; title: string }) {
  const say = useWords(words);
  const submit = useSubmit();
  return (
    <Form method="post" className={styles.quantity} preventScrollReset>
      <input type="hidden" name="intent" value="quantity" />
      <input type="hidden" name="lineId" value={line.id} />
      <input type="hidden" name="version" value={version} />
      {/* Enter presses the first button of a form: it must be the one that takes the typed number. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        {say('update')}
      </button>
      <button type="submit" name="quantity" value={line.quantity - 1} aria-label={say('fewer', { title })}>
        −
      </button>
      <input
        key={line.quantity}
        name="typed"
        inputMode="numeric"
        pattern="[0-9]{1,3}"
        maxLength={3}
        defaultValue={line.quantity}
        aria-label={say('quantity', { title })}
        autoComplete="off"
        onBlur={(event) => {
          if (event.currentTarget.value !== String(line.quantity) && event.currentTarget.form)
            void submit(event.currentTarget.form, { preventScrollReset: true });
        }}
      />
      <button type="submit" name="quantity" value={line.quantity + 1} aria-label={say('more', { title })}>
        +
      </button>
    </Form>
  );
}

function WayChoice({ line, cart, variant, stores, zone, title }: Props & { title: string }) {
  const language = useLanguage();
  const say = useWords(words);
  const submit = useSubmit();
  const current = writeWay(line.way);
  const options = optionsOf();
  if (!line.price || options.length < 2) return null;
  return (
    <Form method="post" className={styles.way} preventScrollReset>
      <input type="hidden" name="intent" value="way" />
      <input type="hidden" name="lineId" value={line.id} />
      <input type="hidden" name="version" value={cart.version} />
      <label>
        <span className="visually-hidden">{say('way', { title })}</span>
        <select
          key={current}
          name="way"
          className="field"
          defaultValue={current}
          onChange={(event) => void submit(event.currentTarget.form, { preventScrollReset: true })}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
      <noscript>
        <button type="submit" className="button quiet small">
          {say('update')}
        </button>
      </noscript>
      {line.hold && <span className={styles.soft}>{say('wayHint')}</span>}
    </Form>
  );

  function optionsOf(): { value: string; label: string }[] {
    const found: { value: string; label: string }[] = [];
    const delivery = variant?.ways.delivery;
    if (delivery) {
      const from = formatDay(delivery.earliest, language, zone);
      const to = formatDay(delivery.latest, language, zone);
      found.push({ value: 'delivery', label: say('wayDelivery', { from, to }) });
    }
    for (const place of variant?.ways.places ?? []) {
      const store = stores.find((candidate) => candidate.id === place.locationId);
      if (!place.readyAt || place.available < line.quantity || !store?.capabilities.includes('pickup')) continue;
      const when = formatDayAndTime(place.readyAt, language, store.zone);
      found.push({ value: `pickup:${place.locationId}`, label: say('wayStore', { store: place.name, when }) });
    }
    if (!found.some((option) => option.value === current)) {
      const label =
        line.way.method === 'delivery'
          ? say('wayDeliveryPlain')
          : say('wayStorePlain', { store: line.way.locationName ?? '' });
      found.unshift({ value: current, label });
    }
    return found;
  }
}
