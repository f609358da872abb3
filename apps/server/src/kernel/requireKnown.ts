import { AppError } from './errors.ts';

/** Named in the sentence; all of them are in `unknown`. */
const named = 5;
/** May be written in capitals; PostgreSQL answers in small letters. */
const uuid = /^[0-9a-f-]{36}$/i;

/**
 * For bodies that name other modules' things: what does not exist is said by its id before anything is written.
 * `what` is a word such as "variant". @throws AppError not_found
 */
export function requireKnown(what: string, ids: readonly string[], known: { has(id: string): boolean }): void {
  const unknown = [...new Set(ids)].filter((id) => !known.has(uuid.test(id) ? id.toLowerCase() : id));
  if (unknown.length === 0) return;
  const more = unknown.length > named ? ` and ${unknown.length - named} more` : '';
  throw new AppError('not_found', {
    detail: `There is no ${what} ${unknown.slice(0, named).join(', ')}${more}. Nothing was changed.`,
    unknown,
  });
}
