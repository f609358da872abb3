import { useLanguage, useWords } from '../../shared/language.tsx';
import { useMe } from '../../shell/me.ts';
import { useHere } from '../frame/useStore.ts';
import type { WorkView } from '../today/queries.ts';
import { useNow } from '../today/useNow.ts';
import { whenText } from '../today/WorkCard.tsx';
import { workWords } from './words.ts';

export type SentenceTone = 'velvet' | 'brass' | 'brick' | 'sky' | 'plain';

/** How far it is, in one sentence. */
export function useSentence(work: WorkView): { sentence: string; tone: SentenceTone; isMine: boolean } {
  const t = useWords(workWords);
  const language = useLanguage();
  const now = useNow();
  const me = useMe();
  const here = useHere();
  const { row, desk, zone, steps } = work;
  const when = (at: string) => whenText(at, now, language, zone);
  const partly = desk.verdict === 'partly_ready' && row.missing > 0;
  const say = (sentence: string, tone: SentenceTone, isMine = false) => ({ sentence, tone, isMine });
  if (desk.verdict === 'expired' && row.state !== 'handed_over')
    return say(t('sayExpired', { time: row.keepUntil ? when(row.keepUntil) : '' }), 'brick');
  if (row.sentTo?.id === here.id && !row.isArriving) return say(t('sayComes', { store: row.sentFrom ?? '' }), 'sky');
  if (row.sentTo?.id === here.id) return say(t('sayOnWay', { store: row.sentFrom ?? '' }), 'brass');
  if (row.sentTo && row.state === 'ready') return say(t('saySendTo', { store: row.sentTo.name }), 'brass');
  if (row.sentTo && row.state === 'shipped') return say(t('sayShippedTo', { store: row.sentTo.name }), 'plain');
  switch (row.state) {
    case 'to_pick':
      return say(row.promisedAt ? t('sayAsideBy', { time: when(row.promisedAt) }) : t('sayAside'), 'brass');
    case 'picking': {
      if (row.pickedBy?.id === me.id) return say(t('sayMine'), 'sky', true);
      const since = steps.findLast((step) => step.to === 'picking')?.at ?? row.updatedAt;
      return say(t('sayTheirs', { name: row.pickedBy?.name ?? '', time: when(since) }), 'brass');
    }
    case 'ready':
      if (partly) return say(t('sayPartly', { n: row.missing, place: row.place ?? '' }), 'brass');
      return say(
        row.keepUntil
          ? t('sayReady', { place: row.place ?? '', time: when(row.keepUntil) })
          : t('sayReadyPlain', { place: row.place ?? '' }),
        'velvet',
      );
    case 'not_found':
      return say(t('sayMissing', { reason: row.reason ?? '' }), 'brick');
    case 'handed_over': {
      const who = desk.handedOver?.collectedBy ? ` ${t('collectedBy', { name: desk.handedOver.collectedBy })}` : '';
      const said = row.doneAt
        ? t('sayDone', { time: when(row.doneAt), name: row.doneBy?.name ?? '' })
        : t('sayDonePlain');
      return say(said + who, 'plain');
    }
    case 'shipped':
      return say(
        row.trackingNumber
          ? t('shippedWith', { parcel: [row.carrier, row.trackingNumber].filter(Boolean).join(' ') })
          : t('shipped'),
        'plain',
      );
    default:
      return say(t('sayCancelled'), 'brick');
  }
}
