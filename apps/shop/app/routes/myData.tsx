import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { data, redirect } from 'react-router';
import { DataPage, type DataSaid } from '../privacy/DataPage.tsx';
import { words } from '../privacy/words.ts';
import { addressOf } from '../shared/addresses.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { privatePage } from '../shared/privatePage.ts';
import { isProblem, whereKnown } from '../shared/shopperSession.ts';
import type { Route } from './+types/myData';

/** Signed in: what was asked for. With the number of an erasure: its certificate, for who has no account any more. */
export async function loader(args: Route.LoaderArgs) {
  const api = serverApi(args);
  const language = languageOf(args.params);
  const erasure = new URL(args.request.url).searchParams.get('erasure');
  const asOf = new Date().toISOString();
  if (erasure && /^[0-9a-f-]{36}$/i.test(erasure)) {
    try {
      const found = await unwrap(api.GET('/api/shop/erasures/{id}', { params: { path: { id: erasure } } }));
      return { requests: [], erasure: found, preview: null, asOf };
    } catch (error) {
      if (!isProblem(error, 'not_found')) throw error;
      throw new Response('', { status: 404 });
    }
  }
  const found = await whereKnown(unwrap(api.GET('/api/shop/me/data-requests')));
  if (!found) throw redirect(`/${language}/sign-in?to=${encodeURIComponent(addressOf.data(language))}`);
  const preview = await unwrap(api.GET('/api/shop/me/erasure-preview'));
  return { requests: found.items, erasure: null, preview, asOf };
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const said = (what: DataSaid, status = 200) => data<DataSaid>(what, { status });
  const kind = form.get('kind') === 'erasure' ? 'erasure' : 'export';
  if (kind === 'erasure' && form.get('sure') !== 'on') return said({ fault: 'sureMissing' }, 400);
  const api = serverApi(args);
  // Pasted from a mail a code may have spaces in and around it.
  const code = String(form.get('code') ?? '').replace(/\D/g, '');
  const waiting = { kind, to: String(form.get('to') ?? ''), minutes: 10 } as const;
  try {
    if (!form.has('code')) {
      const { waitsFor } =
        kind === 'erasure' ? await unwrap(api.GET('/api/shop/me/erasure-preview')) : { waitsFor: [] };
      if (waitsFor.length > 0) return said({ fault: 'waits', underWay: waitsFor }, 409);
      return said({ waiting: { kind, ...(await unwrap(api.POST('/api/shop/me/data-requests/code'))) } });
    }
    if (code.length !== 6) return said({ waiting, fault: 'codeShort' }, 400);
    const asked = await unwrap(api.POST('/api/shop/me/data-requests', { body: { kind, code } }));
    if (kind === 'export') return said({ asked: true });
    throw redirect(`${addressOf.data(languageOf(args.params))}?erasure=${asked.id}`);
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.code === 'code_invalid') return said({ waiting, fault: error.code }, 401);
    if (error.code === 'rate_limited') return said({ fault: error.code }, 429);
    if (error.code !== 'erasure_waits') return said({ fault: 'problem' }, error.problem.status || 503);
    const { underWay } = error.problem as { underWay?: string[] };
    return said({ fault: 'waits', underWay: underWay ?? [] }, 409);
  }
}

export const meta: Route.MetaFunction = ({ params }) =>
  privatePage(createTranslator(words, languageOf(params))('title'));

export default function MyDataRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <DataPage page={loaderData} said={actionData} />;
}
