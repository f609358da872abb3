import { type Api, unwrap } from '@throughline/client';
import { data } from 'react-router';
import { isId } from '../cart/readWay.ts';
import { isProblem } from '../shared/shopperSession.ts';
import type { ShopHold } from './holdView.ts';

export interface HoldSaid {
  /** Which hold. */
  id?: string;
  extended?: string;
  released?: boolean;
  problem?: string;
  /** It may not be held longer by the shopper. */
  limit?: boolean;
}

const said = (what: HoldSaid, status = 200) => data<HoldSaid>(what, { status });

/** What a shopper does with a hold of theirs: longer, free, or again. */
export async function holdAction(api: Api, form: FormData) {
  const id = String(form.get('holdId') ?? '');
  if (!isId(id)) return said({ problem: 'not_found' }, 400);
  try {
    switch (form.get('intent')) {
      case 'extend':
        return await extend(api, id);
      case 'release':
        await unwrap(api.DELETE('/api/shop/holds/{id}', { params: { path: { id } } }));
        return said({ id, released: true });
      case 'again':
        return await holdAgain(api, id);
      default:
        return said({ problem: 'invalid_request' }, 400);
    }
  } catch (error) {
    if (!isProblem(error)) throw error;
    return said({ id, problem: error.code }, error.problem.status || 503);
  }
}

const holdOf = async (api: Api, id: string): Promise<ShopHold | undefined> =>
  (await unwrap(api.GET('/api/shop/holds'))).items.find((hold) => hold.id === id);

async function extend(api: Api, id: string) {
  try {
    const longer = await unwrap(api.POST('/api/shop/holds/{id}/extend', { params: { path: { id } } }));
    return said({ id, extended: longer.until });
  } catch (error) {
    if (isProblem(error, 'hold_limit_exceeded')) return said({ id, limit: true });
    throw error;
  }
}

/** The undo of a release: the same goods in the same store, if nobody took them in between. */
async function holdAgain(api: Api, id: string) {
  const hold = await holdOf(api, id);
  const line = hold?.lines[0];
  if (!hold || !line) return said({ id, problem: 'not_found' }, 404);
  const again = await unwrap(
    api.POST('/api/shop/holds', {
      params: { header: { 'idempotency-key': crypto.randomUUID() } },
      body: { variantId: line.variantId, locationId: hold.locationId, quantity: line.quantity },
    }),
  );
  return said({ id: again.id });
}
