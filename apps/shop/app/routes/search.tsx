import { createTranslator } from '@throughline/ui/words';
import { useTell } from '../consent/useTell.ts';
import type { ListState } from '../list/filterState.ts';
import { ListPage } from '../list/ListPage.tsx';
import { SearchNotes } from '../list/lazyNotes.tsx';
import { loadList } from '../list/loadList.ts';
import { words } from '../list/words.ts';
import { pageMeta } from '../seo/pageMeta.ts';
import { addressOf } from '../shared/addresses.ts';
import { serverApi } from '../shared/api.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import { languageOf } from '../shared/languageOf.ts';
import type { Route } from './+types/search';

export async function loader(args: Route.LoaderArgs) {
  return loadList(serverApi(args), args.request, args.url);
}

const titleOf = ({ query, sort }: ListState, say: ReturnType<typeof createTranslator<typeof words.en>>) =>
  query ? say('searchTitle', { query }) : say(sort === 'newest' ? 'newestTitle' : 'everything');

export function meta({ loaderData, matches, params }: Route.MetaArgs) {
  if (!loaderData) return [];
  const language = languageOf(params);
  const say = createTranslator(words, language);
  const title = titleOf(loaderData.state, say);
  return pageMeta(
    { language, title, description: say('products', { n: loaderData.found.total }), noindex: true },
    matches,
  );
}

export default function Search({ loaderData }: Route.ComponentProps) {
  const language = useLanguage();
  const say = useWords(words);
  const { state } = loaderData;
  useTell('Products Searched', state.query, { query: state.query });
  return (
    <ListPage
      title={titleOf(state, say)}
      data={loaderData}
      steps={[{ name: say('home'), href: addressOf.home(language) }]}
    >
      <SearchNotes data={loaderData} />
    </ListPage>
  );
}
