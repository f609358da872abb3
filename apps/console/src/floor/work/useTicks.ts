import { useState } from 'react';
import type { WorkRow } from '../today/stages.ts';

export interface Ticks {
  of(variantId: string): number;
  /** false: all of it are ticked already. */
  tick(variantId: string): boolean;
  untick(variantId: string): void;
  done: number;
  all: number;
}

/** Pieces found so far, kept on the device while the work goes on: a call in between must not undo the round. */
export function useTicks(row: Pick<WorkRow, 'id' | 'items'>, save: (variantId: string, picked: number) => void): Ticks {
  const key = `floor.ticks.${row.id}`;
  const [counts, setCounts] = useState<Record<string, number>>(() => {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, number>;
    } catch {
      return {};
    }
  });
  const wanted = (variantId: string) =>
    row.items.filter((item) => item.variantId === variantId).reduce((sum, item) => sum + item.quantity, 0);
  const set = (variantId: string, count: number) => {
    const next = { ...counts, [variantId]: count };
    sessionStorage.setItem(key, JSON.stringify(next));
    setCounts(next);
    save(variantId, count);
  };
  // What a colleague had in hand before, or this device under another page, goes on from there.
  const counted = (variantId: string) =>
    row.items.filter((item) => item.variantId === variantId).reduce((sum, item) => sum + item.picked, 0);
  const of = (variantId: string) => Math.min(counts[variantId] ?? counted(variantId), wanted(variantId));
  return {
    of,
    tick(variantId) {
      if (of(variantId) >= wanted(variantId)) return false;
      set(variantId, of(variantId) + 1);
      return true;
    },
    untick: (variantId) => set(variantId, Math.max(0, of(variantId) - 1)),
    done: row.items.reduce((sum, item) => sum + Math.min(of(item.variantId), item.quantity), 0),
    all: row.items.reduce((sum, item) => sum + item.quantity, 0),
  };
}
