import { createTranslator } from '@throughline/ui/words';
import { countFilters } from '../list/filterState.ts';
import { ListPage } from '../list/ListPage.tsx';
import { loadList } from '../list/loadList.ts';
import { words } from '../list/words.ts';
import { pageMeta } from '../seo/pageMeta.ts';
import { addressOf, inEveryLanguage } from '../shared/addresses.ts';
import { serverApi } from '../shared/api.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import { languageOf } from '../shared/languageOf.ts';
import type { Route } from './+types/reduced';

export async function loader(args: Route.LoaderArgs) {
  const list = await loadList(serverApi(args), args.request, args.url, { reduced: true });
  return { list, alternates: inEveryLanguage(addressOf.reduced) };
}

export function meta({ loaderData, matches, params }: Route.MetaArgs) {
  if (!loaderData) return [];
  const language = languageOf(params);
  const say = createTranslator(words, language);
  return pageMeta(
    {
      language,
      title: say('reducedTitle'),
      description: say('reducedText'),
      alternates: loaderData.alternates,
      noindex: countFilters(loaderData.list.state) > 1,
    },
    matches,
  );
}

/** Only what may be announced as reduced by law. */
export default function Reduced({ loaderData }: Route.ComponentProps) {
  const language = useLanguage();
  const say = useWords(words);
  const { list } = loaderData;
  const isEmpty = list.found.total === 0 && countFilters(list.state) === 1;
  return (
    <ListPage
      title={say('reducedTitle')}
      intro={<p>{isEmpty ? say('reducedEmpty') : say('reducedText')}</p>}
      data={list}
      reducedFixed
      steps={[{ name: say('home'), href: addressOf.home(language) }]}
    />
  );
}
