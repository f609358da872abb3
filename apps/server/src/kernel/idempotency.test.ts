import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../test/testServer.ts';
import type { Ctx } from './context.ts';
import { inTransaction } from './database.ts';
import { forgetOldKeys, once, onceTelling } from './idempotency.ts';
import { newId } from './ids.ts';
import { refuse } from './result.ts';

let server: TestServer;
let second: TestServer;
beforeAll(async () => {
  server = await testServer();
  second = await testServer({ sharing: server });
});
afterAll(async () => {
  await second.stop();
  await server.stop();
});

const deed = (ctx: Ctx, mark: string) =>
  once(ctx, 'test.deed', async (tx) => {
    await sql`insert into kernel.audit (id, at, actor, act, target, target_id, request_id)
      values (${tx.newId()}, ${tx.clock.now()}, 'test', 'deed', 'mark', ${mark}, 'r')`.execute(tx.db);
    return { mark, answer: tx.newId() };
  });
const deeds = async (mark: string) =>
  (await sql`select 1 from kernel.audit where target = 'mark' and target_id = ${mark}`.execute(server.ctx().db)).rows
    .length;

describe('an act under an idempotency key', () => {
  it('is done once, and every repeat gets the first answer, with 30 callers on two servers', async () => {
    const mark = newId();
    const idempotency = { key: newId(), fingerprint: 'a' };
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => deed((n % 2 ? server : second).ctx({ idempotency }), mark)),
    );
    expect(new Set(answers.map((answer) => answer.answer)).size).toBe(1);
    expect(await deeds(mark)).toBe(1);
  });

  it('is another act for another actor, and a misuse for another body', async () => {
    const mark = newId();
    const idempotency = { key: newId(), fingerprint: 'a' };
    await deed(server.ctx({ idempotency }), mark);
    await deed(server.ctx({ idempotency, actor: { kind: 'system', name: 'another' } }), mark);
    expect(await deeds(mark)).toBe(2);
    await expect(deed(server.ctx({ idempotency: { ...idempotency, fingerprint: 'b' } }), mark)).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
  });

  it('remembers a refusal as an answer, and forgets what was thrown', async () => {
    const idempotency = { key: newId(), fingerprint: 'a' };
    const refused = () =>
      once(server.ctx({ idempotency }), 'test.refused', async (tx) => refuse('cart_empty', { detail: tx.newId() }));
    expect((await refused()).details).toEqual((await refused()).details);
    const other = { key: newId(), fingerprint: 'a' };
    let tries = 0;
    const flaky = () =>
      once(server.ctx({ idempotency: other }), 'test.flaky', async () => {
        tries += 1;
        if (tries === 1) throw new Error('the network');
        return { tries };
      });
    await expect(flaky()).rejects.toThrow('the network');
    expect(await flaky()).toEqual({ tries: 2 });
  });

  it('keeps keys for 48 hours', async () => {
    const idempotency = { key: newId(), fingerprint: 'a' };
    const mark = newId();
    await deed(server.ctx({ idempotency }), mark);
    server.clock.travel(47 * 3_600_000);
    await forgetOldKeys(server.ctx());
    await deed(server.ctx({ idempotency }), mark);
    expect(await deeds(mark)).toBe(1);
    server.clock.travel(2 * 3_600_000);
    await forgetOldKeys(server.ctx());
    await deed(server.ctx({ idempotency }), mark);
    expect(await deeds(mark)).toBe(2);
  });

  it('that is tried again and then finds a twin’s outcome says so, for what it kept beside was never written', async () => {
    let found = 0;
    for (let round = 0; round < 20 && found === 0; round += 1) {
      const idempotency = { key: newId(), fingerprint: 'a' };
      let kept = '';
      let attempts = 0;
      let twin: Promise<string> | undefined;
      const mine = await onceTelling(server.ctx({ idempotency }), 'test.twins', async () => {
        attempts += 1;
        kept = `mine ${attempts}`;
        if (attempts === 1) {
          twin = once(second.ctx({ idempotency }), 'test.twins', async () => 'the twin’s');
          await new Promise((resolve) => setTimeout(resolve, 50));
          throw Object.assign(new Error('a conflict'), { code: '40001' });
        }
        return kept;
      });
      expect(await twin).toBe(mine.outcome);
      if (mine.isRepeat) found += 1;
      expect(mine.outcome).toBe(mine.isRepeat ? 'the twin’s' : kept);
    }
    expect(found).toBe(1);
  });

  it('keeps its outcome also within a larger transaction, and for who asks there again', async () => {
    const idempotency = { key: newId(), fingerprint: 'a' };
    const mark = newId();
    const [a, b] = await inTransaction(server.ctx({ idempotency }), async (tx) => [
      await deed(tx, mark),
      await deed(tx, mark),
    ]);
    expect(a).toEqual(b);
    expect(await deed(server.ctx({ idempotency }), mark)).toEqual(a);
    expect(await deeds(mark)).toBe(1);
  });
});
