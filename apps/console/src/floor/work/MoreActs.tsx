import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import type { Kept, NewDeed } from '../outbox/outbox.ts';
import { usePerform } from '../outbox/useOutbox.ts';
import { Button, Notice, Sheet } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import type { WorkView } from '../today/queries.ts';
import { useNow } from '../today/useNow.ts';
import { whenText } from '../today/WorkCard.tsx';
import { ParcelSheet } from './ParcelSheet.tsx';
import { KeepSheet, MoveSheet, WhoSheet } from './PickupSheets.tsx';
import { ReasonSheet } from './ReasonSheet.tsx';
import { ShortSheet } from './ShortSheet.tsx';
import { workWords } from './words.ts';
import classes from './work.module.css';

type Asked = 'menu' | 'notFound' | 'reverse' | 'release' | 'short' | 'move' | 'keep' | 'who' | 'label' | 'parcel';

/** What is done less often: not found, taken back, given free, printed, sent again. */
export function MoreActs({
  work,
  onHandOver,
  onPrint,
}: {
  work: WorkView;
  onHandOver(): void;
  onPrint(bags: number): void;
}) {
  const t = useWords(workWords);
  const language = useLanguage();
  const perform = usePerform();
  const now = useNow();
  const [open, setOpen] = useState<Asked>();
  const [told, setTold] = useState<{ text: string; tone: 'brick' | 'brass' | 'velvet' }>();
  const { row, desk } = work;
  const reservation = work.reservationId;
  const isOpen = ['to_pick', 'picking', 'ready'].includes(row.state);
  const ofOrder = row.orderId !== null && row.kind !== 'hold';
  const close = () => setOpen(undefined);

  const act = async (deed: Kept['deed'], url: string, body: NewDeed['body'], done?: string) => {
    close();
    const outcome = await perform({ deed, about: row.code, url, body });
    if (outcome.state === 'kept') setTold({ text: t('kept'), tone: 'brass' });
    else if (outcome.state === 'refused') setTold({ text: problemText(outcome.problem, language), tone: 'brick' });
    else setTold(done ? { text: done, tone: 'velvet' } : undefined);
  };
  const works = `/api/staff/fulfilments/${row.id}`;
  const pickup = `/api/staff/orders/${row.orderId}/pickups/${row.id}`;
  const print = (bags: number) => {
    close();
    onPrint(bags);
    // After the sheet has gone, so that the paper does not show it.
    setTimeout(() => window.print(), 50);
  };

  return (
    <div className={classes.more}>
      {told && (
        <Notice tone={told.tone} role="alert">
          <span>{told.text}</span>
        </Notice>
      )}
      <div className={classes.moreRow}>
        {row.state === 'to_pick' && row.kind !== 'ship' && desk.verdict !== 'expired' && (
          <Button onClick={onHandOver}>{t('customerHere')}</Button>
        )}
        {isOpen && row.state !== 'to_pick' && (
          <Button onClick={() => setOpen(ofOrder ? 'short' : 'notFound')}>{t(ofOrder ? 'lacking' : 'notFound')}</Button>
        )}
        <Button onClick={() => setOpen('menu')} aria-haspopup="dialog">
          <IconDots size={22} aria-hidden="true" />
          <span className={classes.moreWord}>{t('moreActs')}</span>
        </Button>
      </div>
      {open === 'menu' && (
        <Sheet title={row.code} onClose={close}>
          {row.state === 'picking' && row.kind !== 'ship' && (
            <Button
              onClick={() => {
                close();
                onHandOver();
              }}
            >
              {t('customerHere')}
            </Button>
          )}
          <Button onClick={() => setOpen('label')}>{t('label')}</Button>
          {(row.state === 'picking' ||
            row.state === 'ready' ||
            // A hand-over that made the contract or took money goes back as a return; the server says after how long.
            (row.state === 'handed_over' && row.kind === 'pickup')) && (
            <Button onClick={() => setOpen('reverse')}>{t('takeBack')}</Button>
          )}
          {isOpen && row.state === 'to_pick' && (
            <Button onClick={() => setOpen(ofOrder ? 'short' : 'notFound')}>
              {t(ofOrder ? 'lacking' : 'notFound')}
            </Button>
          )}
          {isOpen && row.kind === 'pickup' && ofOrder && (
            <>
              <Button onClick={() => setOpen('keep')}>{t('keepTo')}</Button>
              <Button onClick={() => setOpen('move')}>{t('move')}</Button>
              <Button onClick={() => setOpen('who')}>{t('who')}</Button>
            </>
          )}
          {row.kind === 'ship' && row.state === 'shipped' && !row.sentTo && (
            <Button onClick={() => setOpen('parcel')}>{t('parcelFix')}</Button>
          )}
          {work.notice && (
            <Button
              onClick={() => void act('resend', `/api/staff/mail/${work.notice?.mailId}/resend`, {}, t('resent'))}
            >
              {t('resend')} · {t('lastNotice', { time: whenText(work.notice.at, now, language, work.zone) })}
            </Button>
          )}
          {isOpen && row.kind === 'hold' && reservation && desk.verdict !== 'expired' && (
            <>
              <Button
                onClick={() =>
                  void act('extend', `/api/staff/holds/${reservation}/extend`, {
                    length: { days: daysLeft(row.keepUntil, now) + 1 },
                  })
                }
              >
                {t('extend')}
              </Button>
              <Button kind="danger" onClick={() => setOpen('release')}>
                {t('release')}
              </Button>
            </>
          )}
        </Sheet>
      )}
      {open === 'label' && (
        <Sheet title={t('bags')} onClose={close}>
          {[1, 2, 3, 4].map((bags) => (
            <Button key={bags} wide onClick={() => print(bags)}>
              {t('print')}: {bags}
            </Button>
          ))}
        </Sheet>
      )}
      {open === 'short' && (
        <ShortSheet work={work} onClose={close} onConfirm={(body) => void act('short', `${works}/short`, body)} />
      )}
      {open === 'move' && (
        <MoveSheet
          here={work.desk.location?.id}
          onClose={close}
          onConfirm={(locationId) => void act('move', `${pickup}/move`, { locationId }, t('moveDone'))}
        />
      )}
      {open === 'keep' && (
        <KeepSheet
          orderId={row.orderId ?? ''}
          workId={row.id}
          keepUntil={row.keepUntil}
          zone={work.zone}
          onClose={close}
          onConfirm={(days) => void act('keep', `${pickup}/keep`, { days }, t('keptNow'))}
        />
      )}
      {open === 'parcel' && (
        <ParcelSheet
          row={row}
          isSent
          onClose={close}
          onConfirm={(parcel, tellCustomer) =>
            void act('parcel', `${works}/parcel`, { ...parcel, tellCustomer }, t('parcelSaved'))
          }
        />
      )}
      {open === 'who' && (
        <WhoSheet
          name={row.collector}
          onClose={close}
          onConfirm={(collector) => void act('keep', `${pickup}/collector`, { collector }, t('whoDone'))}
        />
      )}
      {open === 'notFound' && (
        <ReasonSheet
          title={t('notFoundTitle')}
          text={t('notFoundText')}
          reasons={[t('reasonA'), t('reasonB'), t('reasonC')]}
          confirm={t('notFound')}
          onClose={close}
          onConfirm={(reason) => void act('notFound', `${works}/not-found`, { reason })}
        />
      )}
      {open === 'reverse' && (
        <ReasonSheet
          title={t('reverseTitle')}
          text={t('reverseText')}
          reasons={[t('reverseA'), t('reverseB'), t('reverseC')]}
          confirm={t('takeBack')}
          onClose={close}
          onConfirm={(reason) => void act('reverse', `${works}/reverse`, { reason, version: row.version })}
        />
      )}
      {open === 'release' && reservation && (
        <ReasonSheet
          title={t('releaseTitle')}
          text={t('releaseText')}
          reasons={[t('releaseA'), t('releaseB')]}
          confirm={t('release')}
          onClose={close}
          onConfirm={(reason) => void act('release', `/api/staff/holds/${reservation}/release`, { reason })}
        />
      )}
    </div>
  );
}

/** Calendar days it is still kept; the server counts opening days and has the last word. */
const daysLeft = (keepUntil: string | null, now: Date): number =>
  keepUntil ? Math.max(0, Math.ceil((new Date(keepUntil).getTime() - now.getTime()) / 86_400_000) - 1) : 0;
