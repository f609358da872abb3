import { IconAlertTriangle, IconBookmark, IconCheck, IconChecks, IconPhone, IconPhoneOff } from '@tabler/icons-react';
import { ChannelIcon, channelWords } from '@throughline/ui/channels';
import { formatDayAndTime, formatMoney, formatTime, type Money } from '@throughline/ui/format';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useMe } from '../../shell/me.ts';
import { initialsOf } from '../inbox/InboxRow.tsx';
import { nameOf } from '../nameOf.ts';
import { type Message, type ThreadPage, useColleagues, useLocations, useVariantStock } from '../queries.ts';
import { tell } from '../signals.ts';
import { deskWords } from '../words.ts';
import classes from './thread.module.css';
import { threadWords } from './words.ts';

/** One entry of a conversation: words, a note, a call, a card, or what the system did. */
export function MessageView(props: { message: Message; page: ThreadPage; follows: boolean; zone: string }) {
  const { message } = props;
  if (message.kind === 'call') return <CallView {...props} />;
  if (message.direction === 'system') return <SystemView {...props} />;
  if (message.internal) return <NoteView {...props} />;
  return <WordsView {...props} />;
}

function WordsView({
  message,
  page,
  follows,
  zone,
}: {
  message: Message;
  page: ThreadPage;
  follows: boolean;
  zone: string;
}) {
  const t = useWords(deskWords);
  const channel = useWords(channelWords);
  const language = useLanguage();
  const me = useMe();
  const isOurs = message.direction === 'out';
  const author = isOurs
    ? message.author.id === me.id
      ? t('you')
      : (message.author.name ?? t('colleague'))
    : nameOf(page.customer.displayName, page.claimed.name, t('someone'));
  const seenGoods = contextVariant(message);
  return (
    <article className={classes.message} data-side={isOurs ? 'us' : 'them'}>
      {!follows && (
        <header>
          <span className={classes.avatar} aria-hidden="true">
            {initialsOf(author)}
          </span>
          <strong>{author}</strong>
          <ChannelIcon channel={message.channel} size={14} />
          <span className={classes.hidden}>{channel(message.channel as 'chat')}</span>
          <time dateTime={message.sentAt}>{formatTime(message.sentAt, language, zone)}</time>
        </header>
      )}
      {seenGoods && <Seen variantId={seenGoods} />}
      {message.text && <p className={classes.bubble}>{message.text}</p>}
      {message.kind === 'product' && <ProductView variantId={textOf(message.data.variantId)} />}
      {isOurs && <DeliveryView message={message} />}
    </article>
  );
}

function NoteView({ message, zone }: { message: Message; zone: string }) {
  const t = useWords(deskWords);
  const w = useWords(threadWords);
  const language = useLanguage();
  const { data: colleagues } = useColleagues();
  const handedTo = textOf(message.data.handedTo);
  const name = message.author.name ?? t('colleague');
  const other = handedTo && (colleagues?.find((one) => one.id === handedTo)?.name ?? t('colleague'));
  return (
    <article className={classes.note}>
      <header>
        <strong>{other ? w('notedFor', { name, other }) : w('noteBy', { name })}</strong>
        <time dateTime={message.sentAt}>{formatTime(message.sentAt, language, zone)}</time>
      </header>
      {message.text && <p>{message.text}</p>}
    </article>
  );
}

