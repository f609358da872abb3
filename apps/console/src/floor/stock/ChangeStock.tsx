import type { Answer } from '@throughline/client';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.tsx';
import { useHere } from '../frame/useStore.ts';
import { usePerform } from '../outbox/useOutbox.ts';
import { Button, Choices, Field, Notice, Sheet } from '../parts/index.tsx';
import { problemText } from '../parts/problemText.ts';
import { stockWords } from './words.ts';

type Changed = Answer<'/api/staff/stock/changes', 'post'>;
const kinds = ['receive', 'count', 'damage', 'repair', 'write_off', 'return'] as const;
type Kind = (typeof kinds)[number];
const kindWords = {
  receive: 'kindReceive',
  count: 'kindCount',
  damage: 'kindDamage',
  repair: 'kindRepair',
  write_off: 'kindWriteOff',
  return: 'kindReturn',
} as const;
/** Pieces that leave what can be sold, or the house. */
const takesAway: readonly Kind[] = ['damage', 'write_off'];

/** Receives, counts or writes off in the own store. A count says what the books said, and is refused if they moved. */
export function ChangeStock({
  variantId,
  sku,
  onHand,
  onClose,
  onDone,
}: {
  variantId: string;
  sku: string;
  onHand: number;
  onClose(): void;
  onDone(text: string, tone: 'velvet' | 'brass'): void;
}) {
  const t = useWords(stockWords);
  const language = useLanguage();
  const here = useHere();
  const perform = usePerform();
  const [kind, setKind] = useState<Kind>('receive');
  const [pieces, setPieces] = useState('');
  const [note, setNote] = useState('');
  const [fault, setFault] = useState<{ pieces?: string; note?: string; all?: string }>({});
  const [busy, setBusy] = useState(false);
  const save = async () => {
    const count = /^\d{1,5}$/.test(pieces.trim()) ? Number(pieces) : undefined;
    const next = {
      ...(count === undefined || (count === 0 && kind !== 'count') ? { pieces: t('piecesMissing') } : {}),
      ...(note.trim().length < 3 ? { note: t('noteMissing') } : {}),
    };
    setFault(next);
    if (count === undefined || Object.keys(next).length > 0) return;
    setBusy(true);
    const base = { variantId, locationId: here.id, kind, reason: note.trim() };
    const change =
      kind === 'count'
        ? { ...base, counted: count, was: onHand }
        : { ...base, delta: takesAway.includes(kind) ? -count : count };
    const outcome = await perform<Changed>({
      deed: 'stock',
      about: sku,
      url: '/api/staff/stock/changes',
      body: { changes: [change] },
    });
    setBusy(false);
    if (outcome.state === 'refused') setFault({ all: problemText(outcome.problem, language) });
    else if (outcome.state === 'kept') onDone(t('keptStock'), 'brass');
    else {
      const [row] = outcome.answer.items;
      onDone(t('saved', { before: row?.before ?? onHand, after: row?.after ?? onHand }), 'velvet');
    }
  };
  return (
    <Sheet title={`${t('receive')} · ${sku}`} onClose={onClose}>
      <Choices
        legend={t('kind')}
        value={kind}
        options={kinds.map((one) => ({ value: one, label: t(kindWords[one]) }))}
        onChange={(one) => setKind(one)}
      />
      <Field
        label={t(kind === 'count' ? 'counted' : 'pieces')}
        inputMode="numeric"
        value={pieces}
        error={fault.pieces}
        hint={kind === 'count' ? t('countedHint', { n: onHand }) : undefined}
        onChange={(event) => setPieces(event.currentTarget.value)}
      />
      <Field
        label={t('note')}
        value={note}
        maxLength={500}
        error={fault.note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {fault.all && (
        <Notice tone="brick" role="alert">
          <span>{fault.all}</span>
        </Notice>
      )}
      <Button kind="primary" wide busy={busy} onClick={() => void save()}>
        {t('save')}
      </Button>
    </Sheet>
  );
}
