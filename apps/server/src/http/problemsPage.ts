import type { FastifyInstance } from 'fastify';
import { problems } from '../kernel/problems.ts';

/** The page that every problem's `type` points to. */
export function registerProblemsPage(app: FastifyInstance): void {
  const rows = Object.entries(problems)
    .map(
      ([code, { status, title }]) =>
        `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${title}</td></tr>`,
    )
    .join('\n');
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Problems · Throughline API</title>
<style>body{font:16px/26px system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;background:#FBFAF7;color:#1B1F1C}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #E6E3DC}</style></head>
<body><h1>Problems</h1><p>Every error is <code>application/problem+json</code> with one of these codes.</p><table><thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead><tbody>
${rows}
</tbody></table></body></html>`;
  app.get('/docs/problems', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(page),
  );
}
