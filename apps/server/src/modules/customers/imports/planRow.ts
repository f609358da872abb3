import type { ImportChoice } from './importTypes.ts';

export type RowPlan = 'make' | 'fill' | 'skip';

/** What becomes of a row: by what was found of its person, and by what was chosen. Never a second guess: doubt never fills. */
export function planRow(
  row: { isRefused: boolean; isRepeated: boolean; isFound: boolean; isDoubtful: boolean },
  choice: ImportChoice,
): RowPlan {
  if (row.isRefused) return 'skip';
  const known: RowPlan = choice.onFound === 'new' ? 'make' : choice.onFound;
  if (row.isRepeated) return known;
  if (row.isDoubtful) return choice.onDoubt === 'new' ? 'make' : 'skip';
  return row.isFound ? known : 'make';
}
