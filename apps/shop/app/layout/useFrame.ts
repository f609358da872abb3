import { useMatches } from 'react-router';
import type { Alternates } from '../shared/addresses.ts';
import type { Frame } from './readFrame.ts';

/** The frame's data, wherever on the page. Undefined only where the frame itself could not be read. */
export function useFrame(): Frame | undefined {
  const matches = useMatches();
  for (const { loaderData } of matches) {
    if (typeof loaderData === 'object' && loaderData !== null && 'shopName' in loaderData) return loaderData as Frame;
  }
  return undefined;
}

/** Where the shown page stands in each language, where it says so (slugs differ). */
export function useAlternates(): Alternates | undefined {
  const matches = useMatches();
  for (const { loaderData } of [...matches].reverse()) {
    if (typeof loaderData === 'object' && loaderData !== null && 'alternates' in loaderData)
      return (loaderData as { alternates: Alternates }).alternates;
  }
  return undefined;
}
