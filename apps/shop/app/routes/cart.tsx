import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { CartPage } from '../cart/CartPage.tsx';
import { cartAction } from '../cart/cartAction.ts';
import { readCart } from '../cart/readCart.ts';
import { words } from '../cart/words.ts';
import { readLastOrder } from '../order/lastOrder.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { rememberedPostcode } from '../shared/postcode.ts';
import { privatePage } from '../shared/privatePage.ts';
import type { Route } from './+types/cart';

export async function loader(args: Route.LoaderArgs) {
  const api = serverApi(args);
  const postcode = rememberedPostcode(args.request);
  const [read, info, lastOrder] = await Promise.all([
    readCart(api, args.request, postcode),
    unwrap(api.GET('/api/shop/store-info')),
    readLastOrder(api, args.request, languageOf(args.params)),
  ]);
  return {
    ...read,
    zone: info.retailer.zone,
    postcode,
    ordered: new URL(args.request.url).searchParams.has('ordered'),
    added: new URL(args.request.url).searchParams.get('added') ?? undefined,
    lastOrder: lastOrder && {
      href: lastOrder.href,
      number: lastOrder.page.order.number,
      isPending: lastOrder.page.payment.state === 'pending',
    },
  };
}

export const action = (args: Route.ActionArgs) => cartAction(serverApi(args), args.request, languageOf(args.params));

export const meta: Route.MetaFunction = ({ params }) =>
  privatePage(createTranslator(words, languageOf(params))('title'));

export default function CartRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <CartPage page={loaderData} said={actionData} />;
}
