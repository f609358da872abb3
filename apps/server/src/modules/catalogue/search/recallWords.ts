import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import type { Shelf } from '../../../kernel/memory.ts';
import { type Assortment, everyCatalogueChange } from './assortment.ts';
import type { PlannedWord } from './planQuery.ts';

/** The documents that answer to a word, by their places in an assortment: ten bytes each, because "sofa" has thousands. */
export interface WordAnswer {
  readonly places: Int32Array;
  /** What the word is worth to each, times two, and one where it names the thing by the very word. */
  readonly values: Uint8Array;
}

const answers: Shelf<WordAnswer> = {
  name: 'catalogue.words',
  follows: ['catalogue'],
  forgottenBy: everyCatalogueChange,
  most: 1_000,
  mostMs: 60_000,
};

const keyOf = ({ serial }: Assortment, { any, title, name, category, attribute, parts }: PlannedWord) =>
  JSON.stringify([serial, any, title, name, category, attribute, parts ?? null]);

/**
 * Who answers to each of these words. PostgreSQL alone decides what a word finds; people use few words in many
 * combinations, so a query that is new is mostly made of words that are not. One statement for those that are.
 */
export async function recallWords(
  ctx: Pick<Ctx, 'db' | 'clock' | 'memory'>,
  assortment: Assortment,
  words: readonly PlannedWord[],
): Promise<WordAnswer[]> {
  const byKey = new Map(words.map((word) => [keyOf(assortment, word), word]));
  const found = await ctx.memory.recall(ctx, answers, [...byKey.keys()], async (missing) => {
    const asked = missing.map((key) => ({ ...byKey.get(key), key }));
    const { rows } = await sql<{ key: string; answer: [variantId: string, value: number][] }>`
      select w.key, (
        select coalesce(json_agg(json_build_array(d.variant_id, 2 * (
            case when d.named @@ w.name::tsquery then 10 when d.named @@ w.attribute::tsquery then 4
              when w.parts is not null and d.named @@ w.parts::tsquery then 3 else 1 end
            + case when d.named @@ w.category::tsquery then 6 else 0 end) + (d.named @@ w.title::tsquery)::int)), '[]')
        from catalogue.search_document d where d.terms @@ w."any"::tsquery) as answer
      from json_to_recordset(${JSON.stringify(asked)}::json) as w(key text, "any" text, title text, name text, category text,
        attribute text, parts text)`.execute(ctx.db);
    return new Map(rows.map((row) => [row.key, placed(assortment, row.answer)]));
  });
  return words.map((word) => found.get(keyOf(assortment, word)) ?? nothing);
}

function placed({ places }: Assortment, answer: readonly [variantId: string, value: number][]): WordAnswer {
  // One that came since is left out: the assortment is about to be read anew.
  const known = answer.flatMap(([variantId, value]) => {
    const place = places.get(variantId);
    return place === undefined ? [] : [{ place, value }];
  });
  return { places: Int32Array.from(known, ({ place }) => place), values: Uint8Array.from(known, ({ value }) => value) };
}

const nothing: WordAnswer = { places: new Int32Array(), values: new Uint8Array() };