function CallView({ message, zone }: { message: Message; zone: string }) {
  const w = useWords(threadWords);
  const t = useWords(deskWords);
  const language = useLanguage();
  const isMissed = message.data.missed === true;
  const seconds = typeof message.data.durationSeconds === 'number' ? message.data.durationSeconds : undefined;
  const Shape = isMissed ? IconPhoneOff : IconPhone;
  return (
    <article className={classes.note} data-kind="call">
      <header>
        <Shape size={15} stroke={1.75} aria-hidden="true" />
        <strong>{w(isMissed ? 'callMissed' : message.direction === 'in' ? 'callIn' : 'callOut')}</strong>
        <span>
          {[
            message.author.name ?? t('colleague'),
            seconds ? w('minutes', { n: Math.max(1, Math.round(seconds / 60)) }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <time dateTime={message.sentAt}>{formatTime(message.sentAt, language, zone)}</time>
      </header>
      {message.text && <p>{message.text}</p>}
    </article>
  );
}

const happenings = {
  held: 'held',
  moved: 'moved',
  ready: 'ready',
  released: 'released',
  expired: 'expired',
  not_found: 'notFound',
  at_risk: 'atRisk',
  safe: 'safe',
} as const;

const orderHappenings = {
  order_short: 'orderShort',
  order_to_pay: 'orderToPay',
  order_cancelled: 'orderCancelled',
  order_moved: 'orderMoved',
  order_kept_longer: 'orderKept',
  order_collector: 'orderCollector',
} as const;

function SystemView({ message, zone }: { message: Message; zone: string }) {
  const w = useWords(threadWords);
  const language = useLanguage();
  const { data: locations } = useLocations();
  const { data, kind } = message;
  const happened = happenings[textOf(data.happened) as keyof typeof happenings] as
    | (typeof happenings)[keyof typeof happenings]
    | undefined;
  const at = formatTime(message.sentAt, language, zone);
  const ofOrder = orderHappenings[textOf(data.happened) as keyof typeof orderHappenings] as
    | (typeof orderHappenings)[keyof typeof orderHappenings]
    | undefined;
  if (ofOrder) {
    return (
      <p className={classes.system}>
        {w(ofOrder, { number: textOf(data.number) ?? '' })} · <time dateTime={message.sentAt}>{at}</time>
      </p>
    );
  }
  if (kind !== 'hold' || !happened) {
    return (
      <p className={classes.system}>
        {w('onlyLine')} · <time dateTime={message.sentAt}>{at}</time>
      </p>
    );
  }
  const lines = Array.isArray(data.lines) ? (data.lines as { variantId?: string; quantity?: number }[]) : [];
  const until = textOf(data.until);
  const storeZone = locations?.get(textOf(data.locationId) ?? '')?.zone ?? zone;
  const code = textOf(data.code);
  const isLive = happened === 'held' || happened === 'moved' || happened === 'ready' || happened === 'safe';
  return (
    <article
      className={classes.holdCard}
      data-live={isLive || undefined}
      data-bad={happened === 'notFound' || happened === 'atRisk' || undefined}
    >
      <header>
        <IconBookmark size={16} stroke={1.75} aria-hidden="true" />
        <strong>
          {happened === 'held' || happened === 'moved'
            ? w(happened, { until: until ? formatDayAndTime(until, language, storeZone) : '' })
            : w(happened)}
        </strong>
        <time dateTime={message.sentAt}>{at}</time>
      </header>
      {lines.map((line) =>
        line.variantId ? (
          <GoodsLine
            key={line.variantId}
            variantId={line.variantId}
            quantity={line.quantity ?? 1}
            unit={data.unit as Money | undefined}
          />
        ) : null,
      )}
      <p>
        {textOf(data.locationName)}
        {code && isLive && (
          <>
            {' · '}
            <b className={classes.code}>{code}</b>
          </>
        )}
      </p>
    </article>
  );
}

function GoodsLine({ variantId, quantity, unit }: { variantId: string; quantity: number; unit: Money | undefined }) {
  const language = useLanguage();
  const { data } = useVariantStock(variantId, '');
  return (
    <p className={classes.goods}>
      <span>
        {quantity > 1 ? `${quantity} × ` : ''}
        {data ? [data.variant.title, data.variant.optionsText].filter(Boolean).join(', ') : ' '}
      </span>
      {unit && <span>{formatMoney(unit, language)}</span>}
    </p>
  );
}

function ProductView({ variantId }: { variantId: string | undefined }) {
  const language = useLanguage();
  const w = useWords(threadWords);
  const { data } = useVariantStock(variantId, '');
  return (
    <button
      type="button"
      className={classes.product}
      onClick={() => variantId && tell('stock', { variantId })}
      aria-label={data ? `${data.variant.title}, ${data.variant.optionsText}: ${w('showStock')}` : w('showStock')}
    >
      {data?.variant.pictureUrl ? <img src={data.variant.pictureUrl} alt="" width={56} height={56} /> : <span />}
      <span>
        <b>{data?.variant.title ?? ' '}</b>
        <span>{data?.variant.optionsText ?? ' '}</span>
        <span>{data?.price ? formatMoney(data.price.unit, language) : ' '}</span>
      </span>
    </button>
  );
}

/** What the customer had before them when they asked. */
function Seen({ variantId }: { variantId: string }) {
  const w = useWords(threadWords);
  const { data } = useVariantStock(variantId, '');
  if (!data) return null;
  return (
    <button type="button" className={classes.seen} onClick={() => tell('stock', { variantId })}>
      <span>{w('lookedAt')}</span> {data.variant.title}
      {data.variant.optionsText ? `, ${data.variant.optionsText}` : ''}
    </button>
  );
}

function DeliveryView({ message }: { message: Message }) {
  const w = useWords(threadWords);
  if (message.delivery === null) return null;
  if (message.delivery === 'failed') {
    return (
      <p className={classes.failed}>
        <IconAlertTriangle size={14} stroke={1.75} aria-hidden="true" />
        {message.deliveryReason ? w('failedWhy', { reason: message.deliveryReason }) : w('failedDelivery')}
        {message.text && (
          <button type="button" onClick={() => tell('compose', { text: message.text ?? '', mode: 'reply' })}>
            {w('sendAgain')}
          </button>
        )}
      </p>
    );
  }
  const Shape = message.delivery === 'read' || message.delivery === 'delivered' ? IconChecks : IconCheck;
  return (
    <p className={classes.delivery} data-read={message.delivery === 'read' || undefined}>
      <Shape size={14} stroke={1.75} aria-hidden="true" />
      {w(message.delivery)}
    </p>
  );
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The goods the customer was looking at when writing this. */
export function contextVariant(message: Message): string | undefined {
  const { context } = message.data;
  return typeof context === 'object' && context !== null && 'variantId' in context
    ? textOf(context.variantId)
    : undefined;
}
