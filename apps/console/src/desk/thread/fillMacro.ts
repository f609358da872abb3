import type { Language } from '@throughline/ui/words';
import type { Macro } from '../queries.ts';

/** What a macro's fields may be filled with; what is not known stays open. */
export type MacroFields = Partial<
  Record<'customer' | 'agent' | 'retailer' | 'order' | 'code' | 'store' | 'until', string>
>;

/** The macro's text in the customer's language with what is known filled in. */
export function fillMacro(macro: Macro, language: Language, fields: MacroFields): string {
  const text = macro.text[language].replace(
    /\{(\w+)\}/g,
    (whole, name: string) => fields[name as keyof MacroFields] ?? whole,
  );
  // A greeting of nobody: „Dzień dobry, !” is worse than no name.
  return fields.customer ? text : text.replace(/,?\s*\{customer\}/g, '');
}

/** Fields nobody filled; such words must not reach a customer. */
export const openFields = (text: string): string[] => text.match(/\{\w+\}/g) ?? [];

/** Macros that fit what is typed after the slash: by shortcut first, then by a word of the title. */
export function findMacros(macros: readonly Macro[], typed: string, language: Language): Macro[] {
  const words = typed.toLowerCase();
  const byShortcut = macros.filter((macro) => macro.shortcut.startsWith(words));
  const byTitle = macros.filter(
    (macro) =>
      !byShortcut.includes(macro) &&
      macro.title[language]
        .toLowerCase()
        .split(/\s+/)
        .some((word) => word.startsWith(words)),
  );
  return [...byShortcut, ...byTitle];
}

/** The slash and what follows it, right before the cursor, at the beginning of a word. */
export function slashBefore(text: string, cursor: number): { from: number; typed: string } | undefined {
  const found = /(?:^|\s)\/([\p{L}\d-]*)$/u.exec(text.slice(0, cursor));
  return found ? { from: cursor - (found[1] ?? '').length - 1, typed: found[1] ?? '' } : undefined;
}
