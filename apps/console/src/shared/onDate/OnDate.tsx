import { formatDay, formatDayAndTime } from '@throughline/ui/format';
import type { Language, Translator } from '@throughline/ui/words';
import { useLanguage, useWords } from '../language.tsx';
import classes from './onDate.module.css';
import { onDateWords } from './words.ts';

interface Answer {
  answer: string;
  why: string;
  at: string | null;
}

type Say = Translator<typeof onDateWords.en>;

/** Whether goods can be collected on the day that was asked for, in a few words. */
export function sayCollect(on: Answer, say: Say, language: Language, zone: string): string {
  const when = on.at ? formatDayAndTime(on.at, language, zone) : '';
  if (on.answer === 'yes') return say('collect', { when });
  if (on.answer === 'expected') return say('collectPerhaps', { when });
  if (on.why === 'closed') return say('closed');
  return when ? say('notYet', { when }) : say('none');
}

/** Whether they are delivered by that day. */
export function sayDelivered(on: Answer, say: Say, language: Language, zone: string): string {
  const day = on.at ? formatDay(on.at, language, zone) : '';
  if (on.answer === 'yes') return say('by', { day });
  if (on.answer === 'expected') return say('perhaps', { day });
  return day ? say('notBefore', { day }) : say('notDelivered');
}

/** "Will it be there on …": a day, or any. */
export function AskForDay({ day, onChange, asOf }: { day: string; onChange: (day: string) => void; asOf: string }) {
  const say = useWords(onDateWords);
  return (
    <label className={classes.ask}>
      <span>{say('ask')}</span>
      <input
        type="date"
        value={day}
        min={asOf.slice(0, 10)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {day && (
        <button type="button" onClick={() => onChange('')}>
          {say('clear')}
        </button>
      )}
    </label>
  );
}

/** What a place's goods were last seen, and the answer about the day, as facts of a line. */
export function useDayFacts(): (level: { seenAt: string | null; on: Answer | null }, zone: string) => string[] {
  const say = useWords(onDateWords);
  const language = useLanguage();
  return (level, zone) => [
    ...(level.on && level.on.why !== 'not_offered' ? [sayCollect(level.on, say, language, zone)] : []),
    ...(level.seenAt ? [say('seen', { when: formatDayAndTime(level.seenAt, language, zone) })] : []),
  ];
}
