import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language.tsx';
import { FailureNotice, type useListPages } from '../../shared/list/index.ts';
import { Waiting } from '../../shared/page/index.ts';
import money from '../money/money.module.css';
import { privacyWords } from './words.ts';

/** The rows of a list read page by page, or why there are none. */
export function Paged<T>({
  pages,
  label,
  empty,
  children,
}: {
  pages: ReturnType<typeof useListPages<T>>;
  label: string;
  empty: string;
  children(item: T): ReactNode;
}) {
  const t = useWords(privacyWords);
  if (pages.error) return <FailureNotice error={pages.error} retry={pages.retry} />;
  if (pages.isPending) return <Waiting label={label} />;
  if (pages.items.length === 0) return <p className={money.soft}>{empty}</p>;
  return (
    <>
      <ul className={money.list} aria-label={label}>
        {pages.items.map(children)}
      </ul>
      {pages.hasMore && (
        <Button variant="default" loading={pages.isFetchingMore} onClick={pages.more}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
