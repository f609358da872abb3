import { useWords } from '../../shared/language.tsx';
import { Field } from '../parts/index.tsx';
import type { Deduction } from './pieces.ts';
import classes from './returns.module.css';
import { Select } from './Select.tsx';
import { returnWords } from './words.ts';

/** How much less worn goods are worth, in steps up to what the policy allows, and why. */
export function DeductionFields({
  limit,
  value,
  onChange,
}: {
  limit: number;
  value: Deduction | undefined;
  onChange(value: Deduction | undefined): void;
}) {
  const t = useWords(returnWords);
  const steps = [...new Set([0, 5, 10, 15, 20, 30, 40, 50, 60, 70, 80, 90, 100, limit])]
    .filter((step) => step <= limit)
    .sort((a, b) => a - b);
  if (limit === 0) return null;
  return (
    <>
      <Select
        label={t('deduction')}
        value={String(value?.percent ?? 0)}
        options={steps.map((step) => ({ value: String(step), label: step === 0 ? t('noDeduction') : `−${step} %` }))}
        onChange={(percent) =>
          onChange(percent === '0' ? undefined : { percent: Number(percent), reason: value?.reason ?? '' })
        }
      />
      {value && (
        <div className={classes.reason}>
          <Field
            label={t('deductionWhy')}
            value={value.reason}
            maxLength={300}
            onChange={(event) => onChange({ ...value, reason: event.currentTarget.value })}
          />
        </div>
      )}
    </>
  );
}
