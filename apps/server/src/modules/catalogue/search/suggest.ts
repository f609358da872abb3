import { sql } from 'kysely';
import { type Ctx, type Language, languages } from '../../../kernel/context.ts';
import type { LocalizedText } from '../../../kernel/schemas.ts';
import { pictureUrl } from '../checkPicture.ts';
import { correct, detectNonProduct, fold, indexTerms, type NonProductMatch, queryTerms } from '../text/index.ts';
import type { PictureContentType } from '../types.ts';
import { type PlannedWord, planQuery } from './planQuery.ts';
import { trigramSimilarity } from './trigramSimilarity.ts';

export interface Suggestions {
  /** Whole queries to go on with. */
  queries: string[];
  /** With something on sale in them. */
  categories: SuggestedCategory[];
  products: {
    productId: string;
    variantId: string;
    title: LocalizedText;
    slug: LocalizedText;
    pictureUrl: string | null;
  }[];
  /** A service page the query asks for. */
  intent: NonProductMatch | null;
}

export interface SuggestedCategory {
  id: string;
  code: string;
  name: LocalizedText;
  slug: LocalizedText;
}

const mostOfEach = 6;
const longest = 100;

interface Completion {
  word: string;
  shown: string;
  uses: number;
  isPrefix: boolean;
}

/**
 * What a shopper may mean while typing: the last word is completed (or mended), the words before it stay. Three
 * statements at most; made for every keystroke.
 */
export async function suggest(
  ctx: Pick<Ctx, 'db'>,
  input: { query: string; language: Language },
): Promise<Suggestions> {
  const query = input.query
    .slice(0, longest)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (fold(query) === '') return { queries: [], categories: [], products: [], intent: null };
  const split = query.lastIndexOf(' ') + 1;
  const [before, last] = [query.slice(0, split), query.slice(split)];
  const completions = await completionsOf(ctx, fold(last), input.language);
  const categories = matchingCategories(await filledCategories(ctx), query, completions);
  const { products, alive } = await matchingProducts(ctx, before, last, completions);
  return {
    queries: completions
      .filter((_, index) => alive[index])
      .map(({ shown }) => `${before.toLowerCase()}${shown}`)
      .slice(0, mostOfEach),
    categories: categories.slice(0, mostOfEach),
    products,
    intent: detectNonProduct(query),
  };
}

