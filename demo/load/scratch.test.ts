import { sql } from 'kysely';
import { inject, it } from 'vitest';
import { openAnalytics } from '../../apps/server/src/kernel/analytics.ts';
import { createJourneysModule } from '../../apps/server/src/modules/journeys/index.ts';
import { testServer } from '../../apps/server/test/testServer.ts';
import { loadDemo } from './index.ts';

it('times', async () => {
  let analytics: any;
  const journeys = createJourneysModule({ analytics: () => analytics });
  const server = await testServer({ extra: [journeys] });
  analytics = openAnalytics(inject('clickhouseUrl') && server.clickhouseUrl, undefined);
  const lines: string[] = [];
  const { statements } = await import('../../apps/server/src/kernel/database.ts');
  const { readdirSync, readFileSync } = await import('node:fs');
  const pgCpu = () =>
    readdirSync('/proc')
      .filter((d) => /^\d+$/.test(d))
      .reduce((sum, d) => {
        try {
          const st = readFileSync(`/proc/${d}/stat`, 'utf8');
          const cmd = readFileSync(`/proc/${d}/cmdline`, 'utf8');
          if (!cmd.includes(dbName)) return sum;
          const f = st.slice(st.lastIndexOf(')') + 2).split(' ');
          return sum + Number(f[11]) + Number(f[12]);
        } catch {
          return sum;
        }
      }, 0) / 100;
  const dbName = new URL(server.databaseUrl).pathname.slice(1);
  let mark = { cpu: process.cpuUsage(), pg: pgCpu(), n: statements.sent };
  await loadDemo(server.ctx(), {
    publicUrl: 'http://localhost:4000',
    onProgress: (line) => {
      if (line.includes(' in ')) {
        const c = process.cpuUsage(mark.cpu);
        lines.push(
          `${line}; node ${((c.user + c.system) / 1e6).toFixed(1)} s, pg ${(pgCpu() - mark.pg).toFixed(1)} s, ${statements.sent - mark.n} statements`,
        );
        mark = { cpu: process.cpuUsage(), pg: pgCpu(), n: statements.sent };
      }
    },
    track: async (key, body) => {
      const a = await server.app.inject({
        method: 'POST',
        url: '/v1/batch',
        headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
        payload: body,
      });
      if (a.statusCode !== 200) throw new Error(a.body);
    },
  });
  console.log(lines.filter((l) => l.includes(' in ')).join('\n'));
  const counts = async () =>
    (
      await sql<any>`select (select count(*) from kernel.outbox) as events, (select count(*) from customers.timeline) as timeline, (select count(*) from engagement.mail) as mails, (select count(*) from kernel.dead_event) as dead, (select count(*) from fulfilment.fulfilment) as works, (select count(*) from stock.reservation) as holds, (select count(*) from conversations.message) as messages, (select count(*) from stock.movement) as movements`.execute(
        server.base.db,
      )
    ).rows[0];
  console.log(JSON.stringify(await counts()));
  let t = performance.now();
  for (let i = 0; i < 100; i++) if (!(await server.relay.drainOnce())) break;
  console.log('relay', performance.now() - t, JSON.stringify(await counts()));
  t = performance.now();
  await server.settle();
  console.log('settle', performance.now() - t, JSON.stringify(await counts()));
  t = performance.now();
  await journeys.drainOnce(server.base);
  console.log('journeys', performance.now() - t);
  console.log(
    JSON.stringify(
      (
        await sql<any>`select state, kind, count(*) from fulfilment.fulfilment group by 1,2 order by 1,2`.execute(
          server.base.db,
        )
      ).rows,
    ),
  );
  console.log(
    JSON.stringify(
      (
        await sql<any>`select state, purpose, count(*) from stock.reservation group by 1,2 order by 1,2`.execute(
          server.base.db,
        )
      ).rows,
    ),
  );
  console.log(
    JSON.stringify(
      (await sql<any>`select subscriber, error, count(*) from kernel.dead_event group by 1,2`.execute(server.base.db))
        .rows,
    ),
  );
  console.log(
    JSON.stringify(
      (
        await sql<any>`select template, count(*) from engagement.mail group by 1`
          .execute(server.base.db)
          .catch((e) => ({ rows: String(e) }))
      ).rows,
    ),
  );
  await server.stop();
  await analytics.close();
}, 300_000);
