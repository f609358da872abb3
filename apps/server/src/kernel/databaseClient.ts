import pg from 'pg';
import { isStalePlan, type PreparedNames } from './preparedNames.ts';
import { sendTogether } from './sendTogether.ts';

/** Statements sent by this process, BEGIN, COMMIT and ROLLBACK left out. Budgets in tests read the difference. */
export const statements = { sent: 0 };

const transactionControl = /^\s*(begin|commit|rollback|start transaction|savepoint|release savepoint)\b/i;

/** Begins the last statement of a transaction: it goes to the database together with COMMIT. */
export const lastOfTransaction = '/* last */';

/** What BEGIN and COMMIT answer; nobody reads more of it. */
const done = (command: string) => Promise.resolve({ command, rowCount: 0, rows: [] });

/**
 * Counts what is sent, sends what is sent often as prepared statements, and lets BEGIN and COMMIT travel with the
 * transaction's first and last statement: a turn of the wire for each costs more than the two do themselves. Both are
 * under one synchronisation point with the statement beside them, so that what follows an error is skipped: a statement whose
 * BEGIN failed does not run, and a transaction whose last statement failed does not commit.
 */
export function clientWith(prepared: PreparedNames) {
  return class extends pg.Client {
    /** Both are prepared here, and may travel with others. */
    #knowsTurns = false;
    #owesBegin = false;
    #isCommitted = false;

    // pg's overloads cannot be expressed in an override; what is not prepared passes through untouched.
    override query(...args: never[]): never {
      const first: unknown = args[0];
      const values: unknown = args[1];
      const text = typeof first === 'string' ? first : (first as { text?: string } | undefined)?.text;
      if (first === 'begin') return this.#begin() as never;
      if (first === 'commit' || first === 'rollback') return this.#end(first) as never;
      if (text !== undefined && !transactionControl.test(text)) statements.sent += 1;
      // Without parameters it may be several statements, which cannot be prepared.
      if (typeof first !== 'string' || !Array.isArray(values) || values.length === 0 || args.length > 2) {
        if (this.#owesBegin) this.#beginNow();
        return (super.query as (...passed: never[]) => never).apply(this, args);
      }
      return this.#sendPrepared(first, values) as never;
    }

    #begin(): Promise<unknown> {
      this.#isCommitted = false;
      if (!this.#knowsTurns) return super.query({ name: 'begin', text: 'begin' });
      this.#owesBegin = true;
      return done('BEGIN');
    }

    async #end(turn: 'commit' | 'rollback'): Promise<unknown> {
      const isOver = this.#isCommitted || this.#owesBegin;
      this.#isCommitted = false;
      this.#owesBegin = false;
      if (isOver) return done(turn.toUpperCase());
      if (turn === 'rollback') return super.query(turn);
      const answer = await super.query({ name: 'commit', text: 'commit' });
      this.#knowsTurns = true;
      return answer;
    }

    /** For what cannot be sent together with it. Should BEGIN fail, nothing behind it may run: the connection ends. */
    #beginNow(): void {
      this.#owesBegin = false;
      super.query({ name: 'begin', text: 'begin' }, (error: Error | undefined) => {
        if (error) this.connection.stream.destroy(error);
      });
    }

    async #sendPrepared(text: string, values: unknown[]): Promise<pg.QueryResult> {
      const name = prepared.of(text);
      const begins = this.#owesBegin;
      const commits = this.#knowsTurns && text.startsWith(lastOfTransaction);
      const isAlone = !begins && this.getTransactionStatus() === 'I';
      const query = { text, values, ...(name === undefined ? {} : { name }) };
      this.#owesBegin = false;
      try {
        if (!begins && !commits) return await super.query(query);
        const answer = await sendTogether((joined) => super.query(joined), query, { begins, commits });
        this.#isCommitted = commits;
        return answer;
      } catch (error) {
        if (!isStalePlan(error)) throw error;
        prepared.renew(text);
        // In a transaction everything is tried again (see isRetryable); outside, this alone.
        if (!isAlone) throw error;
        return super.query({ text, values });
      }
    }
  };
}
