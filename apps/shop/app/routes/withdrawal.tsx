import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { WithdrawPage } from '../returns/WithdrawPage.tsx';
import { type Statement, withdrawAction } from '../returns/withdrawAction.ts';
import { words } from '../returns/words.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { isProblem } from '../shared/shopperSession.ts';
import type { Route } from './+types/withdrawal';

/** Known is what the link says; a link that is not whole is no reason to turn anybody away. */
export async function loader(args: Route.LoaderArgs): Promise<{ known: Statement }> {
  const search = new URL(args.request.url).searchParams;
  const id = search.get('id') ?? '';
  const language = languageOf(args.params);
  const token = search.get('token')?.slice(0, 100) ?? '';
  const empty = {
    name: '',
    contract: search.get('order')?.slice(0, 200) ?? '',
    email: '',
    goods: '',
    key: '',
    pieces: [],
  };
  if (!/^[0-9a-f-]{36}$/i.test(id)) return { known: { ...empty, orderId: '', token: '' } };
  try {
    const order = await unwrap(
      serverApi(args).GET('/api/shop/orders/{id}/return', { params: { path: { id }, query: token ? { token } : {} } }),
    );
    return {
      known: {
        ...empty,
        name: order.contactName ?? '',
        email: order.contactEmail ?? '',
        contract: order.orderNumber,
        orderId: id,
        token,
        pieces: order.lines.flatMap((line) => {
          const most = line.returnable + line.cancellable;
          const applies = line.rules.some((rule) => rule.rule === 'withdrawal' && rule.applies);
          const title = `${line.title[language]} ${line.optionsText[language]}`.trim();
          return most > 0 && applies ? [{ orderLineId: line.orderLineId, title, most, quantity: most }] : [];
        }),
      },
    };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { known: { ...empty, orderId: '', token: '' } };
  }
}

export const action = (args: Route.ActionArgs) => withdrawAction(serverApi(args), args.request);

export const meta: Route.MetaFunction = ({ params }) => [
  { title: createTranslator(words, languageOf(params))('withdrawTitle') },
];

export default function WithdrawalRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <WithdrawPage known={loaderData.known} said={actionData} />;
}
