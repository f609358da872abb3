import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { HomePage } from '../home/HomePage.tsx';
import { words } from '../home/words.ts';
import { frameOf, pageMeta } from '../seo/pageMeta.ts';
import { shopData } from '../seo/shopData.ts';
import { addressOf, inEveryLanguage } from '../shared/addresses.ts';
import { serverApi } from '../shared/api.ts';
import { readChosenStore } from '../shared/chosenStore.ts';
import { languageOf } from '../shared/languageOf.ts';
import type { Route } from './+types/home';

export async function loader(args: Route.LoaderArgs) {
  const api = serverApi(args);
  const near = readChosenStore(args.request)?.near;
  const where = near ? { near } : {};
  const [reduced, newest, pictures, categories, stores] = await Promise.all([
    unwrap(api.GET('/api/shop/search', { params: { query: { ...where, reduced: true, limit: 5, facets: false } } })),
    unwrap(api.GET('/api/shop/search', { params: { query: { ...where, sort: 'newest', limit: 8, facets: false } } })),
    unwrap(api.GET('/api/shop/category-pictures')),
    unwrap(api.GET('/api/shop/categories')),
    unwrap(api.GET('/api/shop/locations', { params: { query: where } })),
  ]);
  // What is announced opens the page, else what is newest; it is not shown twice.
  const opening = reduced.items[0] ?? newest.items[0] ?? null;
  return {
    opening,
    reduced: reduced.items.filter((item) => item !== opening).slice(0, 4),
    newest: newest.items.filter((item) => item !== opening).slice(0, 4),
    pictures: Object.fromEntries(
      pictures.items.flatMap(({ categoryId, pictureUrl }) => {
        const category = categories.items.find(({ id }) => id === categoryId);
        return category ? [[category.code, pictureUrl]] : [];
      }),
    ),
    stores: stores.items.slice(0, 4),
    alternates: inEveryLanguage(addressOf.home),
  };
}

export function meta({ loaderData, matches, params }: Route.MetaArgs) {
  if (!loaderData) return [];
  const language = languageOf(params);
  const say = createTranslator(words, language);
  const frame = frameOf(matches);
  return pageMeta(
    {
      language,
      title: say('title'),
      description: say('description'),
      alternates: loaderData.alternates,
      picture: loaderData.opening?.pictureUrl,
      data: frame ? [shopData(frame, language)] : [],
    },
    matches,
  );
}

export default function Home({ loaderData }: Route.ComponentProps) {
  return <HomePage {...loaderData} />;
}
