import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { redirect } from 'react-router';
import { HoldPage } from '../reserve/HoldPage.tsx';
import { holdAction } from '../reserve/holdAction.ts';
import { words } from '../reserve/words.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { privatePage } from '../shared/privatePage.ts';
import { whereKnown } from '../shared/shopperSession.ts';
import type { Route } from './+types/hold';

export async function loader(args: Route.LoaderArgs) {
  const api = serverApi(args);
  const [holds, locations] = await Promise.all([
    whereKnown(unwrap(api.GET('/api/shop/holds'))),
    unwrap(api.GET('/api/shop/locations')),
  ]);
  const hold = holds?.items.find((candidate) => candidate.id === args.params.id);
  if (!holds || !hold) throw new Response('', { status: 404 });
  return {
    hold,
    store: locations.items.find((store) => store.id === hold.locationId),
    asOf: holds.asOf,
  };
}

export async function action(args: Route.ActionArgs) {
  const answer = await holdAction(serverApi(args), await args.request.formData());
  const { id } = answer.data;
  // Made anew it is another hold, with another code.
  if (id && id !== args.params.id) throw redirect(`/${languageOf(args.params)}/holds/${id}`);
  return answer;
}

export const meta: Route.MetaFunction = ({ params }) =>
  privatePage(createTranslator(words, languageOf(params))('holdTitle'));

export default function HoldRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <HoldPage {...loaderData} said={actionData} />;
}
