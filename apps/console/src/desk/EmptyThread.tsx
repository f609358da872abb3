import { useWords } from '../shared/language.tsx';
import classes from './desk.module.css';
import { deskWords } from './words.ts';

export function EmptyThread() {
  const t = useWords(deskWords);
  return (
    <div className={classes.empty}>
      <h2>{t('choose')}</h2>
      <p>{t('chooseHint')}</p>
    </div>
  );
}
