import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { data } from 'react-router';
import { ReceiptPage, type ReceiptSaid } from '../receipt/ReceiptPage.tsx';
import { words } from '../receipt/words.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { privatePage } from '../shared/privatePage.ts';
import { isProblem } from '../shared/shopperSession.ts';
import type { Route } from './+types/receipt';

const wellFormed = (token: unknown) =>
  typeof token === 'string' && /^[A-Za-z0-9_-]{20,100}$/.test(token) ? token : undefined;

/** Opened by the link of a mail. Looking answers nothing: what opens links beforehand must not say anything for anybody. */
export async function loader(args: Route.LoaderArgs) {
  const token = wellFormed(new URL(args.request.url).searchParams.get('token'));
  if (!token) return { receipt: null, token: '' };
  try {
    const receipt = await unwrap(serverApi(args).GET('/api/shop/receipt', { params: { query: { token } } }));
    return { receipt, token };
  } catch (error) {
    if (!isProblem(error, 'not_found')) throw error;
    return { receipt: null, token };
  }
}

export async function action(args: Route.ActionArgs) {
  const api = serverApi(args);
  const form = await args.request.formData();
  const said = (what: ReceiptSaid, status = 200) => data<ReceiptSaid>(what, { status });
  const token = wellFormed(form.get('token'));
  if (!token) return said({ fault: 'gone' }, 404);
  try {
    if (form.get('intent') === 'deny') {
      const { state } = await unwrap(api.POST('/api/shop/receipt/deny', { body: { token } }));
      return said({ state });
    }
    const wording = String(form.get('wording') ?? '').slice(0, 40);
    const news = form.get('news') === 'on' ? { news: { wording, language: languageOf(args.params) } } : {};
    const { state } = await unwrap(api.POST('/api/shop/receipt/keep', { body: { token, ...news } }));
    return said({ state });
  } catch (error) {
    if (!isProblem(error)) throw error;
    const fault = error.code === 'not_found' ? 'gone' : error.code === 'rate_limited' ? 'tooOften' : 'problem';
    return said({ fault }, error.problem.status || 503);
  }
}

export const meta: Route.MetaFunction = ({ params }) =>
  privatePage(createTranslator(words, languageOf(params))('pageTitle'));

export default function ReceiptRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <ReceiptPage {...loaderData} said={actionData} />;
}
