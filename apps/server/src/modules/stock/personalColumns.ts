import type { ColumnsOfText } from '../../kernel/personal.ts';

/** What the columns of text of this module may say of a person; checked against the tables. */
export const stockColumns: Readonly<Record<string, ColumnsOfText>> = {
  'stock.drift': { nobody: 'source external_id' },
  'stock.import_item': { nobody: 'source external_id kind result' },
  'stock.movement': { erased: 'reason', nobody: 'kind actor channel cause document_kind document_id' },
  'stock.reservation': { nobody: 'context owner_kind purpose state actor channel' },
  'stock.reservation_line': { nobody: 'state' },
};
