import type { Answer } from '@throughline/client';
import { formatDay } from '@throughline/ui/format';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { State, type Tone } from '../../shared/page/index.ts';
import { officeReturnWords } from './words.ts';

export type ReturnRow = Answer<'/api/staff/returns/all', 'get'>['items'][number];

const tones: Record<ReturnRow['state'], Tone> = {
  announced: 'waiting',
  received: 'waiting',
  inspected: 'waiting',
  settled: 'good',
  refused: 'bad',
  cancelled: 'plain',
};

export function ReturnState({ state }: { state: ReturnRow['state'] }) {
  const t = useWords(officeReturnWords);
  return <State tone={tones[state]}>{t(`st_${state}`)}</State>;
}

const isOpen = (it: Pick<ReturnRow, 'state'>) => ['announced', 'received', 'inspected'].includes(it.state);

/** So long before the end a clock warns. */
const warnMs = 3 * 86_400_000;

/** By when money or an answer is owed; what is late says so in words. */
type Clocked = Pick<ReturnRow, 'state' | 'refundDueAt' | 'answerDueAt'> & { complaint: { answer: string } | null };

export function Clock({ it, zone, brief = false }: { it: Clocked; zone: string; brief?: boolean }) {
  const t = useWords(officeReturnWords);
  const language = useLanguage();
  if (!isOpen(it)) return null;
  const day = (at: string) => formatDay(new Date(Date.parse(at) - 1).toISOString(), language, zone);
  if (it.complaint?.answer === 'silence') return <State tone="bad">{t('silence')}</State>;
  const due = [it.refundDueAt, it.complaint ? null : it.answerDueAt].filter((at) => at !== null).sort()[0];
  if (!due) return null;
  const left = Date.parse(due) - Date.now();
  const late = left <= 0;
  return (
    <State tone={late ? 'bad' : left < warnMs ? 'waiting' : 'info'}>
      {due !== it.refundDueAt ? t('clockAnswer', { day: day(due) }) : t('clockMoney', { day: day(due) })}
      {late && ` · ${t('late')}`}
      {!brief && it.state === 'announced' && ` · ${t('waitsForGoods')}`}
    </State>
  );
}
