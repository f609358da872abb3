import { formatMoney, formatTime } from '@throughline/ui/format';
import type { Language, Translator } from '@throughline/ui/words';
import type { Anchor } from './ChatPanel.tsx';
import styles from './chat.module.css';
import type { Goods } from './createChat.ts';
import { findLinks } from './findLinks.ts';
import { HoldCard } from './HoldCard.tsx';
import type { ChatMessage } from './mergeChat.ts';
import type { words } from './words.ts';

export interface ItemProps {
  message: ChatMessage;
  goods: ReadonlyMap<string, Goods>;
  language: Language;
  zone: string;
  say: Translator<(typeof words)['en']>;
  Link: Anchor;
  /** Said above the first of several by the same person. */
  name: string | undefined;
}

/** One message: words as they were typed, goods and holds as cards, what the system did as a line. */
export function MessageItem(props: ItemProps) {
  const { message, goods, language, zone, say, Link, name } = props;
  const { kind, data, direction } = message;
  const happened = typeof data.happened === 'string' ? data.happened : '';
  if (kind === 'hold') return <HoldCard {...props} />;
  if (kind === 'cart') {
    return (
      <li className={styles.line}>
        {say('cartLine')} <Link href={`/${language}/cart`}>{say('toCart')}</Link>
      </li>
    );
  }
  if (happened === 'order_short' && typeof data.path === 'string') {
    return (
      <li className={styles.line}>
        {say('orderShort', { number: String(data.number ?? '') })} <Link href={data.path}>{say('orderChoose')}</Link>
      </li>
    );
  }
  if (happened === 'order_to_pay' && typeof data.path === 'string') {
    return (
      <li className={styles.line}>
        {say('orderToPay', { number: String(data.number ?? '') })} <Link href={data.path}>{say('orderPay')}</Link>
      </li>
    );
  }
  if (direction === 'system') return happened || message.text ? <li className={styles.line}>{message.text}</li> : null;
  const variant = typeof data.variantId === 'string' ? goods.get(data.variantId) : undefined;
  return (
    <li className={styles.message} data-mine={direction === 'in' || undefined}>
      {name && <span className={styles.name}>{name}</span>}
      {message.text && (
        <p className={styles.bubble}>
          {findLinks(message.text, location.origin).map((piece, index) =>
            'href' in piece ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change places.
              <Link key={index} href={piece.href.slice(location.origin.length) || '/'}>
                {piece.href}
              </Link>
            ) : (
              piece.text
            ),
          )}
        </p>
      )}
      {kind === 'product' && variant && (
        <Link
          href={`/${language}/p/${encodeURIComponent(variant.slug)}?variant=${encodeURIComponent(variant.sku)}`}
          className={styles.card}
        >
          {variant.pictureUrl && <img src={variant.pictureUrl} alt="" width={72} height={54} />}
          <span>
            <strong>{variant.title}</strong>
            <small>{variant.optionsText}</small>
            {variant.price && <small>{formatMoney(variant.price.unit, language)}</small>}
          </span>
        </Link>
      )}
      <span className={styles.meta}>
        <time dateTime={message.sentAt}>{formatTime(message.sentAt, language, zone)}</time>
        {direction === 'in' && ` · ${say('sent')}`}
      </span>
    </li>
  );
}
