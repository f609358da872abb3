import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { HandoffPage } from '../handoff/HandoffPage.tsx';
import { words } from '../handoff/words.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { privatePage } from '../shared/privatePage.ts';
import { whereKnown } from '../shared/shopperSession.ts';
import type { Route } from './+types/cartHandoff';

/** Asked again, the same live code is given: to look at this page changes nothing. */
export async function loader(args: Route.LoaderArgs) {
  const api = serverApi(args);
  const [cart, info] = await Promise.all([
    whereKnown(unwrap(api.GET('/api/shop/cart'))),
    unwrap(api.GET('/api/shop/store-info')),
  ]);
  const handoff =
    cart?.id && cart.lines.length > 0
      ? await unwrap(api.POST('/api/shop/carts/{id}/handoff', { params: { path: { id: cart.id } }, body: {} }))
      : null;
  return { handoff, zone: info.retailer.zone };
}

export const meta: Route.MetaFunction = ({ params }) =>
  privatePage(createTranslator(words, languageOf(params))('title'));

export default function CartHandoffRoute({ loaderData }: Route.ComponentProps) {
  return <HandoffPage {...loaderData} />;
}
