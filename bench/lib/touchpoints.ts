import { createClient } from '@clickhouse/client';

const people = 50_000;
const nobody = `toUUID('00000000-0000-0000-0000-000000000000')`;
/** Never the id of nobody: counted from one. */
const person = `toUUID(concat('00000000-0000-7000-8000-', leftPad(toString(number % ${people} + 1), 12, '0')))`;
/** A moment of the given days before today, so that a report up to yesterday reads all. */
const within = (days: number) =>
  `toDateTime64(toStartOfDay(now()), 3) - toIntervalSecond(10800 + cityHash64(number) % (${days - 1} * 86400))`;

export interface Filled {
  touchpoints: number;
  orders: number;
}

/**
 * A million rows in the platform's own table, made by the engine: 50,000 people who met us nineteen times each within
 * forty-five days, on the web (brought by ads, mail, posts, or nothing) or in the chat, and then ordered.
 */
export async function fillTouchpoints(clickhouseUrl: string): Promise<Filled> {
  const client = createClient({ url: clickhouseUrl });
  const meetings = people * 19;
  for (let from = 0; from < meetings; from += 100_000) {
    await client.command({
      query: `insert into touchpoint
        select toString(generateUUIDv4()), ${person}, ${within(45)}, number, 'tracked', 'page', 'web', 'bench',
          if(number % 10 = 0, 'chat', 'visit') as step, ['web', 'ads', 'email', 'social'][number % 7 % 4 + 1] as touch,
          if(touch = 'web', '', concat('campaign-', toString(number % 12))), ${nobody}, ${nobody}, 0, '', map(), now64(3)
        from numbers(${from}, ${Math.min(100_000, meetings - from)})`,
    });
  }
  await client.command({
    query: `insert into touchpoint
      select toString(generateUUIDv4()), ${person}, ${within(29)}, number, 'domain', 'orders.order.placed', 'web', '', '', '', '',
        ${nobody}, generateUUIDv4(), 10000 + number, 'PLN', map(), now64(3)
      from numbers(${people})`,
  });
  await client.command({
    query: `insert into subject_customer select ${person}, generateUUIDv4(), 1 from numbers(${people})`,
  });
  const result = await client.query({ query: 'select count() as n from touchpoint', format: 'JSONEachRow' });
  const [row] = await result.json<{ n: string }>();
  await client.close();
  return { touchpoints: Number(row?.n ?? 0), orders: people };
}
