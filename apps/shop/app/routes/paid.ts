import { unwrap } from '@throughline/client';
import { redirect } from 'react-router';
import { orderToken, readLastOrder } from '../order/lastOrder.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { whereKnown } from '../shared/shopperSession.ts';
import type { Route } from './+types/paid';

/**
 * Back from the payment provider's page. It is asked at once what became of the money; who came back without paying gets
 * the cart back. Where the provider does not answer, the order's page says that the payment is being checked.
 */
export async function loader(args: Route.LoaderArgs) {
  const language = languageOf(args.params);
  const api = serverApi(args);
  const last = await readLastOrder(api, args.request, language);
  if (!last) throw redirect(`/${language}/cart`);
  const stop = new URL(args.request.url).searchParams.has('cancelled');
  const { id } = last.page.order;
  const checked = await whereKnown(
    unwrap(
      api.POST('/api/shop/orders/{id}/payment/check', {
        params: { path: { id }, query: { token: orderToken(args.request) } },
        body: { stop },
      }),
    ),
  ).catch(() => undefined);
  const state = checked?.state ?? last.page.payment.state;
  if (state === 'failed' || state === 'declined') throw redirect(`/${language}/checkout?unpaid=1`);
  throw redirect(`${last.href}&placed=1`);
}
