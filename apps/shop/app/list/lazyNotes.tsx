import { lazy, Suspense } from 'react';
import type { ListData } from './loadList.ts';
// Styles do not wait for scripts: the server's page needs them.
import './SearchNotes.module.css';

const Notes = lazy(async () => ({ default: (await import('./SearchNotes.tsx')).SearchNotes }));

/** What a search has to say of itself; most have nothing to say, and go without its script. */
export function SearchNotes({ data }: { data: ListData }) {
  const { correctedQuery, droppedWords, intent } = data.found;
  if (!intent && !correctedQuery && droppedWords.length === 0) return null;
  return (
    <Suspense>
      <Notes data={data} />
    </Suspense>
  );
}