/** Words of the shop that begin as the last word does; where none does, those it may be a typo of. */
async function completionsOf(ctx: Pick<Ctx, 'db'>, prefix: string, language: Language): Promise<Completion[]> {
  if (!/^\p{L}{1,40}$/u.test(prefix)) return [];
  const { rows } = await sql<Completion>`
    with starting as (
      select w.word, w.shown, true as "isPrefix" from catalogue.search_word w
      where w.language = ${language} and w.word >= ${prefix} and w.word < ${`${prefix}\u{10ffff}`} limit 1000
    ), near as (
      select w.word, w.shown, false as "isPrefix" from catalogue.search_word w
      where ${[...prefix].length >= 4} and not exists (select 1 from starting) and w.language = ${language} and w.word % ${prefix}
      order by similarity(w.word, ${prefix}) desc, w.word limit 20
    )
    select c.*, (select count(*)::int from (
        select 1 from catalogue.search_word_use u where u.word = c.word and u.language = ${language} limit 30) u) as uses
    from (select * from starting union all select * from near) c`.execute(ctx.db);
  const used = rows.filter((row) => row.uses > 0);
  const standing = ({ word, uses }: Completion) => ({
    word,
    frequency: Math.round(trigramSimilarity(prefix, word) * 1_000) * 1_000 + uses,
  });
  const meant = correct(prefix, used.map(standing))?.word;
  return used
    .filter((row) => row.isPrefix || row.word === meant)
    .sort((a, b) => b.uses - a.uses || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
    .slice(0, 12);
}

async function filledCategories(ctx: Pick<Ctx, 'db'>): Promise<SuggestedCategory[]> {
  const { rows } = await sql<SuggestedCategory>`
    with recursive filled as (
      select c.id, c.parent_id from catalogue.category c where exists (select 1 from catalogue.search_document d where d.category_id = c.id)
      union select c.id, c.parent_id from filled f join catalogue.category c on c.id = f.parent_id
    )
    select c.id, c.code, c.name, c.slug from catalogue.category c join filled f on f.id = c.id
    where c.archived_at is null order by c.parent_id is not null, c.position, c.code`.execute(ctx.db);
  return rows;
}

/** Categories one of whose words, in any language, begins like the query's last word or means the same as a completion. */
function matchingCategories(
  categories: readonly SuggestedCategory[],
  query: string,
  completions: readonly Completion[],
): SuggestedCategory[] {
  const asked = fold(query).split(' ');
  const last = asked.pop() ?? '';
  const before = asked.map((word) => new Set(alternativesOf(word)));
  const meant = new Set(completions.flatMap(({ word }) => alternativesOf(word)));
  return categories.filter(({ name }) =>
    languages.some((language) => {
      const terms = indexTerms({ title: name[language] }, language).map(({ term }) => term);
      if (!before.every((word) => terms.some((term) => word.has(term)))) return false;
      const begins = fold(name[language])
        .split(/[^\p{L}\p{N}]+/u)
        .some((word) => word.startsWith(last));
      return begins || terms.some((term) => meant.has(term));
    }),
  );
}

const alternativesOf = (word: string): string[] => queryTerms(word).flatMap((term) => term.alternatives);

interface ProductRow {
  productId: string;
  variantId: string;
  title: LocalizedText;
  slug: LocalizedText;
  picture: { id: string; contentType: PictureContentType } | null;
}

const either = (queries: readonly string[]): string => queries.map((one) => `(${one})`).join(' | ');
const every = (words: readonly PlannedWord[]): string => words.map((word) => word.any).join(' & ');

/** Products that answer to the words before and to the last one or a completion; and which completions lead anywhere. */
async function matchingProducts(
  ctx: Pick<Ctx, 'db'>,
  before: string,
  last: string,
  completions: readonly Completion[],
): Promise<{ products: Suggestions['products']; alive: boolean[] }> {
  const fixed = planQuery(before).words;
  const endings = completions.map(({ word }) => planQuery(word).words);
  const own = planQuery(last).words;
  const all = [own, ...endings].map(every).filter((one) => one !== '');
  if (all.length === 0) return { products: [], alive: [] };
  const start = every(fixed);
  const whole = (ending: string) => (start === '' ? ending : `${start} & (${ending})`);
  // By name, not by what a description happens to mention; the index is on all terms.
  const found = whole(either(all));
  const titles = [...fixed, ...endings.flat(), ...own].map((word) => word.title);
  // Of one letter nobody expects the right product, and half the assortment would have to be ranked for it.
  const wanted = before !== '' || last.length > 1 ? mostOfEach : 0;
  const { rows } = await sql<{ products: ProductRow[] | null; alive: boolean[] | null }>`
    select
      (select jsonb_agg(jsonb_build_object('productId', h.product_id, 'variantId', h.variant_id, 'title', p.title, 'slug', p.slug, 'picture', m.picture)
          order by h.title_hits desc, h.product_position, h.product_id)
        from (
          select * from (
            select distinct on (d.product_id) d.product_id, d.variant_id, d.product_position,
              (d.named @@ ${either(titles)}::tsquery)::int as title_hits
            from catalogue.search_document d where ${wanted} > 0 and d.terms @@ ${found}::tsquery and d.named @@ ${found}::tsquery
            order by d.product_id, d.variant_position, d.variant_id
          ) f order by f.title_hits desc, f.product_position, f.product_id limit ${wanted}
        ) h
        join catalogue.product p on p.id = h.product_id
        left join lateral (
          select jsonb_build_object('id', m.id, 'contentType', m.content_type) as picture from catalogue.media m
          where m.product_id = h.product_id and m.kind = 'picture' and m.archived_at is null and (m.variant_id = h.variant_id or m.variant_id is null)
          order by m.variant_id is null, m.position, m.id limit 1
        ) m on true) as products,
      (select jsonb_agg(exists (select 1 from catalogue.search_document d
          where d.terms @@ e.query::tsquery and d.named @@ e.query::tsquery) order by e.place)
        from unnest(${endings.map((ending) => whole(every(ending) || "'\u0001'"))}::text[]) with ordinality as e(query, place)) as alive`.execute(
    ctx.db,
  );
  return {
    products: (rows[0]?.products ?? []).map(({ picture, ...product }) => ({
      ...product,
      pictureUrl: picture && pictureUrl(picture.id, picture.contentType),
    })),
    alive: rows[0]?.alive ?? [],
  };
}
