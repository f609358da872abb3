import { useLanguage, useWords } from '../../shared/language.tsx';
import type { WorkView } from '../today/queries.ts';
import { useNow } from '../today/useNow.ts';
import { whenText } from '../today/WorkCard.tsx';
import { workWords } from './words.ts';
import classes from './work.module.css';

const named = ['to_pick', 'picking', 'ready', 'not_found', 'handed_over', 'cancelled', 'shipped'] as const;

/** Every step with who, when and why. */
export function Trail({ work }: { work: WorkView }) {
  const t = useWords(workWords);
  const language = useLanguage();
  const now = useNow();
  return (
    <section className={classes.trail}>
      <h2>{t('trail')}</h2>
      <ol>
        {work.steps.map((step, place) => {
          const to = named.find((one) => one === step.to);
          return (
            <li key={`${step.at} ${step.to}`}>
              <time dateTime={step.at}>{whenText(step.at, now, language, work.zone)}</time>
              <span>
                <strong>
                  {place === 0 && step.from === null ? t('steps_created') : to ? t(`steps_${to}`) : step.to}
                </strong>
                {' · '}
                {step.by ?? t('system')}
                {step.place && ` · ${step.place}`}
                {step.reason && ` · ${step.reason}`}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
