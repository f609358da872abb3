import { Button } from '@mantine/core';
import { useWords } from '../../shared/language.tsx';
import { importWords } from './words.ts';

/** What could not be taken, with line and reason, to be put right and sent again. */
export function Report({ id }: { id: string }) {
  const t = useWords(importWords);
  return (
    <Button
      component="a"
      variant="default"
      href={`/api/staff/customers/imports/${id}/errors`}
      download="not-imported.csv"
    >
      {t('report')}
    </Button>
  );
}
