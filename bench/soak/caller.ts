import { type Answer, type Call, createClient } from '../lib/load.ts';

/** Both servers as a client behind a balancer sees them: one that does not answer is asked again, or the other is. */
export interface Caller {
  /**
   * Calls until somebody gives an answer that counts: done, or refused. The Idempotency-Key stays the same, so whatever
   * became of the tries before, the act happens once.
   */
  call(call: Call & { key: string }): Promise<Answer>;
  /** Servers that answer now. */
  serve(urls: readonly string[]): void;
  retries(): number;
  close(): void;
}

const patienceMs = 10_000;
const giveUpMs = 90_000;

export function createCaller(connections: number): Caller {
  let clients: { url: string; client: ReturnType<typeof createClient> }[] = [];
  let turn = 0;
  let retries = 0;
  return {
    async call({ key, ...call }) {
      const begun = performance.now();
      const headers = { ...call.headers, 'idempotency-key': key };
      for (;;) {
        turn += 1;
        const one = clients[turn % Math.max(1, clients.length)];
        const answer = one && (await answered(one.client.send({ ...call, headers })));
        if (answer && answer.status < 500 && answer.status !== 429) return answer;
        if (performance.now() - begun > giveUpMs)
          throw new Error(
            `no answer for ${giveUpMs / 1000} s: ${call.method} ${call.path} ${answer?.status} ${answer?.text}`,
          );
        retries += 1;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    serve(urls) {
      const kept = clients.filter((one) => urls.includes(one.url));
      for (const gone of clients) if (!kept.includes(gone)) gone.client.close();
      const added = urls.filter((url) => !kept.some((one) => one.url === url));
      clients = [...kept, ...added.map((url) => ({ url, client: createClient(url, connections) }))];
    },
    retries: () => retries,
    close() {
      for (const one of clients) one.client.close();
    },
  };
}

/** undefined: the line broke, or nothing came in ten seconds. */
async function answered(sent: Promise<Answer>): Promise<Answer | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  try {
    return await Promise.race([sent.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
