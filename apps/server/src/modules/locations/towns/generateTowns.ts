import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes towns.ts from towns.tsv: `npx tsx apps/server/src/modules/locations/towns/generateTowns.ts`. A module and not a
 * file read at run time, because the server is bundled into one file and would not find the table beside itself.
 */
const table = readFileSync(new URL('./towns.tsv', import.meta.url), 'utf8');
writeFileSync(new URL('./towns.ts', import.meta.url), toModule(table));

function toModule(tsv: string): string {
  if (/[`\\]|\$\{/.test(tsv)) throw new Error('towns.tsv holds a character that a template string would change');
  return `// Made by generateTowns.ts from towns.tsv; see README.md for source and licence (GeoNames, CC BY 4.0).\n// biome-ignore format: a table\nexport const townsTable = \`${tsv}\`;\n`;
}
