import pino, { type DestinationStream, type Logger } from 'pino';

/**
 * The server's log, a line of JSON each. Lines go where no erasure reaches, so they hold ids and never people: of an error
 * only what names the fault is written. PostgreSQL's `detail` and `where` quote whole rows, a mail server's answer the
 * address it refused.
 */
export function createLog(options: { level: string; role?: string }, destination?: DestinationStream): Logger {
  return pino(
    {
      level: options.level,
      ...(options.role ? { base: { role: options.role } } : {}),
      serializers: { err: faultOf, error: faultOf },
    },
    destination,
  );
}

/** Of PostgreSQL's errors, Node's and ours. */
const facts = [
  'code',
  'constraint',
  'table',
  'column',
  'schema',
  'routine',
  'syscall',
  'responseCode',
  'status',
] as const;

function faultOf(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? withoutAddresses(error) : undefined;
  const given = error as unknown as Record<string, unknown>;
  return {
    type: error.name,
    message: withoutAddresses(error.message),
    stack: withoutAddresses(error.stack ?? ''),
    ...Object.fromEntries(facts.flatMap((name) => (isPlain(given[name]) ? [[name, given[name]]] : []))),
    ...(error.cause !== undefined && depth < 3 ? { cause: faultOf(error.cause, depth + 1) } : {}),
  };
}

const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number';

const withoutAddresses = (text: string): string =>
  text.replace(/[^\s<>"'(),;:=]+@[^\s<>"'(),;]+/g, '…@…').replace(/\+\d[\d ()-]{6,}\d/g, '+…');
