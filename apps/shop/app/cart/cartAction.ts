import { type Api, unwrap } from '@throughline/client';
import type { Language } from '@throughline/ui/words';
import { data, redirect } from 'react-router';
import { readChosenStore } from '../shared/chosenStore.ts';
import { postcodeCookie, readPostcode } from '../shared/postcode.ts';
import { ensureSession, isProblem, whereKnown } from '../shared/shopperSession.ts';
import { chooseWay } from './chooseWay.ts';
import { isId, readWay, type Way, writeWay } from './readWay.ts';
import type { CartLine } from './types.ts';

/** What was taken out, to be put back. */
export interface Removed {
  variantId: string;
  quantity: number;
  way: string;
  title: string;
  wasHeld: boolean;
}

export interface CartSaid {
  /** Code of a problem; its words are in words.ts. */
  problem?: string;
  /** Which form it is about. */
  about?: 'code' | 'postcode';
  typed?: string;
  removed?: Removed;
}

const said = (what: CartSaid, status = 200) => data<CartSaid>(what, { status });

/** Everything the cart's forms do; they work without JavaScript, so each carries what it needs. */
export async function cartAction(api: Api, request: Request, language: Language) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const version = Number(text('version')) || 0;
  const lineId = text('lineId');
  try {
    switch (text('intent')) {
      case 'add':
        return await add(api, request, language, text('variantId'), readQuantity(text('quantity')) || 1, text('way'));
      case 'quantity': {
        const quantity = readQuantity(text('quantity') || text('typed'));
        if (quantity === undefined) return said({ problem: 'bad_quantity' }, 400);
        return quantity === 0 ? await remove(api, lineId, version) : await change(api, lineId, { version, quantity });
      }
      case 'remove':
        return await remove(api, lineId, version);
      case 'undo':
        await putBack(api, text('variantId'), readQuantity(text('quantity')) || 1, readWay(text('way')), text('held'));
        return redirect(`/${language}/cart`);
      case 'way': {
        const way = readWay(text('way'));
        if (!way) return said({ problem: 'invalid_request' }, 400);
        return await change(api, lineId, { version, way });
      }
      case 'code':
      case 'no-code':
        return await redeem(api, text('intent') === 'code' ? text('code').trim() : '', version);
      case 'accept':
        await unwrap(api.POST('/api/shop/cart/accept-terms', { body: { version } }));
        return said({});
      case 'postcode': {
        const postcode = readPostcode(text('postcode'));
        if (!postcode) return said({ problem: 'bad_postcode', about: 'postcode', typed: text('postcode') }, 400);
        return redirect(`/${language}/cart`, { headers: { 'set-cookie': postcodeCookie(postcode) } });
      }
      default:
        return said({ problem: 'invalid_request' }, 400);
    }
  } catch (error) {
    if (!isProblem(error)) throw error;
    const about = text('intent') === 'code' ? 'code' : undefined;
    return said({ problem: error.code, ...(about ? { about, typed: text('code') } : {}) }, error.problem.status || 503);
  }
}

/** 0 to 999 in digits; undefined for anything else. */
export function readQuantity(text: string): number | undefined {
  return /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined;
}

async function add(api: Api, request: Request, language: Language, variantId: string, quantity: number, asked: string) {
  if (!isId(variantId)) return said({ problem: 'invalid_request' }, 400);
  await ensureSession(api, request);
  const { items } = await unwrap(api.GET('/api/shop/variants', { params: { query: { ids: [variantId] } } }));
  const way = readWay(asked) ?? chooseWay(items[0], quantity, readChosenStore(request)?.code);
  await unwrap(api.POST('/api/shop/cart/lines', { body: { variantId, quantity, way } }));
  return redirect(`/${language}/cart?added=${variantId}`);
}

async function change(
  api: Api,
  lineId: string,
  body: { version: number; quantity?: number; way?: Way },
): Promise<ReturnType<typeof said>> {
  await unwrap(api.PATCH('/api/shop/cart/lines/{lineId}', { params: { path: { lineId } }, body }));
  return said({});
}

async function remove(api: Api, lineId: string, version: number) {
  const cart = await whereKnown(unwrap(api.GET('/api/shop/cart')));
  const line = cart?.lines.find((candidate) => candidate.id === lineId);
  if (!line) return said({});
  await unwrap(api.DELETE('/api/shop/cart/lines/{lineId}', { params: { path: { lineId }, query: { version } } }));
  return said({ removed: describe(line) });
}

const describe = (line: CartLine): Removed => ({
  variantId: line.variant.id,
  quantity: line.quantity,
  way: writeWay(line.way),
  title: [line.variant.title, line.variant.optionsText].filter(Boolean).join(', '),
  wasHeld: line.hold !== null,
});

/** What was held is held anew where that is still possible; else it is in the cart as before, without a hold. */
async function putBack(api: Api, variantId: string, quantity: number, way: Way | undefined, held: string) {
  if (!isId(variantId)) return;
  if (held === 'yes' && way?.method === 'pickup') {
    const again = await api.POST('/api/shop/holds', {
      params: { header: { 'idempotency-key': crypto.randomUUID() } },
      body: { variantId, locationId: way.locationId, quantity },
    });
    if (again.response.ok) return;
  }
  await unwrap(api.POST('/api/shop/cart/lines', { body: { variantId, quantity, way: way ?? { method: 'delivery' } } }));
}

async function redeem(api: Api, code: string, version: number) {
  await unwrap(api.PUT('/api/shop/cart/code', { body: { version, code: code || null } }));
  return said({});
}
