import pg from 'pg';

/** The parts of pg's query this needs and its types leave out. */
interface Inside {
  callback: (error: Error | undefined, result: pg.QueryResult) => void;
  submit(connection: pg.Connection): unknown;
  _getRows(connection: pg.Connection, rows: number | undefined): void;
  handleCommandComplete(message: { text: string }, connection: pg.Connection): void;
}
interface Wire {
  bind(message: { statement: string }): void;
  execute(message: { portal: string }): void;
  sync(): void;
}

/**
 * Sends a statement with the transaction's BEGIN before it, its COMMIT behind it, or both, as one message with one
 * synchronisation point at its end (PostgreSQL's documentation, "Extended Query", pipelining): where one fails, what follows
 * it is not run. BEGIN and COMMIT must have been prepared on this connection under the names `begin` and `commit`.
 * @param submit hands the query to the connection's own queue
 */
export function sendTogether(
  submit: (query: pg.Submittable) => void,
  statement: pg.QueryConfig<unknown[]>,
  turns: { begins: boolean; commits: boolean },
): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    const query = new pg.Query(statement, statement.values);
    const inside = query as unknown as Inside;
    const run = (connection: pg.Connection, name: string) => {
      const wire = connection as unknown as Wire;
      wire.bind({ statement: name });
      wire.execute({ portal: '' });
    };
    const { submit: submitAlone, handleCommandComplete } = inside;
    inside.callback = (error, result) => (error ? reject(error) : resolve(result));
    inside.submit = (connection) => {
      connection.stream.cork();
      try {
        if (turns.begins) run(connection, 'begin');
        return submitAlone.call(query, connection);
      } finally {
        connection.stream.uncork();
      }
    };
    if (turns.commits)
      inside._getRows = (connection) => {
        (connection as unknown as Wire).execute({ portal: '' });
        run(connection, 'commit');
        connection.sync();
      };
    // Their own completions are no result of the statement.
    inside.handleCommandComplete = (message, connection) => {
      if (message.text === 'BEGIN' || message.text === 'COMMIT') return;
      handleCommandComplete.call(query, message, connection);
    };
    submit(query);
  });
}
