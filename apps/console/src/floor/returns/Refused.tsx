import type { Problem } from '@throughline/client';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { Notice } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import { returnWords } from './words.ts';

/** Why it did not happen, and where it can: a place that takes no returns names the nearest that does. */
export function Refused({ problem }: { problem: Problem }) {
  const t = useWords(returnWords);
  const language = useLanguage();
  const nearest = readNearest(problem.nearest);
  return (
    <Notice tone="brick" role="alert">
      <span>
        {problemText(problem, language)} {nearest && t('nearest', nearest)}
      </span>
    </Notice>
  );
}

function readNearest(value: unknown): { name: string; km: string } | undefined {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('km' in value)) return undefined;
  return { name: String(value.name), km: String(value.km) };
}
