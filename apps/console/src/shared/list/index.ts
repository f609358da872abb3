export { type CsvRow, downloadCsv, toCsv } from './csv.ts';
export { FileLink } from './FileLink.tsx';
export { List } from './List.tsx';
export { FailureNotice, ListNotice } from './ListNotice.tsx';
export { type ListSearch, type ListState, useListState } from './listSearch.ts';
export type { Column, Filter } from './listTypes.ts';
export { useListPages } from './useListPages.ts';
export { useTakeAlong } from './useTakeAlong.ts';
