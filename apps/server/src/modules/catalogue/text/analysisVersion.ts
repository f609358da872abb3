import { CONCEPT_GROUPS } from './synonyms.ts';

/** Raise it with every change of rules: folding, tokens, stemming, stop words. */
const RULES_VERSION = 1;

/** FNV-1a, 32 bits (G. Fowler, L. C. Noll, K.-P. Vo): a change of the dictionary must show, nobody attacks it. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * Changes whenever a text would be analysed otherwise than before. Keep it beside the index: where the two differ,
 * analyse all products again. A word added to the dictionary changes it by itself.
 */
export const ANALYSIS_VERSION = `${RULES_VERSION}-${fingerprint(JSON.stringify(CONCEPT_GROUPS))}`;
