import { IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useWords } from '../../shared/language.tsx';
import { Button, IconButton, Sheet } from '../parts/index.tsx';
import { BagLabel } from '../work/BagLabel.tsx';
import { PickList } from './PickList.tsx';
import type { WorkRow } from './stages.ts';
import { todayWords } from './words.ts';

type Paper = 'pickList' | 'labels';

/**
 * What the queue puts on paper: the list of the round, and a label for every bag that lies ready. The button stands in
 * the list, which paper does not show; the paper stands beside it.
 */
export function usePapers(
  rows: readonly WorkRow[],
  store: string,
  zone: string,
): { button: ReactNode; paper: ReactNode } {
  const t = useWords(todayWords);
  const isPrinting = usePrinting();
  const [isAsking, setAsking] = useState(false);
  const [paper, setPaper] = useState<Paper>('pickList');
  const toPick = rows.filter((row) => row.state === 'to_pick' || row.state === 'picking');
  const ready = rows.filter((row) => row.state === 'ready' && row.kind !== 'ship');
  const print = (which: Paper) => {
    setPaper(which);
    setAsking(false);
    // After the sheet has gone, so that the paper does not show it.
    setTimeout(() => window.print(), 50);
  };
  const button = toPick.length + ready.length > 0 && (
    <>
      <IconButton label={t('print')} onClick={() => setAsking(true)}>
        <IconPrinter size={22} aria-hidden="true" />
      </IconButton>
      {isAsking && (
        <Sheet title={t('print')} onClose={() => setAsking(false)}>
          <Button wide disabled={toPick.length === 0} onClick={() => print('pickList')}>
            {t('printAll')} · {toPick.length}
          </Button>
          <Button wide disabled={ready.length === 0} onClick={() => print('labels')}>
            {t('printLabels')} · {ready.length}
          </Button>
        </Sheet>
      )}
    </>
  );
  if (!isPrinting) return { button, paper: null };
  if (paper === 'pickList') return { button, paper: <PickList rows={toPick} store={store} /> };
  return { button, paper: ready.map((row) => <BagLabel key={row.id} row={row} zone={zone} bags={1} />) };
}

/** While the browser prints; what only paper shows is not kept in the page. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser prints what is there when this returns.
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting;
}
