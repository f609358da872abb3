import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import { useWords } from '../../shared/language.tsx';
import { frameWords } from '../frame/words.ts';
import { useShownAnswer } from './ScanContext.tsx';
import classes from './scan.module.css';

const icons = { good: IconCheck, unknown: IconQuestionMark, wrong: IconX } as const;

/** The answer to a scan: full width, a colour, a shape and a word, besides the sound. */
export function ShownAnswer() {
  const t = useWords(frameWords);
  const shown = useShownAnswer();
  const Shape = shown && icons[shown.tone];
  return (
    <div aria-live="assertive" className={classes.live}>
      {shown && Shape && (
        <div key={shown.id} className={classes.answer} data-tone={shown.tone}>
          <Shape size={40} stroke={2.4} aria-hidden="true" />
          <div>
            <strong>{shown.word}</strong>
            {shown.detail && <span>{shown.detail}</span>}
            {shown.waiting > 0 && <span>{t('waiting', { n: shown.waiting })}</span>}
          </div>
        </div>
      )}
    </div>
  );
}
