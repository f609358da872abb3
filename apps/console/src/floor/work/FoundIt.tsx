import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { usePerform } from '../outbox/useOutbox.ts';
import { Button } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import type { WorkRow } from '../today/stages.ts';
import { workWords } from './words.ts';

/** What the count missed is here: the books are corrected, and the customer hears that it is safe. */
export function FoundIt({ row }: { row: Pick<WorkRow, 'id' | 'code'> }) {
  const t = useWords(workWords);
  const language = useLanguage();
  const perform = usePerform();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<string>();
  const say = async () => {
    setBusy(true);
    const url = `/api/staff/fulfilments/${row.id}/found`;
    const outcome = await perform({ deed: 'found', about: row.code, url, body: {} });
    setBusy(false);
    setTold(
      outcome.state === 'kept' ? t('kept') : outcome.state === 'refused' ? problemText(outcome.problem, language) : '',
    );
  };
  return (
    <>
      <Button busy={busy} onClick={() => void say()}>
        {t('foundIt')}
      </Button>
      {told && <span role="alert">{told}</span>}
    </>
  );
}
