import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { data, redirect } from 'react-router';
import { LinkPage } from '../handoff/LinkPage.tsx';
import { words } from '../handoff/words.ts';
import { addressOf } from '../shared/addresses.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { privatePage } from '../shared/privatePage.ts';
import { ensureSession, isProblem } from '../shared/shopperSession.ts';
import type { Route } from './+types/handoffLink';

export async function loader(args: Route.LoaderArgs) {
  const api = serverApi(args);
  const { token } = args.params;
  const info = await unwrap(api.GET('/api/shop/store-info'));
  const { zone } = info.retailer;
  try {
    const found = await unwrap(api.GET('/api/shop/handoffs/{token}', { params: { path: { token } } }));
    return { found, zone };
  } catch (error) {
    if (!isProblem(error, 'handoff_invalid', 'not_found', 'invalid_request')) throw error;
    return data({ found: null, zone }, { status: 410 });
  }
}

export async function action(args: Route.ActionArgs) {
  const api = serverApi(args);
  await ensureSession(api, args.request);
  try {
    await unwrap(api.POST('/api/shop/handoffs/{token}/accept', { params: { path: { token: args.params.token } } }));
  } catch (error) {
    if (!isProblem(error)) throw error;
    return data({ problem: error.code }, { status: error.problem.status || 503 });
  }
  return redirect(addressOf.cart(languageOf(args.params)));
}

export const meta: Route.MetaFunction = ({ params }) =>
  privatePage(createTranslator(words, languageOf(params))('linkTitle'));

export default function HandoffLinkRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <LinkPage {...loaderData} problem={actionData?.problem} />;
}
