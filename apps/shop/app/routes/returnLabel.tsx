import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { LabelPage } from '../returns/LabelPage.tsx';
import { words } from '../returns/words.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { privatePage } from '../shared/privatePage.ts';
import { orMissing } from '../shared/shopperSession.ts';
import type { Route } from './+types/returnLabel';

export async function loader(args: Route.LoaderArgs) {
  const token = new URL(args.request.url).searchParams.get('token')?.slice(0, 100) || undefined;
  const it = await orMissing(
    unwrap(
      serverApi(args).GET('/api/shop/returns/{id}', {
        params: { path: { id: args.params.id }, query: token ? { token } : {} },
      }),
    ),
  );
  return { it, token };
}

export const meta: Route.MetaFunction = ({ params, loaderData }) =>
  privatePage(createTranslator(words, languageOf(params))('labelTitle', { number: loaderData?.it.number ?? '' }));

export default function ReturnLabelRoute({ loaderData }: Route.ComponentProps) {
  return <LabelPage {...loaderData} />;
}
