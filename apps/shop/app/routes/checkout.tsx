import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { isRouteErrorResponse, redirect, type ShouldRevalidateFunctionArgs } from 'react-router';
import { readCart } from '../cart/readCart.ts';
import { CheckoutPage } from '../checkout/CheckoutPage.tsx';
import { paymentChoices } from '../checkout/checkCheckout.ts';
import { type CheckoutSaid, checkoutAction } from '../checkout/checkoutAction.ts';
import { readCheckoutForm } from '../checkout/readCheckoutForm.ts';
import { words } from '../checkout/words.ts';
import { readLastOrder } from '../order/lastOrder.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { rememberedMethod } from '../shared/deliveryMethod.ts';
import { rememberedPostcode } from '../shared/postcode.ts';
import { privatePage } from '../shared/privatePage.ts';
import { whereKnown } from '../shared/shopperSession.ts';
import type { Route } from './+types/checkout';

export async function loader(args: Route.LoaderArgs) {
  const language = languageOf(args.params);
  const api = serverApi(args);
  const addresses = (await whereKnown(unwrap(api.GET('/api/shop/me/addresses'))))?.items ?? [];
  const postcode = rememberedPostcode(args.request) ?? addresses[0]?.postcode;
  const [read, info, me, last, offered, preferences, wordings] = await Promise.all([
    readCart(api, args.request, postcode),
    unwrap(api.GET('/api/shop/store-info')),
    whereKnown(unwrap(api.GET('/api/shop/me'))),
    readLastOrder(api, args.request, language),
    unwrap(api.GET('/api/shop/payment-methods')),
    whereKnown(unwrap(api.GET('/api/shop/preferences', { params: { query: {} } }))),
    unwrap(api.GET('/api/shop/wordings')),
  ]);
  // Until the bank has answered nobody pays for the same things again.
  if (last?.page.payment.state === 'pending' && !last.page.payment.transfer) throw redirect(last.href);
  if (read.cart.lines.length === 0) throw redirect(`/${language}/cart`);
  const method = read.cart.deliveryMethod?.id;
  const customer = me?.signedIn ? me.customer : null;
  return {
    ...read,
    zone: info.retailer.zone,
    company: info.retailer.legal.companyName || info.retailer.name,
    known: {
      email: customer?.email ?? null,
      name: [customer?.givenName, customer?.familyName].filter(Boolean).join(' '),
    },
    news: preferences?.choices.some((one) => one.purpose === 'marketing' && one.channel === 'email' && one.given)
      ? null
      : { version: wordings.checkout.version, text: wordings.checkout.text[language] },
    addresses,
    postcode,
    chosenMethod: postcode || method === rememberedMethod(args.request) ? method : undefined,
    key: crypto.randomUUID(),
    demo: args.context.demo,
    methods: paymentChoices.filter((choice) =>
      offered.items.some(({ method, by }) => choice === (by ? `${method}:${by}` : method)),
    ),
    isUnpaid: new URL(args.request.url).searchParams.has('unpaid'),
  };
}

export const action = (args: Route.ActionArgs) =>
  checkoutAction(serverApi(args), args.request, languageOf(args.params), args.context.publicUrl);

/** A refusal says that the world is not as it was shown, so it is shown anew: the day, the price, what is still there. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  defaultShouldRevalidate || actionStatus === 409;

/** With JavaScript a lost line does not lose the page: what was typed stays, and the same key is sent again. */
export async function clientAction({ request, params, serverAction }: Route.ClientActionArgs) {
  const form = await request.clone().formData();
  try {
    return await serverAction();
  } catch (error) {
    // The server did answer.
    if (error instanceof Response || isRouteErrorResponse(error)) throw error;
    const values = readCheckoutForm(form);
    const problem = createTranslator(words, languageOf(params))('offline');
    const lost: CheckoutSaid = { values, faults: {}, problem, key: String(form.get('key') ?? '') };
    return lost;
  }
}

export const meta: Route.MetaFunction = ({ params }) =>
  privatePage(createTranslator(words, languageOf(params))('title'));

export default function CheckoutRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <CheckoutPage page={loaderData} said={actionData} />;
}
