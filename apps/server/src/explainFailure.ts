import { ClickHouseError } from '@clickhouse/client';
import { ConfigError } from './config.ts';
import { EngineError } from './engines/index.ts';
import { MigrationError } from './kernel/migrate.ts';

/**
 * What an operator can do something about, as one line that says what; undefined for faults of ours, which are shown
 * with their stack.
 */
export function explainFailure(error: unknown): string | undefined {
  if (error instanceof ConfigError || error instanceof EngineError || error instanceof MigrationError)
    return error.message;
  if (error instanceof ClickHouseError)
    return oneLine(`The analytics engine refuses us: ${error.message} Check CLICKHOUSE_URL.`);
  const { code, syscall, address, port, path, severity, message } = (error ?? {}) as Record<string, unknown>;
  if (syscall === 'listen' || (syscall === 'getaddrinfo' && path === undefined)) {
    if (code === 'EADDRINUSE')
      return `Port ${String(port)} is taken by another program. Stop it, or set PORT to another number.`;
    if (code === 'EACCES')
      return `Port ${String(port)} is only for administrators. Set PORT to a number from 1024 to 65535.`;
    const host = (error as { hostname?: unknown }).hostname ?? address;
    return `Nothing can listen on ${String(host)} (${String(code)}). Set HOST to an address of this machine.`;
  }
  if (code === 'ENOSPC') return 'The disk is full. Make room, then start again.';
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return `${String(path ?? 'The data folder')} cannot be written. Set THROUGHLINE_DATA to a folder this user may write.`;
  if (typeof severity === 'string')
    return oneLine(`The database refuses a step of the start: ${String(message)} (${String(code)}).`);
  return undefined;
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
