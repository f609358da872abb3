import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/*
 * Draws the life of everything that has one, from the tables the code itself asks: every exported `…Transitions` of a
 * module's states.ts. `--check` only says whether docs/reference/states.md is as they are.
 */
const page = 'docs/reference/states.md';
const modules = 'apps/server/src/modules';
const files = readdirSync(modules)
  .sort()
  .map((module) => `${modules}/${module}/states.ts`)
  .filter((file) => existsSync(file));
const machines = [];
for (const file of files) {
  const module = file.split('/').at(-2);
  for (const [name, table] of Object.entries(await import(pathToFileURL(resolve(file)).href)))
    if (name.endsWith('Transitions')) machines.push({ module, file, name: name.replace(/Transitions$/, ''), table });
}
if (machines.length === 0) fail('no transition table was found, which cannot be');

for (const { name, table } of machines)
  for (const [from, targets] of Object.entries(table))
    for (const to of targets) if (!(to in table)) fail(`${name}: ${from} leads to ${to}, which is no state`);

const text = `# States

Drawn from the code by \`npm run states\`; \`npm run check\` fails when it is not up to date. A step that is not drawn here is
refused with the present state and the legal steps (\`illegal_transition\`; for holds \`reservation_not_held\` or
\`reservation_expired\`, for money \`refund_exceeds_payment\`), which a test tries for every pair of states. What a payment
provider tells too late is taken, and changes nothing.

${machines.map(draw).join('\n')}`;

if (!process.argv.includes('--check')) {
  writeFileSync(page, text);
  console.log(`states: ${machines.length} machines drawn in ${page}`);
} else {
  let drawn = '';
  try {
    drawn = readFileSync(page, 'utf8');
  } catch {}
  if (drawn !== text) fail(`${page} is not as the code has it; run \`npm run states\``);
  console.log(`states: ${machines.length} machines, drawn as they are`);
}

function draw({ module, file, name, table }) {
  const states = Object.keys(table);
  const reached = new Set(states.flatMap((from) => table[from]));
  const lines = [
    ...states.filter((state) => state === states[0] || !reached.has(state)).map((state) => `  [*] --> ${state}`),
    ...states.flatMap((from) => table[from].map((to) => `  ${from} --> ${to}`)),
    ...states.filter((state) => table[state].length === 0).map((state) => `  ${state} --> [*]`),
  ];
  const title = name.replace(/[A-Z]/g, (sign) => ` ${sign.toLowerCase()}`);
  return `## ${module}: ${title}\n\nFrom \`${name}Transitions\` in [${file}](../../${file}).\n\n\`\`\`mermaid\nstateDiagram-v2\n${lines.join('\n')}\n\`\`\`\n`;
}

function fail(reason) {
  console.error(`states: ${reason}`);
  process.exit(1);
}
