import type { FastifyInstance } from 'fastify';

/** What runs here, for whoever opens the address in a browser. */
export function registerFrontPage(
  app: FastifyInstance,
  page: { version: string; mailbox: boolean; demo: boolean; path: string; screens: boolean },
): void {
  const link = (href: string, text: string, about: string) =>
    `<li><a href="${href}">${text}</a><br><span>${about}</span></li>`;
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Throughline</title>
<style>:root{color-scheme:light dark}body{font:16px/26px system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:4rem 1.25rem;background:light-dark(#FBFAF7,#121512);color:light-dark(#1B1F1C,#ECEFEA)}
h1{font:600 34px/40px Georgia,serif;margin:0 0 .5rem}a{color:light-dark(#0F5D4A,#46B795);font-weight:600}ul{list-style:none;padding:0;border-top:1px solid light-dark(#E6E3DC,#2B312D)}li{padding:.75rem 0;border-bottom:1px solid light-dark(#E6E3DC,#2B312D)}span,p{color:light-dark(#5C655F,#A6B0A9)}</style></head>
<body><h1>Throughline</h1><p>One customer, one promise, one conversation, one story, one team. This server (version ${page.version}) runs the commerce platform${page.demo ? ' with the demo retailer Velora' : ''}.</p>
<ul>${page.screens ? link('/', 'Shop', 'What shoppers see.') + link('/console', 'Console', 'Desk, Floor, Office and Insight for the staff.') : ''}
${link('/docs', 'API reference', 'Every route, with its audience and its problems; the document itself is at /api/openapi.json.')}
${link('/docs/problems', 'Problems', 'Every error the API can answer.')}
${page.mailbox ? link('/mailbox', 'Mailbox', 'The e-mails this server sent, caught here because no SMTP server is configured.') : ''}
${link('/health/ready', 'Health', 'Whether this server is ready; /metrics has the numbers.')}</ul></body></html>`;
  app.get(page.path, { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(html),
  );
}
