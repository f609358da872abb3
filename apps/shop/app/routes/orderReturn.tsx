import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { AnnouncePage } from '../returns/AnnouncePage.tsx';
import { announceAction } from '../returns/announceAction.ts';
import { words } from '../returns/words.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { privatePage } from '../shared/privatePage.ts';
import { orMissing } from '../shared/shopperSession.ts';
import type { Route } from './+types/orderReturn';

export async function loader(args: Route.LoaderArgs) {
  const token = new URL(args.request.url).searchParams.get('token')?.slice(0, 100) || undefined;
  const options = await orMissing(
    unwrap(
      serverApi(args).GET('/api/shop/orders/{id}/return', {
        params: { path: { id: args.params.id }, query: token ? { token } : {} },
      }),
    ),
  );
  return { options, token, formKey: crypto.randomUUID() };
}

export const action = (args: Route.ActionArgs) =>
  announceAction(serverApi(args), args.request, languageOf(args.params), args.params.id);

export const meta: Route.MetaFunction = ({ params, loaderData }) =>
  privatePage(
    createTranslator(words, languageOf(params))('returnTitle', { number: loaderData?.options.orderNumber ?? '' }),
  );

export default function OrderReturnRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <AnnouncePage {...loaderData} said={actionData} />;
}
