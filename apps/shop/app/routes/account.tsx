import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { data, redirect } from 'react-router';
import { AccountPage, type AccountSaid } from '../account/AccountPage.tsx';
import { addressAction } from '../account/addressAction.ts';
import { words } from '../account/words.ts';
import { addressOf } from '../shared/addresses.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { privatePage } from '../shared/privatePage.ts';
import { isProblem, whereKnown } from '../shared/shopperSession.ts';
import type { Route } from './+types/account';

export async function loader(args: Route.LoaderArgs) {
  const api = serverApi(args);
  const cursor = new URL(args.request.url).searchParams.get('cursor');
  const [me, addresses, holds, orders, locations, info] = await Promise.all([
    whereKnown(unwrap(api.GET('/api/shop/me'))),
    whereKnown(unwrap(api.GET('/api/shop/me/addresses'))),
    whereKnown(unwrap(api.GET('/api/shop/holds'))),
    whereKnown(
      unwrap(api.GET('/api/shop/orders', { params: { query: { limit: 20, ...(cursor ? { cursor } : {}) } } })),
    ),
    unwrap(api.GET('/api/shop/locations')),
    unwrap(api.GET('/api/shop/store-info')),
  ]);
  const holdsHere = holds?.items ?? [];
  if (!me?.signedIn && holdsHere.length === 0) {
    const language = languageOf(args.params);
    throw redirect(`/${language}/sign-in?to=${encodeURIComponent(addressOf.account(language))}`);
  }
  return {
    customer: me?.signedIn ? me.customer : null,
    orders: orders ?? { items: [], nextCursor: null },
    addresses: addresses?.items ?? [],
    holds: holdsHere,
    stores: locations.items,
    zone: info.retailer.zone,
    asOf: holds?.asOf ?? new Date().toISOString(),
  };
}

export async function action(args: Route.ActionArgs) {
  const api = serverApi(args);
  const form = await args.request.formData();
  const said = (what: AccountSaid, status = 200) => data<AccountSaid>(what, { status });
  if (form.get('intent') === 'sign-out') {
    await whereKnown(unwrap(api.POST('/api/shop/sign-out')));
    throw redirect(addressOf.home(languageOf(args.params)));
  }
  if (form.get('intent') === 'card') {
    try {
      return said({ card: await unwrap(api.POST('/api/shop/me/card')) });
    } catch (error) {
      if (!isProblem(error)) throw error;
      return said({ fault: 'problem' }, error.problem.status || 503);
    }
  }
  const address = await addressAction(api, form);
  if (address) return said({ address }, address.fault ? 400 : 200);
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, 120);
  const [givenName, familyName] = [text('givenName'), text('familyName')];
  if (!givenName && !familyName) return said({ fault: 'nameMissing' }, 400);
  try {
    await unwrap(
      api.PATCH('/api/shop/me', {
        body: { ...(givenName ? { givenName } : {}), ...(familyName ? { familyName } : {}) },
      }),
    );
    return said({ saved: true });
  } catch (error) {
    if (!isProblem(error)) throw error;
    return said({ fault: 'problem' }, error.problem.status || 503);
  }
}

export const meta: Route.MetaFunction = ({ params }) =>
  privatePage(createTranslator(words, languageOf(params))('account'));

export default function AccountRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <AccountPage page={loaderData} said={actionData} />;
}
