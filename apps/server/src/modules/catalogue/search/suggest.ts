import { sql } from 'kysely';
import type { Ctx, Language } from '../../../kernel/context.ts';
import type { LocalizedText } from '../../../kernel/schemas.ts';
import { pictureUrl } from '../checkPicture.ts';
import { type CategoryWithCount, listCategories } from '../listCategories.ts';
import { correct, detectNonProduct, fold, type NonProductMatch } from '../text/index.ts';
import type { PictureContentType } from '../types.ts';
import { type PlannedWord, planQuery } from './planQuery.ts';
import { trigramSimilarity } from './trigramSimilarity.ts';

export interface Suggestions {
  /** Whole queries to go on with. */
  queries: string[];
  categories: { id: string; code: string; name: LocalizedText; slug: LocalizedText; productCount: number }[];
  products: { productId: string; variantId: string; title: LocalizedText; slug: LocalizedText; pictureUrl: string | null }[];
  /** A service page the query asks for. */
  intent: NonProductMatch | null;
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
export async function suggest(ctx: Pick<Ctx, 'db'>, input: { query: string; language: Language }): Promise<Suggestions> {
  const query = input.query.slice(0, longest).replace(/[\s\u0000]+/g, ' ').trim();
  if (fold(query) === '') return { queries: [], categories: [], products: [], intent: null };
  const split = query.lastIndexOf(' ') + 1;
  const [before, last] = [query.slice(0, split), query.slice(split)];
  const completions = await completionsOf(ctx, fold(last), input.language);
  const categories = matchingCategories(await listCategories(ctx), query, completions);
  const { products, alive } = await matchingProducts(ctx, before, last, completions);
  return {
    queries: completions.filter((_, index) => alive[index]).map(({ shown }) => `${before.toLowerCase()}${shown}`).slice(0, mostOfEach),
    categories: categories.slice(0, mostOfEach).map(({ id, code, name, slug, productCount }) => ({ id, code, name, slug, productCount })),
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
      where w.language = ${language} and w.word >= ${prefix} and w.word < ${`${prefix}\u{10ffff}`} limit 300
    ), near as (
      select w.word, w.shown, false as "isPrefix" from catalogue.search_word w
      where ${[...prefix].length >= 4} and not exists (select 1 from starting) and w.language = ${language} and w.word % ${prefix}
      order by similarity(w.word, ${prefix}) desc, w.word limit 20
    )
    select c.*, (select count(*)::int from (
        select 1 from catalogue.search_word_use u where u.word = c.word and u.language = ${language} limit 100) u) as uses
    from (select * from starting union all select * from near) c`.execute(ctx.db);
  const used = rows.filter((row) => row.uses > 0);
  const standing = ({ word, uses }: Completion) => ({ word, frequency: Math.round(trigramSimilarity(prefix, word) * 1_000) * 1_000 + uses });
  const meant = correct(prefix, used.map(standing))?.word;
  return used
    .filter((row) => row.isPrefix || row.word === meant)
    .sort((a, b) => b.uses - a.uses || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
    .slice(0, 12);
}

/** Categories one of whose words, in any language, begins like the query's last word or is a completion of it. */
function matchingCategories(categories: readonly CategoryWithCount[], query: string, completions: readonly Completion[]): CategoryWithCount[] {
  const asked = fold(query).split(' ');
  const last = asked.pop() ?? '';
  const mended = new Set(completions.map(({ word }) => word));
  return categories.filter(({ name }) =>
    Object.values(name).some((text) => {
      const words = fold(text).split(/[^\p{L}\p{N}]+/u);
      return asked.every((one) => words.includes(one)) && words.some((word) => word.startsWith(last) || mended.has(word));
    }),
  );
}

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
async function matchingProducts(ctx: Pick<Ctx, 'db'>, before: string, last: string, completions: readonly Completion[]): Promise<{ products: Suggestions['products']; alive: boolean[] }> {
  const fixed = planQuery(before).words;
  const endings = completions.map(({ word }) => every(planQuery(word).words));
  const ownEnding = every(planQuery(last).words);
  const all = [ownEnding, ...endings].filter((one) => one !== '');
  if (all.length === 0) return { products: [], alive: [] };
  const start = every(fixed);
  const whole = (ending: string) => (start === '' ? ending : `${start} & (${ending})`);
  const names = [...fixed.flatMap((word) => word.terms), ...completions.flatMap(({ word }) => planQuery(word).words.flatMap((one) => one.terms))];
  const { rows } = await sql<{ products: ProductRow[] | null; alive: boolean[] | null }>`
    select
      (select jsonb_agg(jsonb_build_object('productId', h.product_id, 'variantId', h.variant_id, 'title', p.title, 'slug', p.slug, 'picture', m.picture)
          order by h.title_hits desc, h.product_position, h.product_id)
        from (
          select * from (
            select distinct on (d.product_id) d.product_id, d.variant_id, d.product_position,
              cardinality(array(select unnest(d.title_terms) intersect select unnest(${names}::text[]))) as title_hits
            from catalogue.search_document d where d.terms @@ ${whole(either(all))}::tsquery
            order by d.product_id, d.variant_position, d.variant_id
          ) f order by f.title_hits desc, f.product_position, f.product_id limit ${mostOfEach}
        ) h
        join catalogue.product p on p.id = h.product_id
        left join lateral (
          select jsonb_build_object('id', m.id, 'contentType', m.content_type) as picture from catalogue.media m
          where m.product_id = h.product_id and m.kind = 'picture' and m.archived_at is null and (m.variant_id = h.variant_id or m.variant_id is null)
          order by m.variant_id is null, m.position, m.id limit 1
        ) m on true) as products,
      (select jsonb_agg(exists (select 1 from catalogue.search_document d where d.terms @@ e.query::tsquery) order by e.place)
        from unnest(${endings.map((ending) => (ending === '' ? "'\u0001'" : whole(ending)))}::text[]) with ordinality as e(query, place)) as alive`.execute(ctx.db);
  return {
    products: (rows[0]?.products ?? []).map(({ picture, ...product }) => ({ ...product, pictureUrl: picture && pictureUrl(picture.id, picture.contentType) })),
    alive: rows[0]?.alive ?? [],
  };
}
