import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { OrderPage } from '../order/OrderPage.tsx';
import { orderAction } from '../order/orderAction.ts';
import { words } from '../order/words.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { privatePage } from '../shared/privatePage.ts';
import { orMissing, whereKnown } from '../shared/shopperSession.ts';
import type { Route } from './+types/order';

export async function loader(args: Route.LoaderArgs) {
  const api = serverApi(args);
  const search = new URL(args.request.url).searchParams;
  const token = search.get('token')?.slice(0, 100) || undefined;
  const [page, locations, info, me, offered] = await Promise.all([
    orMissing(
      unwrap(
        api.GET('/api/shop/orders/{id}/page', {
          params: { path: { id: args.params.id }, query: token ? { token } : {} },
        }),
      ),
    ),
    unwrap(api.GET('/api/shop/locations')),
    unwrap(api.GET('/api/shop/store-info')),
    whereKnown(unwrap(api.GET('/api/shop/me'))),
    unwrap(api.GET('/api/shop/payment-methods')),
  ]);
  return {
    page,
    stores: locations.items,
    zone: info.retailer.zone,
    token,
    methods: offered.items.map(({ method, by }) => (by ? `${method}:${by}` : method)),
    justPlaced: search.has('placed'),
    signedIn: me?.signedIn ?? false,
  };
}

export const action = (args: Route.ActionArgs) => orderAction(serverApi(args), args.request, args.params.id);

export const meta: Route.MetaFunction = ({ params, loaderData }) =>
  privatePage(createTranslator(words, languageOf(params))('title', { number: loaderData?.page.order.number ?? '' }));

export default function OrderRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <OrderPage {...loaderData} said={actionData} />;
}
