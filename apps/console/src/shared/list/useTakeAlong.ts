import { notifications } from '@mantine/notifications';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { Answer } from '@throughline/client';
import { newKey, unwrap, useApi } from '../api.ts';
import { type CsvRow, downloadCsv, toCsv } from './csv.ts';

interface Table {
  header: readonly string[];
  rows: readonly CsvRow[];
  notes?: readonly string[] | undefined;
}

/** Whether who works here may take data along as files; the server decides, this is for what is shown. */
export function useMayExport(): boolean {
  const { data } = useQuery<Answer<'/api/staff/me', 'get'>>({ queryKey: ['me'], queryFn: skipToken });
  return data?.mayExport ?? false;
}

/**
 * Makes a file of what a screen shows; the server is told first, so that the audit knows who took what along. Undefined for
 * who may not. `what` names the list or report, `name` the file where it is another.
 */
export function useTakeAlong(): ((what: string, table: Table, name?: string) => Promise<void>) | undefined {
  const api = useApi();
  const mayExport = useMayExport();
  if (!mayExport) return undefined;
  return async (what, { header, rows, notes }, name = what) => {
    try {
      // Of filters only the names go: what was typed into them may be a person.
      const filters = [...new Set(new URLSearchParams(location.search).keys())].map((key) =>
        key.replaceAll(/[^A-Za-z0-9]/g, ''),
      );
      await unwrap(
        api.POST('/api/staff/exports', {
          headers: { 'idempotency-key': newKey() },
          body: { what, rows: rows.length, filters },
        }),
      );
      downloadCsv(name, toCsv(header, rows, notes));
    } catch (error) {
      notifications.show({ color: 'red', message: error instanceof Error ? error.message : String(error) });
    }
  };
}
