import { useWords } from '../../shared/language.tsx';
import { FileLink } from '../../shared/list/index.ts';
import { importWords } from './words.ts';

/** What could not be taken, with line and reason, to be put right and sent again. */
export function Report({ id }: { id: string }) {
  const t = useWords(importWords);
  return <FileLink href={`/api/staff/customers/imports/${id}/errors`} name="not-imported.csv" label={t('report')} />;
}
