import { IconBookmark, IconPackage, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { ChannelIcon, channelWords } from '@throughline/ui/channels';
import { useEffect, useRef } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useMe } from '../../shell/me.ts';
import { formatSpan } from '../formatWait.ts';
import { isOnlySaid, nameOf } from '../nameOf.ts';
import { mergePresent, usePresent } from '../presence.ts';
import type { InboxLine } from '../queries.ts';
import type { DeskPlace } from '../useDeskPlace.ts';
import { useRoughNow } from '../useNow.ts';
import { deskWords } from '../words.ts';
import classes from './inbox.module.css';

/** Last numbers seen, so that only what came while one was looking is marked. */
const seen = new Map<string, number>();

/** A conversation in the list: who, what was said last, how long they wait, whose it is, who is in it. */
export function InboxRow(props: {
  line: InboxLine;
  link: ReturnType<DeskPlace['linkTo']>;
  isOpen: boolean;
  isCursor: boolean;
  onOpen: () => void;
}) {
  const { line, link, isOpen, isCursor, onOpen } = props;
  const t = useWords(deskWords);
  const channel = useWords(channelWords);
  const language = useLanguage();
  const me = useMe();
  const now = useRoughNow();
  const here = usePresent(line.id, me.id).filter((one) => one.who === 'staff');
  const { here: read, id } = line;
  useEffect(() => {
    const until = new Date(Date.now() + 45_000).toISOString();
    mergePresent(
      id,
      read
        .filter((one) => one.staffId !== me.id)
        .map((one) => ({
          who: 'staff' as const,
          personId: one.staffId,
          name: one.name,
          doing: one.doing === 'writing' || one.doing === 'noting' ? one.doing : 'looking',
          until,
        })),
    );
  }, [id, read, me.id]);
  const isNew = useIsNew(line);
  const words = line.lastWords;
  const via = words?.channel ?? 'phone';
  const name = nameOf(line.customerName, line.claimedName, t('someone'));
  const waitMs = line.unansweredSince ? now.getTime() - new Date(line.unansweredSince).getTime() : undefined;
  const writer = here.find((one) => one.doing !== 'looking') ?? here[0];
  return (
    <Link
      {...link}
      className={classes.row}
      data-open={isOpen || undefined}
      data-new={isNew || undefined}
      data-waiting={waitMs !== undefined || undefined}
      aria-current={isOpen ? 'true' : undefined}
      tabIndex={isCursor ? 0 : -1}
      data-focus-first={isCursor || undefined}
      onClick={onOpen}
    >
      <span className={classes.line1}>
        <span className={classes.name}>
          {name}
          {isOnlySaid(line.customerName, line.claimedName) ? <em> ?</em> : null}
        </span>
        {waitMs !== undefined ? (
          <span className={classes.wait}>
            <span className={classes.hidden}>{t('waitsLabel', { time: formatSpan(waitMs, language) })}</span>
            <span aria-hidden="true">{formatSpan(waitMs, language)}</span>
          </span>
        ) : (
          <span className={classes.time}>
            {formatSpan(now.getTime() - new Date(line.lastMessageAt).getTime(), language)}
          </span>
        )}
      </span>
      <span className={classes.line2}>
        <ChannelIcon channel={via} size={15} />
        <span className={classes.hidden}>{channel(via)}: </span>
        <span className={classes.words}>
          {words?.direction === 'out' && <span className={classes.out}>↩ </span>}
          {words?.text ?? (words?.kind === 'product' ? t('lineProduct') : t('lineCall'))}
        </span>
      </span>
      <span className={classes.line3}>
        <span className={classes.owner}>
          {line.assigneeId === null ? t('unassigned') : line.assigneeId === me.id ? t('you') : line.assigneeName}
        </span>
        {line.liveHolds > 0 && (
          <span className={classes.flag} data-kind="hold" title={t('holds', { n: line.liveHolds })}>
            <IconBookmark size={14} stroke={1.8} aria-hidden="true" />
            {line.liveHolds}
            <span className={classes.hidden}>{t('holds', { n: line.liveHolds })}</span>
          </span>
        )}
        {line.openOrders > 0 && (
          <span className={classes.flag} title={t('orders', { n: line.openOrders })}>
            <IconPackage size={14} stroke={1.8} aria-hidden="true" />
            {line.openOrders}
            <span className={classes.hidden}>{t('orders', { n: line.openOrders })}</span>
          </span>
        )}
        {writer && (
          <span className={classes.here}>
            {writer.doing !== 'looking' && <IconPencil size={13} stroke={1.8} aria-hidden="true" />}
            <span aria-hidden="true">{initialsOf(writer.name ?? '?')}</span>
            <span className={classes.hidden}>
              {t(writer.doing === 'looking' ? 'hereLooking' : 'hereWriting', { name: writer.name ?? t('colleague') })}
            </span>
          </span>
        )}
      </span>
    </Link>
  );
}

/** True for a moment after the customer wrote something this list had not shown. */
function useIsNew(line: InboxLine): boolean {
  const isNew = useRef(false);
  const before = seen.get(line.id);
  if (before !== line.lastSeq) {
    isNew.current = listHasBeenSeen && line.unansweredSince !== null && (before ?? 0) < line.lastSeq;
    seen.set(line.id, line.lastSeq);
  }
  return isNew.current;
}

// The first list of a session is not news.
let listHasBeenSeen = false;
setTimeout(() => {
  listHasBeenSeen = true;
}, 3_000);

export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part[0] ?? '')
    .join('')
    .toUpperCase();
