import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { correctQuery, queryTerms, type VocabularyWord } from '../text/index.ts';
import { isDictionaryWord, nearDictionary } from './nearDictionary.ts';
import { oneEditAway } from './oneEditAway.ts';
import { type QueryPlan, tsqueryOf } from './planQuery.ts';
import { trigramSimilarity } from './trigramSimilarity.ts';

export interface CheckedWord {
  word: string;
  known: boolean;
  near: { word: string; uses: number }[];
}

/**
 * What shoppers' words are in this shop: whether they are found as they are, and words near them that are: the shop's
 * own with how many products use them, and those of the dictionary. One statement.
 */
export async function checkWords(ctx: Pick<Ctx, 'db'>, words: QueryPlan['toCheck']): Promise<CheckedWord[]> {
  const asked = words.map(({ word, query }) => ({
    word,
    query,
    slips: oneEditAway(word),
    dictionary: nearDictionary(word).map((near) => ({
      word: near,
      query: queryTerms(near).map(tsqueryOf).join(' & '),
    })),
  }));
  const { rows } = await sql<CheckedWord>`
    select w.word,
      exists (select 1 from catalogue.search_document d where d.terms @@ w.query::tsquery) as known,
      (select coalesce(jsonb_agg(jsonb_build_object('word', n.word, 'uses', n.uses)), '[]') from (
        select c.word, (select count(*)::int from (select 1 from catalogue.search_word_use u where u.word = c.word limit 100) u) as uses
        from (
          select s.word from catalogue.search_word s where s.word = any(w.slips)
          union (select s.word from catalogue.search_word s where s.word % w.word order by similarity(s.word, w.word) desc, s.word limit 20)
        ) c
        union all
        select g.word, 0 from jsonb_to_recordset(w.dictionary) as g(word text, query text)
        where exists (select 1 from catalogue.search_document d where d.terms @@ g.query::tsquery)
      ) n) as near
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as w(word text, query text, slips text[], dictionary jsonb)`.execute(
    ctx.db,
  );
  return rows;
}

/**
 * Among words equally many edits away the one that looks more alike is meant ("gren": green, not grey), then the one
 * the shop uses more. The correction policy has one number for both.
 */
function standing(word: string, candidate: string, uses: number): VocabularyWord {
  return {
    word: candidate,
    frequency: Math.round(trigramSimilarity(word, candidate) * 1_000) * 1_000 + Math.min(uses, 999),
  };
}

/** Another form of the same word ("flowers": flower) would be found or not just as the word itself is. */
function isSameWord(word: string, candidate: string): boolean {
  const own = new Set(queryTerms(word).flatMap((term) => term.alternatives));
  return queryTerms(candidate).every((term) => term.alternatives.every((one) => own.has(one)));
}

/**
 * The query with its typos mended, or undefined where there is nothing to mend: every word is found, is in the
 * dictionary, or is like no word this shop has something for.
 *
 * @param check `checkWords`; not called for a query of words of the dictionary
 */
export async function mendQuery(
  query: string,
  plan: QueryPlan,
  check: (words: QueryPlan['toCheck']) => Promise<readonly CheckedWord[]>,
): Promise<string | undefined> {
  const doubtful = plan.toCheck.filter(({ word }) => !isDictionaryWord(word));
  if (doubtful.length === 0) return undefined;
  const unknown = new Map((await check(doubtful)).filter((row) => !row.known).map((row) => [row.word, row.near]));
  if (unknown.size === 0) return undefined;
  const mended = correctQuery(query, (word) => {
    const near = unknown.get(word);
    // A word of its own vocabulary is never changed.
    if (!near) return [{ word, frequency: 1 }];
    const uses = new Map<string, number>();
    for (const one of near) uses.set(one.word, Math.max(uses.get(one.word) ?? 0, one.uses));
    return Array.from(uses, ([candidate, count]) => standing(word, candidate, count)).filter(
      (candidate) => !isSameWord(word, candidate.word),
    );
  });
  return mended.changes.length > 0 ? mended.query : undefined;
}
