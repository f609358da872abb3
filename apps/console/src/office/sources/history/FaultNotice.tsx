import { ProblemError } from '@throughline/client';
import { useWords } from '../../../shared/language.tsx';
import classes from './history.module.css';
import type { History } from './queries.ts';
import { historyWords } from './words.ts';

type Fault = NonNullable<History['fault']>;
/** The rules there are words for. */
const isRule = (rule: unknown): rule is Exclude<Fault['rule'], 'other'> => `f_${rule}` in historyWords.en;

/** The same fault as a look at the file was refused with; what is not about the file is told by its detail alone. */
export function faultOf(error: Error): Fault {
  const { rule, line } = error instanceof ProblemError ? error.problem : { rule: undefined, line: undefined };
  return {
    rule: isRule(rule) ? rule : 'other',
    line: typeof line === 'number' ? line : null,
    detail: error.message,
  };
}

/** What is wrong with a file and where, in the reader's language. */
export function FaultNotice({ fault }: { fault: Fault }) {
  const t = useWords(historyWords);
  return (
    <p className={classes.bad} role="alert">
      {fault.line !== null && `${t('lineHead')} ${fault.line}: `}
      {fault.rule === 'other' ? <span lang="en">{fault.detail}</span> : t(`f_${fault.rule}`)}
    </p>
  );
}
