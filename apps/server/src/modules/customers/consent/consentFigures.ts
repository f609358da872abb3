import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { readCurrentWordings } from './currentWordings.ts';
import type { Wording } from './wordings.ts';

/** How many customers say yes and no now, per purpose and way; and how often each version of the words was answered. */
export async function consentFigures(ctx: Ctx) {
  const { rows: states } = await sql<{ purpose: string; channel: string; given: number; withdrawn: number }>`
    select purpose, channel, count(*) filter (where state = 'given')::int as given,
      count(*) filter (where state = 'withdrawn')::int as withdrawn
    from (
      -- The newest word of each customer holds; of two words of one moment the no.
      select distinct on (s.customer_id, c.purpose, c.channel) c.purpose, c.channel, c.state
      from customers.consent c join customers.subject s on s.id = c.subject_id
      order by s.customer_id, c.purpose, c.channel, c.at desc, c.state desc
    ) newest group by purpose, channel order by purpose, channel`.execute(ctx.db);
  const { rows: wordings } = await sql<{
    version: string;
    place: Wording['place'];
    text: { en: string; pl: string; ru: string };
    answers: number;
    first_at: Date | null;
    last_at: Date | null;
    published_at: Date | null;
    published_by: string | null;
  }>`select w.version, w.place, jsonb_build_object('en', w.text_en, 'pl', w.text_pl, 'ru', w.text_ru) as text,
      count(c.id)::int as answers, min(c.at) as first_at, max(c.at) as last_at,
      w.published_at, w.published_by
    from customers.consent_wording w left join customers.consent c on c.wording = w.version
    group by w.version order by w.place, w.published_at desc nulls last, w.version`.execute(ctx.db);
  const shown = await readCurrentWordings(ctx);
  return {
    states,
    wordings: wordings.map(({ first_at, last_at, published_at, published_by, ...rest }) => ({
      ...rest,
      isShown: shown[rest.place].version === rest.version,
      publishedAt: published_at?.toISOString() ?? null,
      publishedBy: published_by,
      firstAt: first_at?.toISOString() ?? null,
      lastAt: last_at?.toISOString() ?? null,
    })),
  };
}
