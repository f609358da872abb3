// Writes docs/reference/errors.md from the catalogue: node --import tsx scripts/problems.mjs
import { writeFileSync } from 'node:fs';
import { problems } from '../apps/server/src/kernel/problems.ts';

const rows = Object.entries(problems).map(([code, { status, title }]) => `| \`${code}\` | ${status} | ${title} |`);
writeFileSync(
  'docs/reference/errors.md',
  `# Errors\n\nEvery error of the API is \`application/problem+json\` (RFC 9457) with one of these codes. A code never changes its meaning.\nThis page mirrors \`apps/server/src/kernel/problems.ts\`; a test keeps the two equal.\n\n| Code | Status | Meaning |\n|---|---|---|\n${rows.join('\n')}\n`,
);
