// Writes the typed API client's types from the API document: node --import tsx scripts/client.mjs
// With --check it writes nothing and fails where the file is not what the document says.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { readConfig } from '../apps/server/src/config.ts';
import { documentOf } from '../apps/server/src/http/documentOf.ts';
import { composeModules } from '../apps/server/src/modules.ts';

const file = 'packages/client/src/api.d.ts';
const { modules } = composeModules({ ...readConfig({}), secret: 'no secret is needed to describe routes' });
const document = await documentOf(modules.flatMap((module) => module.routes ?? []));
const text = `// Written by scripts/client.mjs from the API document, never by hand.\n${astToString(
  await openapiTS(JSON.parse(JSON.stringify(document)), { alphabetize: true }),
)}`;
const current = (() => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
})();
if (process.argv.includes('--check')) {
  if (current !== text) {
    console.error(`${file} is not what the API says. Write it anew: npm run client`);
    process.exit(1);
  }
  console.log('client: as the API document says');
} else if (current !== text) {
  writeFileSync(file, text);
  console.log(`client: ${text.split('\n').length} lines written`);
}
process.exit(0);
