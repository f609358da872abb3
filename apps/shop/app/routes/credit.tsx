import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { data } from 'react-router';
import { CreditPage, type CreditSaid } from '../credit/CreditPage.tsx';
import { words } from '../credit/words.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { privatePage } from '../shared/privatePage.ts';
import { isProblem } from '../shared/shopperSession.ts';
import type { Route } from './+types/credit';

export async function loader(args: Route.LoaderArgs) {
  const info = await unwrap(serverApi(args).GET('/api/shop/store-info'));
  return { zone: info.retailer.zone };
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const code = String(form.get('code') ?? '')
    .trim()
    .slice(0, 24);
  const said = (more: Omit<CreditSaid, 'code'>, status = 200) => data<CreditSaid>({ code, ...more }, { status });
  if (code.replace(/[\s-]/g, '').length < 12) return said({ problem: 'unknown' }, 400);
  try {
    return said({ credit: await unwrap(serverApi(args).POST('/api/shop/credits/look-up', { body: { code } })) });
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.code === 'not_found') return said({ problem: 'unknown' }, 404);
    return said({ problem: error.code === 'rate_limited' ? 'rate_limited' : 'failed' }, error.problem.status || 503);
  }
}

export const meta: Route.MetaFunction = ({ params }) =>
  privatePage(createTranslator(words, languageOf(params))('title'));

export default function CreditRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <CreditPage zone={loaderData.zone} said={actionData} />;
}
