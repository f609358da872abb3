import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/*
 * Lists every event the modules declare in their events.ts. `emit` takes no other type, and tests ask what functions in
 * SQL have written, so the list misses none. `--check` only says whether docs/reference/events.md is as they are.
 */
const page = 'docs/reference/events.md';
const modules = 'apps/server/src/modules';
const kinds = {
  id: 'an id',
  ids: 'a list of ids',
  text: 'a word of ours, a code or a number to be read by people; never what somebody wrote',
  number: 'a whole number',
  minor: 'an amount in minor units (grosze, cents) of `currency`',
  instant: 'a time, RFC 3339 in UTC',
  flag: '`true` or `false`',
  object: 'an object',
  list: 'a list',
};

const parts = [];
let count = 0;
for (const module of readdirSync(modules).sort()) {
  const file = `${modules}/${module}/events.ts`;
  if (!existsSync(file)) continue;
  for (const events of Object.values(await import(pathToFileURL(resolve(file)).href))) {
    const rows = Object.entries(events).map(([type, { when, data }]) => {
      if (!type.startsWith(`${module}.`) || !/^[a-z]+(\.[a-z_]+){2}$/.test(type))
        fail(`${type} is no name for an event of ${module}`);
      if (!when.endsWith('.')) fail(`${type}: when it happens is a sentence`);
      const fields = Object.entries(data).map(([name, kind]) => `\`${name}\` ${kind}`);
      return `| \`${type}\` | ${when} | ${fields.join(', ') || 'none'} |`;
    });
    count += rows.length;
    parts.push(`## ${module}\n\n| Type | When | Data |\n|---|---|---|\n${rows.join('\n')}\n`);
  }
}
if (count < 50) fail(`only ${count} events were found, which cannot be`);

const text = `# Events

What happened, as modules, timelines, live screens and [webhooks](../guides/webhooks.md) hear of it. Written from the code by
\`npm run events\`; \`npm run check\` fails when it is not up to date. An event never changes its meaning; fields are added.

Around the data every event has \`id\`, \`type\`, \`version\`, \`occurredAt\`, \`subjectId\` (the identity it happened under),
\`aggregate\`, \`aggregateId\`, \`aggregateVersion\` (counts on by one for each change of it), \`actor\`, \`role\`, \`channel\`,
\`locationId\` and \`cause\`. There are ids and facts in them, and never a name, an address or what somebody wrote.

Data: ${Object.entries(kinds)
  .map(([kind, meaning]) => `\`${kind}\` is ${meaning}`)
  .join('; ')}. With \`?\` it may be null or missing.

${parts.join('\n')}`;

if (!process.argv.includes('--check')) {
  writeFileSync(page, text);
  console.log(`events: ${count} listed in ${page}`);
} else {
  let written = '';
  try {
    written = readFileSync(page, 'utf8');
  } catch {}
  if (written !== text) fail(`${page} is not as the code has it; run \`npm run events\``);
  console.log(`events: ${count}, listed as they are`);
}

function fail(reason) {
  console.error(`events: ${reason}`);
  process.exit(1);
}
