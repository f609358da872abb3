import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { redirect, useSearchParams } from 'react-router';
import { useTell } from '../consent/useTell.ts';
import { countFilters } from '../list/filterState.ts';
import { ListPage } from '../list/ListPage.tsx';
import { SearchNotes } from '../list/lazyNotes.tsx';
import { loadList } from '../list/loadList.ts';
import styles from '../list/SearchNotes.module.css';
import { words } from '../list/words.ts';
import { breadcrumbData } from '../seo/breadcrumbData.ts';
import { frameOf, pageMeta } from '../seo/pageMeta.ts';
import { addressOf, inEveryLanguage } from '../shared/addresses.ts';
import { serverApi } from '../shared/api.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import { languageOf } from '../shared/languageOf.ts';
import type { Route } from './+types/category';

export async function loader(args: Route.LoaderArgs) {
  const { params, url, request } = args;
  const language = languageOf(params);
  const api = serverApi(args);
  const { items } = await unwrap(api.GET('/api/shop/categories'));
  const category =
    items.find((one) => one.slug[language] === params.slug) ??
    items.find((one) => Object.values(one.slug).includes(params.slug) || one.code === params.slug);
  if (!category) throw new Response('', { status: 404 });
  // That of another language.
  if (category.slug[language] !== params.slug)
    throw redirect(addressOf.category(language, category.slug[language]) + url.search, 301);
  const parent = items.find((one) => one.id === category.parentId);
  return {
    list: await loadList(api, request, url, { category: params.slug }),
    code: category.code,
    name: category.name[language],
    parent: parent ? { name: parent.name[language], slug: parent.slug[language] } : null,
    alternates: inEveryLanguage((other) => addressOf.category(other, category.slug[other])),
  };
}

export function meta({ loaderData, matches, params }: Route.MetaArgs) {
  if (!loaderData) return [];
  const language = languageOf(params);
  const say = createTranslator(words, language);
  const { name, parent, alternates, list } = loaderData;
  const frame = frameOf(matches);
  return pageMeta(
    {
      language,
      title: name,
      description: `${name}: ${say('products', { n: list.found.total })}. ${list.found.items
        .slice(0, 4)
        .map((item) => item.title)
        .join(', ')}.`,
      alternates,
      noindex: countFilters(list.state) > 0 || list.state.query !== '' || list.state.cursor !== undefined,
      picture: list.found.items[0]?.pictureUrl,
      data: [
        breadcrumbData(
          [
            { name: frame?.shopName ?? '', href: addressOf.home(language) },
            ...(parent ? [{ name: parent.name, href: addressOf.category(language, parent.slug) }] : []),
            { name, href: alternates[language] },
          ],
          frame?.publicUrl ?? '',
        ),
      ],
    },
    matches,
  );
}

export default function Category({ loaderData }: Route.ComponentProps) {
  const language = useLanguage();
  const say = useWords(words);
  const [search] = useSearchParams();
  const { name, parent, list, code } = loaderData;
  useTell('Product List Viewed', code, { list_id: code, category: code });
  return (
    <ListPage
      title={name}
      data={list}
      steps={[
        { name: say('home'), href: addressOf.home(language) },
        ...(parent ? [{ name: parent.name, href: addressOf.category(language, parent.slug) }] : []),
      ]}
    >
      {search.get('instead') === 'category' && <p className={styles.notes}>{say('insteadCategory')}</p>}
      {list.state.query && <SearchNotes data={list} />}
    </ListPage>
  );
}
