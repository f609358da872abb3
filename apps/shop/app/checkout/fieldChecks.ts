import { createTranslator, type Language } from '@throughline/ui/words';
import { type Asked, type CheckoutField, checkField } from './checkCheckout.ts';
import { faultWords } from './faultWords.ts';

/** What is wrong with a field, in words; loaded when somebody begins to type. */
export function sayFault(field: CheckoutField, value: string, asked: Asked, language: Language): string | undefined {
  const fault = checkField(field, value, asked);
  return fault && createTranslator(faultWords, language)(fault);
}
