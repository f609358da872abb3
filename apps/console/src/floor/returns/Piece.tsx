import { IconMinus, IconPlus } from '@tabler/icons-react';
import { formatMoney } from '@throughline/ui/format';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { Button, IconButton, Picture, Tag } from '../parts/index.tsx';
import { DeductionFields } from './DeductionFields.tsx';
import { lastDay } from './dayOf.ts';
import { type Choice, conditions, type Deduction, outcomeFor, outcomes, reasons, worthOf } from './pieces.ts';
import type { SaleLine } from './queries.ts';
import classes from './returns.module.css';
import { Select } from './Select.tsx';
import { returnWords } from './words.ts';

/** One bought line: what it is, how long ago, how much of it is left; once tapped, what comes back of it and why. */
export function Piece({
  line,
  choice,
  currency,
  zone,
  limit,
  onChange,
}: {
  line: SaleLine;
  choice: Choice | undefined;
  currency: string;
  zone: string;
  /** Percent that may be taken off worn goods. */
  limit: number;
  onChange(choice: Choice | undefined): void;
}) {
  const t = useWords(returnWords);
  const language = useLanguage();
  const rules = line.rules.filter((rule) => rule.applies);
  const set = (change: Partial<Omit<Choice, 'deduction'>> & { deduction?: Deduction | undefined }) => {
    if (!choice) return;
    const { deduction, ...rest } = { ...choice, ...change };
    onChange({ ...rest, ...(deduction ? { deduction } : {}) });
  };
  const [unit] = line.worth;
  return (
    <li className={classes.piece} data-chosen={choice !== undefined}>
      <Picture url={line.pictureUrl} />
      <div className={classes.what}>
        <strong>{line.title}</strong>
        <span>{line.optionsText}</span>
        <span>
          {line.daysSince === null
            ? t('notHad')
            : line.daysSince === 0
              ? t('today')
              : t('since', { n: line.daysSince })}
          {line.returned > 0 && ` · ${t('returnedBefore', { n: line.returned })}`}
        </span>
      </div>
      <div className={classes.figures}>
        {choice ? (
          <strong>{formatMoney({ amount: worthOf(line, choice), currency }, language)}</strong>
        ) : (
          unit && <span>{formatMoney(unit, language)}</span>
        )}
      </div>
      <div className={classes.tags}>
        {rules.map((rule) => (
          <Tag key={rule.rule} tone={rule.rule === line.bestRule ? 'velvet' : undefined}>
            {rule.until
              ? t('ruleUntil', {
                  rule: t(rule.rule),
                  day: lastDay(rule.until, language, zone),
                })
              : t('ruleOpen', { rule: t(rule.rule) })}
          </Tag>
        ))}
        {rules.length === 0 && line.hadAt && <Tag tone="brick">{t('noRule')}</Tag>}
      </div>
      {line.returnable === 0 ? (
        line.hadAt && <p className={classes.hint}>{t('nothingLeft')}</p>
      ) : !choice ? (
        <Button wide disabled={rules.length === 0} onClick={() => onChange(undefined)}>
          {t('takeBack')}
        </Button>
      ) : (
        <div className={classes.choices}>
          <div className={classes.count}>
            <IconButton
              label={t('less', { title: line.title })}
              onClick={() => onChange(choice.quantity > 1 ? { ...choice, quantity: choice.quantity - 1 } : undefined)}
            >
              <IconMinus size={22} aria-hidden="true" />
            </IconButton>
            <output>{t('pieces', { n: choice.quantity, all: line.returnable })}</output>
            <IconButton
              label={t('more', { title: line.title })}
              disabled={choice.quantity >= line.returnable}
              onClick={() => set({ quantity: choice.quantity + 1 })}
            >
              <IconPlus size={22} aria-hidden="true" />
            </IconButton>
          </div>
          <Select
            label={t('why')}
            value={choice.reason}
            options={reasons.map((value) => ({ value, label: t(value === 'faulty' ? 'faultyReason' : value) }))}
            onChange={(reason) => set({ reason })}
          />
          <Select
            label={t('rule')}
            value={choice.rule}
            options={rules.map(({ rule }) => ({ value: rule, label: t(rule) }))}
            onChange={(rule) => set({ rule, ...(rule === 'complaint' ? { deduction: undefined } : {}) })}
          />
          <Select
            label={t('condition')}
            value={choice.condition}
            options={conditions.map((value) => ({ value, label: t(value) }))}
            onChange={(condition) =>
              set({
                condition,
                outcome: outcomeFor(condition),
                ...(condition === 'unopened' ? { deduction: undefined } : {}),
              })
            }
          />
          <Select
            label={t('outcome')}
            value={choice.outcome}
            options={outcomes.map((value) => ({ value, label: t(`out_${value}`) }))}
            onChange={(outcome) => set({ outcome })}
          />
          {choice.rule !== 'complaint' && choice.outcome !== 'send_back' && choice.condition !== 'unopened' && (
            <DeductionFields limit={limit} value={choice.deduction} onChange={(deduction) => set({ deduction })} />
          )}
        </div>
      )}
    </li>
  );
}
