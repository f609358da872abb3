import { createHash } from 'node:crypto';

/** Sent this often, a statement is one of the program's own and not one that was put together for a single question. */
const usesBeforePreparing = 10;
/** Each connection keeps a plan for each name (some 30 KB): bounded, so that no variety of statements fills the server. */
const mostNames = 300;
const mostCounted = 2_000;

/**
 * Which statements go out under a name, so that PostgreSQL parses and plans them once a connection: for the short
 * statements of an order that is more than a third of its work. By text, because the text is the statement.
 */
export class PreparedNames {
  #uses = new Map<string, number>();
  #names = new Map<string, string>();

  /** The name to send it under, or undefined while it is rare. */
  of(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= mostNames) return undefined;
    const uses = (this.#uses.get(text) ?? 0) + 1;
    if (uses < usesBeforePreparing) {
      if (this.#uses.size >= mostCounted) this.#uses.clear();
      this.#uses.set(text, uses);
      return undefined;
    }
    this.#uses.delete(text);
    const name = `s${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
    this.#names.set(text, name);
    return name;
  }

  /** Its plan no longer fits, for a newer server has changed a table: it goes out under another name from here on. */
  renew(text: string): void {
    const name = this.#names.get(text);
    if (name !== undefined) this.#names.set(text, `${name}x`.slice(0, 60));
  }
}

/** "cached plan must not change result type": a migration of a newer server added a column to a `select *`. */
export function isStalePlan(error: unknown): boolean {
  const { code, routine } = error as { code?: unknown; routine?: unknown };
  return code === '0A000' && routine === 'RevalidateCachedQuery';
}
