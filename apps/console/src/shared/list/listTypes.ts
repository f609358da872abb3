import type { ReactNode } from 'react';

export interface Column<T> {
  id: string;
  label: string;
  /** A grid track: '96px', 'minmax(160px, 2fr)'. */
  width: string;
  align?: 'end';
  /** The value of `sort` that this column's heading asks for; absent: not sortable. */
  sort?: { value: string; direction: 'ascending' | 'descending' };
  /** Not shown unless asked for. */
  hidden?: boolean;
  cell(item: T): ReactNode;
  csv?(item: T): string | number | null;
}

export interface FilterOption {
  value: string;
  label: string;
}

export interface Filter {
  /** The key in the address. */
  id: string;
  label: string;
  /** A list to choose one from, or a day to pick. */
  options: readonly FilterOption[] | 'day';
}

/** Pages of a list as they come; what useInfiniteQuery gives, as far as a list needs it. */
export interface ListPages<T> {
  items: readonly T[];
  total: number | null;
  isPending: boolean;
  isRefreshing: boolean;
  error: Error | null;
  hasMore: boolean;
  isFetchingMore: boolean;
  more(): void;
  retry(): void;
}
