import type { ProductForm } from './productForm.ts';

/** Entries that were not saved, kept on this device until they are or are dropped. */
export interface Draft {
  at: string;
  form: ProductForm;
}

const keyOf = (id: string) => `draft:product:${id}`;

export function readDraft(id: string): Draft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null') as Draft | null;
    return kept && typeof kept.at === 'string' && typeof kept.form?.code === 'string' ? kept : undefined;
  } catch {
    return undefined;
  }
}

export const keepDraft = (id: string, form: ProductForm): void =>
  localStorage.setItem(keyOf(id), JSON.stringify({ at: new Date().toISOString(), form } satisfies Draft));
export const dropDraft = (id: string): void => localStorage.removeItem(keyOf(id));
