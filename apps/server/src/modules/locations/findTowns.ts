import type { Town } from './types.ts';

interface IndexedTown extends Town {
  /** Folded words of the name, then of the region. */
  nameWords: string[];
  regionWords: string[];
  foldedName: string;
}

let index: Promise<IndexedTown[]> | undefined;

/**
 * Towns whose name begins with what was typed, with or without Polish letters; a region may follow ("józefów lub").
 * The whole name first, then names that begin so, then names with a later word that does; the most populous first.
 * The table is loaded at the first call: 120 KB that most processes never need.
 */
export async function findTowns(query: string, limit: number): Promise<Town[]> {
  const wanted = words(query);
  const [first] = wanted;
  if (first === undefined) return [];
  const folded = wanted.join(' ');
  index ??= load();
  const found: { town: IndexedTown; rank: number }[] = [];
  for (const town of await index) {
    const rank = rankOf(town, wanted, folded);
    if (rank !== undefined) found.push({ town, rank });
  }
  // The table is in order of population and sort is stable.
  found.sort((a, b) => a.rank - b.rank);
  return found
    .slice(0, limit)
    .map(({ town: { name, region, point, population } }) => ({ name, region, point, population }));
}

function rankOf(town: IndexedTown, wanted: string[], folded: string): number | undefined {
  if (town.foldedName === folded) return 0;
  if (town.foldedName.startsWith(folded)) return 1;
  let used = 0;
  const rest = wanted.filter((word) => {
    const at = town.nameWords.findIndex((part, position) => position >= used && part.startsWith(word));
    if (at >= 0) used = at + 1;
    return at < 0;
  });
  if (rest.length === wanted.length) return undefined;
  if (!rest.every((word) => town.regionWords.some((part) => part.startsWith(word)))) return undefined;
  // "krakow malopolskie": the whole name and a region is as good as the whole name alone.
  const nameTyped = wanted.slice(0, wanted.length - rest.length).join(' ');
  return rest.length > 0 && nameTyped === town.foldedName ? 0 : 2;
}

async function load(): Promise<IndexedTown[]> {
  const { townsTable } = await import('./towns/towns.ts');
  return townsTable
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [name = '', ascii = '', region = '', lat = '', lon = '', population = ''] = line.split('\t');
      const nameWords = words(ascii);
      return {
        name,
        region,
        point: { lat: Number(lat), lon: Number(lon) },
        population: Number(population),
        nameWords,
        regionWords: words(region),
        foldedName: nameWords.join(' '),
      };
    });
}

/** Lower-case words without diacritics: "Bielsko-Biała" → bielsko, biala. */
function words(text: string): string[] {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l');
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
