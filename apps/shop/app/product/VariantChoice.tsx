import { formatDay } from '@throughline/ui/format';
import { Link, useSearchParams } from 'react-router';
import { useLanguage, useWords } from '../shared/language.ts';
import type { Choice, OptionChoices } from './shapeProduct.ts';
import styles from './VariantChoice.module.css';
import { words } from './words.ts';

/** Each choice is an address of its own. What cannot be had now can be chosen all the same, and says why. */
export function VariantChoice({ options, zone }: { options: OptionChoices[]; zone: string }) {
  const language = useLanguage();
  const say = useWords(words);
  const [search] = useSearchParams();
  const hrefOf = (sku: string) => {
    const next = new URLSearchParams(search);
    next.set('variant', sku);
    next.delete('instead');
    return `?${next}`;
  };
  const reasonOf = (choice: Choice): string | undefined => {
    if (choice.standing === 'delivered') return undefined;
    if (choice.standing === 'stores') return say('elsewhereOnly');
    return choice.arrivesAt ? say('expectedOn', { day: formatDay(choice.arrivesAt, language, zone) }) : say('notNow');
  };
  return options.map((option) => (
    <nav key={option.code} aria-label={option.label} className={styles.option}>
      <p className={styles.label}>
        {option.label}: <strong>{option.value}</strong>
      </p>
      <ul className={`plain-list ${styles.choices}`}>
        {option.choices.map((choice) => {
          const reason = reasonOf(choice);
          return (
            <li key={choice.code}>
              <Link
                to={hrefOf(choice.sku)}
                preventScrollReset
                aria-current={choice.selected ? 'true' : undefined}
                data-standing={choice.standing}
                title={reason ? `${choice.label}: ${reason}` : choice.label}
                className={choice.hex ? styles.swatch : styles.text}
              >
                {choice.hex ? (
                  <>
                    <span className={styles.colour} style={{ background: choice.hex }} />
                    <span className="visually-hidden">{choice.label}</span>
                  </>
                ) : (
                  choice.label
                )}
                {reason && <span className="visually-hidden">, {reason}</span>}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  ));
}
