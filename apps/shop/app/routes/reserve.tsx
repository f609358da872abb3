import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { isId } from '../cart/readWay.ts';
import { ReservePage } from '../reserve/ReservePage.tsx';
import { reserveAction } from '../reserve/reserveAction.ts';
import { words } from '../reserve/words.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { readChosenStore } from '../shared/chosenStore.ts';
import { privatePage } from '../shared/privatePage.ts';
import { whereKnown } from '../shared/shopperSession.ts';
import type { Route } from './+types/reserve';

export async function loader(args: Route.LoaderArgs) {
  const api = serverApi(args);
  const search = new URL(args.request.url).searchParams;
  const variantId = search.get('variant') ?? '';
  if (!isId(variantId)) throw new Response('', { status: 404 });
  const store = readChosenStore(args.request);
  const [variants, locations, info, me] = await Promise.all([
    unwrap(
      api.GET('/api/shop/variants', {
        params: { query: { ids: [variantId], ...(store ? { near: store.near } : {}) } },
      }),
    ),
    unwrap(api.GET('/api/shop/locations')),
    unwrap(api.GET('/api/shop/store-info')),
    whereKnown(unwrap(api.GET('/api/shop/me'))),
  ]);
  const [variant] = variants.items;
  if (!variant) throw new Response('', { status: 404 });
  const asked = search.get('store');
  return {
    variant,
    stores: locations.items,
    zone: info.retailer.zone,
    chosen: isId(asked) ? asked : locations.items.find((candidate) => candidate.code === store?.code)?.id,
    known: me?.signedIn ? (me.customer?.email ?? me.customer?.phone ?? null) : null,
    key: crypto.randomUUID(),
  };
}

export const action = (args: Route.ActionArgs) => reserveAction(serverApi(args), args.request, languageOf(args.params));

export const meta: Route.MetaFunction = ({ params }) =>
  privatePage(createTranslator(words, languageOf(params))('title'));

export default function ReserveRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <ReservePage page={loaderData} said={actionData} />;
}
