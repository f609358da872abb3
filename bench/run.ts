import { readdirSync } from 'node:fs';

const benches = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.replace('.ts', ''));
const name = process.argv[2];
if (!name || !benches.includes(name)) {
  console.error(`Which one? npm run bench -- ${benches.join(' | ')}`);
  process.exit(1);
}
const bench = (await import(`./${name}.ts`)) as { run(): Promise<number> };
process.exit(await bench.run());
