import { isLanguage, type Language } from '@throughline/ui/words';
import type { EntryContext } from 'react-router';

type Manifest = EntryContext['manifest'];

const known = new Map<Language, Manifest>();

/** The scripts of a page in its language, as the build wrote them (oneLanguage); any other page loads those with all. */
export function ownScripts(manifest: Manifest, language: string | undefined): Manifest {
  if (!import.meta.env.PROD || !isLanguage(language)) return manifest;
  let own = known.get(language);
  if (!own) {
    own = leadTo(manifest, language) as Manifest;
    known.set(language, own);
  }
  return own;
}

/** Every address of a script in a value of plain data. */
function leadTo(value: unknown, language: Language): unknown {
  if (typeof value === 'string')
    return value.endsWith('.js') ? value.replace(/\/assets\/([^/]+)$/, `/assets/${language}/$1`) : value;
  if (Array.isArray(value)) return value.map((one) => leadTo(one, language));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, leadTo(one, language)]));
}
