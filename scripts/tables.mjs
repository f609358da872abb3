import { readdirSync, readFileSync } from 'node:fs';

// A module owns its tables: nobody else reads or writes them (rule 2). Found by looking at what SQL names after
// from, join, into, update and table, and at Kysely's table arguments.
const { order } = JSON.parse(readFileSync('module-graph.json', 'utf8'));
const root = 'apps/server/src';
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);
const sqlTable = new RegExp(
  `\\b(?:from|join|into|update|table|exists)\\s+(?:only\\s+)?(${order.join('|')})\\.([a-z_]+)`,
  'gi',
);
const kyselyTable = new RegExp(
  `(?:selectFrom|insertInto|updateTable|deleteFrom|[jJ]oin)\\(\\s*['"](${order.join('|')})\\.([a-z_]+)`,
  'g',
);

let violations = 0;
for (const file of files) {
  const owner = /^modules\/([^/]+)\//.exec(file)?.[1];
  const text = readFileSync(`${root}/${file}`, 'utf8');
  for (const match of [...text.matchAll(sqlTable), ...text.matchAll(kyselyTable)]) {
    if (match[1].toLowerCase() === owner) continue;
    console.error(`${file}: names ${match[1]}.${match[2]}, a table of another module; use its face.`);
    violations += 1;
  }
}
console.log(`Table ownership: ${files.length} files, ${violations} violations.`);
process.exit(violations > 0 ? 1 : 0);
