import { type Answer, type Api, unwrap } from '@throughline/client';
import { data } from 'react-router';
import { isProblem } from '../shared/shopperSession.ts';

export interface Piece {
  orderLineId: string;
  title: string;
  most: number;
  quantity: number;
}

export interface Statement {
  name: string;
  contract: string;
  email: string;
  goods: string;
  orderId: string;
  token: string;
  /** Of a known order: what of it, and how many pieces are withdrawn from. */
  pieces: Piece[];
  /** One confirmation is one declaration, however often the button is pressed. */
  key: string;
}

export interface WithdrawSaid {
  step: 'form' | 'review' | 'done';
  values: Statement;
  faults: { name?: true; contract?: true; email?: true; pieces?: true };
  problem?: 'failed' | 'rate_limited';
  done?: Answer<'/api/shop/withdrawals', 'post'>;
}

const said = (what: WithdrawSaid, status = 200) => data<WithdrawSaid>(what, { status });

/** Two steps on one page: what is declared, then its confirmation. Only the second is sent. */
export async function withdrawAction(api: Api, request: Request) {
  const form = await request.formData();
  const text = (name: string, length: number) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, length);
  const values: Statement = {
    name: text('name', 200),
    contract: text('contract', 200),
    email: text('email', 254),
    goods: text('goods', 1000),
    orderId: text('orderId', 40),
    token: text('token', 100),
    pieces: readPieces(form),
    key: text('key', 60),
  };
  const intent = form.get('intent');
  if (intent === 'change') return said({ step: 'form', values, faults: {} });
  const faults: WithdrawSaid['faults'] = {
    ...(values.name ? {} : { name: true as const }),
    ...(values.contract ? {} : { contract: true as const }),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(values.email) ? {} : { email: true as const }),
    ...(values.pieces.length > 0 && values.pieces.every((piece) => piece.quantity === 0)
      ? { pieces: true as const }
      : {}),
  };
  if (Object.keys(faults).length > 0) return said({ step: 'form', values, faults }, 400);
  if (intent !== 'confirm')
    return said({ step: 'review', values: { ...values, key: crypto.randomUUID() }, faults: {} });
  try {
    const done = await unwrap(
      api.POST('/api/shop/withdrawals', {
        params: { header: { 'idempotency-key': values.key || crypto.randomUUID() } },
        body: {
          name: values.name,
          contract: values.contract,
          email: values.email,
          ...(values.goods ? { goods: values.goods } : {}),
          ...(isPart(values.pieces) && values.orderId
            ? { lines: chosen(values.pieces).map(({ orderLineId, quantity }) => ({ orderLineId, quantity })) }
            : {}),
          ...(values.orderId ? { orderId: values.orderId } : {}),
          ...(values.orderId && values.token ? { token: values.token } : {}),
        },
      }),
    );
    return said({ step: 'done', values, faults: {}, done });
  } catch (error) {
    if (!isProblem(error)) throw error;
    // The link to the order was not whole: the declaration goes without it, a person reads the number.
    if (error.code === 'not_found' && values.orderId)
      return said(
        { step: 'review', values: { ...values, orderId: '', token: '', pieces: [] }, faults: {}, problem: 'failed' },
        409,
      );
    const problem = error.code === 'rate_limited' ? 'rate_limited' : 'failed';
    return said({ step: 'review', values, faults: {}, problem }, error.problem.status || 503);
  }
}

export const chosen = (pieces: readonly Piece[]): Piece[] => pieces.filter((piece) => piece.quantity > 0);

/** Whether it is less than the whole contract. */
export const isPart = (pieces: readonly Piece[]): boolean => pieces.some((piece) => piece.quantity < piece.most);

/** As the form names them: `piece:<line>` with its number, `most:<line>` and `title:<line>` beside it. */
function readPieces(form: FormData): Piece[] {
  const whole = (name: string) => Math.max(0, Math.min(999, Math.trunc(Number(form.get(name)) || 0)));
  return [...form.keys()].flatMap((name) => {
    const orderLineId = /^piece:([0-9a-f-]{36})$/.exec(name)?.[1];
    if (!orderLineId) return [];
    const title = String(form.get(`title:${orderLineId}`) ?? '').slice(0, 300);
    return [{ orderLineId, title, most: whole(`most:${orderLineId}`), quantity: whole(name) }];
  });
}
