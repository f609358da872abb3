import { type Api, unwrap } from '@throughline/client';
import { readChosenStore } from '../shared/chosenStore.ts';
import { rememberedMethod } from '../shared/deliveryMethod.ts';
import { isProblem } from '../shared/shopperSession.ts';
import type { Cart, Store, VariantNow } from './types.ts';

/** The cart with everything its page shows: other ways to get the goods, and the stores, the chosen one's town first. */
export async function readCart(
  api: Api,
  request: Request,
  postcode: string | undefined,
): Promise<{ cart: Cart; variants: VariantNow[]; stores: Store[] }> {
  const near = readChosenStore(request)?.near;
  const [cart, { items: stores }] = await Promise.all([
    readOwn(api, postcode, rememberedMethod(request)),
    unwrap(api.GET('/api/shop/locations', { params: { query: near ? { near } : {} } })),
  ]);
  const ids = [...new Set(cart.lines.map((line) => line.variant.id))].slice(0, 50);
  const variants =
    ids.length > 0
      ? (
          await unwrap(
            api.GET('/api/shop/variants', {
              params: { query: { ids, ...(near ? { near } : {}), ...(postcode ? { postcode } : {}) } },
            }),
          )
        ).items
      : [];
  return { cart, variants, stores };
}

async function readOwn(api: Api, postcode: string | undefined, deliveryMethodId: string | undefined): Promise<Cart> {
  try {
    return await unwrap(
      api.GET('/api/shop/cart', {
        params: { query: { ...(postcode ? { postcode } : {}), ...(deliveryMethodId ? { deliveryMethodId } : {}) } },
      }),
    );
  } catch (error) {
    if (isProblem(error, 'session_required')) return nobodysCart;
    throw error;
  }
}

const nothing = { amount: 0, currency: 'PLN' };
/** A visitor whom the shop does not know yet has put nothing in. */
const nobodysCart: Cart = {
  id: null,
  version: 0,
  state: 'open',
  market: '',
  currency: nothing.currency,
  lines: [],
  changes: [],
  code: null,
  totals: { goods: nothing, delivery: null, discount: nothing, gross: nothing, net: nothing, tax: nothing, taxes: [] },
  deliveryOffer: null,
  deliveryMethod: null,
  deliveryProblem: null,
  mustAccept: false,
  isOrderable: false,
  asOf: new Date(0).toISOString(),
};
