import { type Api, type Body, unwrap } from '@throughline/client';
import type { Money } from '@throughline/ui/format';
import { createTranslator, type Language } from '@throughline/ui/words';
import { data, redirect } from 'react-router';
import { isId, readMethod, readWay } from '../cart/readWay.ts';
import { wordingIn } from '../consent/consentCookie.ts';
import { lastOrderCookie, orderHref, readLastOrder } from '../order/lastOrder.ts';
import { methodCookie } from '../shared/deliveryMethod.ts';
import { postcodeCookie, readPostcode } from '../shared/postcode.ts';
import { ensureSession, isProblem, whereKnown } from '../shared/shopperSession.ts';
import { type Asked, type CheckoutField, type CheckoutValues, checkCheckout, readExpiry } from './checkCheckout.ts';
import { faultWords, sayProblem } from './faultWords.ts';
import { readCheckoutForm } from './readCheckoutForm.ts';

export interface CheckoutSaid {
  values: CheckoutValues;
  /** In words: the page loads those of faults only when somebody types. */
  faults: Partial<Record<CheckoutField, string>>;
  /** What no field is at fault for, in words. */
  problem?: string;
  /** What it costs now, where that is more than was shown. */
  total?: Money;
  /** What is on the store credit whose code was typed; it pays as much as it can. */
  credit?: Money;
  /** For the next try. What was placed under a key stays what it was, so a new attempt needs a new one. */
  key: string;
}

/**
 * Places the order. Nothing typed is lost: whatever stands in the way comes back with the values (never the card's), the
 * fault and where it is. One key is one order, however often the button is pressed.
 */
export async function checkoutAction(api: Api, request: Request, language: Language, publicUrl: string) {
  const form = await request.formData();
  const values = readCheckoutForm(form);
  const key = String(form.get('key') ?? '');
  const version = Number(form.get('version')) || 0;
  if (form.get('intent') === 'way') return changeWay(api, form, values, key, language);
  if (form.get('intent') === 'postcode') return rememberPostcode(values, key);
  if (form.get('intent') === 'credit') return lookUpCredit(api, values, key, language);
  const balance = readCredit(form);
  // A code nobody looked at yet: first it is shown what it pays.
  if (values.credit && !balance) return lookUpCredit(api, values, key, language);
  const total = readTotal(form);
  const byCredit = values.credit && balance && total ? Math.min(balance.amount, total.amount) : 0;

  await ensureSession(api, request);
  const me = await whereKnown(unwrap(api.GET('/api/shop/me')));
  const knownEmail = me?.signedIn ? (me.customer?.email ?? null) : null;
  const cartId = String(form.get('cartId') ?? '');
  const delivers = form.get('delivers') === 'yes';
  const newsWording = wordingIn(form, 'newsWording');
  const isCovered = total !== undefined && byCredit > 0 && byCredit === total.amount;
  const asked: Asked = { delivers, knownEmail, isCovered, now: new Date() };
  const faults = checkCheckout(values, asked);
  const back = (said: Partial<CheckoutSaid>, status: number, nextKey = key) =>
    data<CheckoutSaid>(
      { values: withoutCard(values), faults: {}, key: nextKey, ...(balance ? { credit: balance } : {}), ...said },
      { status, headers: postcodeHeader(values) },
    );
  if (Object.keys(faults).length > 0) {
    const say = createTranslator(faultWords, language);
    const inWords = Object.entries(faults).map(([field, fault]) => [field, say(fault)]);
    return back({ faults: Object.fromEntries(inWords) }, 400);
  }
  if (!isId(cartId)) return back({ problem: sayProblem('cart_empty', language) }, 400);

  try {
    const { order, accessToken, action } = await unwrap(
      api.POST('/api/shop/orders', {
        params: { header: { 'idempotency-key': key } },
        body: {
          ...toOrder(values, {
            cartId,
            version,
            delivers,
            deliveryMethodId: String(form.get('deliveryMethod') ?? ''),
            email: knownEmail ?? values.email,
            total,
            deliveredBy: String(form.get('deliveredBy') ?? ''),
          }),
          ...(byCredit > 0 && total
            ? { storeCredit: { code: values.credit, amount: { amount: byCredit, currency: total.currency } } }
            : {}),
          ...(isCovered ? { payment: { method: 'store_credit' as const } } : {}),
          ...(values.news === 'yes' && newsWording ? { news: { wording: newsWording } } : {}),
        },
      }),
    );
    if (delivers && knownEmail && form.get('keepAddress') === 'yes') await keepAddress(api, values);
    const headers = new Headers();
    headers.append('set-cookie', lastOrderCookie(order.id, accessToken, publicUrl));
    const postcode = readPostcode(values.postcode);
    if (postcode) headers.append('set-cookie', postcodeCookie(postcode));
    // Paid on the provider's page, which sends the customer back to us.
    if (action?.url) return redirect(action.url, { headers });
    return redirect(`${orderHref(language, order.id, accessToken)}&placed=1`, { headers });
  } catch (error) {
    if (!isProblem(error)) throw error;
    // Another press, tab or visit ordered this cart already: the order is shown, and nothing is paid twice.
    if (error.code === 'cart_closed' || error.code === 'already_exists') {
      const placed = await readLastOrder(api, request, language);
      // Another tab's order may be known to this browser only a moment later; the cart then says what became of it.
      return redirect(placed?.href ?? `/${language}/cart?ordered=1`);
    }
    // What it holds changed meanwhile: it is looked at anew.
    if (error.code === 'credit_insufficient' || error.code === 'credit_invalid')
      return lookUpCredit(api, values, crypto.randomUUID(), language);
    const reason = typeof error.problem.reason === 'string' ? error.problem.reason : undefined;
    const now = readMoney(error.problem.total);
    const day = typeof error.problem.latest === 'string' ? error.problem.latest : undefined;
    const isSure = error.problem.status >= 400 && error.problem.status < 500;
    // Where nobody knows whether it was placed, the same key must be used again: it is placed once.
    return back(
      {
        problem: sayProblem(error.code, language, {
          ...(reason ? { reason } : {}),
          ...(now ? { total: now } : {}),
          ...(day ? { day } : {}),
        }),
        ...(now ? { total: now } : {}),
      },
      error.problem.status || 503,
      isSure ? crypto.randomUUID() : key,
    );
  }
}

/** The order stands whether or not this works: an address that cannot be kept is typed again, and no order is lost. */
async function keepAddress(api: Api, values: CheckoutValues): Promise<void> {
  const postcode = readPostcode(values.postcode) ?? values.postcode;
  const { street: line1, city, name } = values;
  try {
    const { items } = await unwrap(api.GET('/api/shop/me/addresses'));
    if (items.some((one) => one.line1 === line1 && one.postcode === postcode)) return;
    const fields = { name, line1, line2: null, postcode, city, country: 'PL', note: values.note || null };
    await unwrap(api.POST('/api/shop/me/addresses', { body: fields }));
  } catch (error) {
    if (!isProblem(error)) throw error;
  }
}

/** The card is never sent back into a page. */
const withoutCard = (values: CheckoutValues): CheckoutValues => ({ ...values, card: '', expiry: '', cvc: '' });

/** The price of delivery follows the postcode as soon as it is known, before anybody presses the button. */
function rememberPostcode(values: CheckoutValues, key: string) {
  return data<CheckoutSaid>({ values: withoutCard(values), faults: {}, key }, { headers: postcodeHeader(values) });
}

/** Also where an order was refused, so that the page offers what there is for the postcode that was typed. */
function postcodeHeader(values: CheckoutValues): HeadersInit {
  const postcode = readPostcode(values.postcode);
  return postcode ? { 'set-cookie': postcodeCookie(postcode) } : {};
}

/** What a typed code still holds, so that the page can show what it pays and what is left. */
async function lookUpCredit(api: Api, values: CheckoutValues, key: string, language: Language) {
  const say = createTranslator(faultWords, language);
  const said = (more: Partial<CheckoutSaid>, status = 200) =>
    data<CheckoutSaid>({ values: withoutCard(values), faults: {}, key, ...more }, { status });
  const wrong = (fault: 'creditWrong' | 'creditEmpty') => said({ faults: { credit: say(fault) } }, 400);
  if (values.credit === '') return said({});
  if (values.credit.replace(/[\s-]/g, '').length < 12) return wrong('creditWrong');
  try {
    const credit = await unwrap(api.POST('/api/shop/credits/look-up', { body: { code: values.credit.slice(0, 24) } }));
    if (credit.isExpired || credit.balance.amount === 0) return wrong('creditEmpty');
    return said({ credit: credit.balance });
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.code === 'not_found') return wrong('creditWrong');
    return said({ problem: sayProblem(error.code, language) }, error.problem.status || 503);
  }
}

/** What the page showed that is on the credit. */
function readCredit(form: FormData): Money | undefined {
  const amount = Number(form.get('creditBalance'));
  const currency = String(form.get('currency') ?? '');
  return Number.isSafeInteger(amount) && amount > 0 && /^[A-Z]{3}$/.test(currency) ? { amount, currency } : undefined;
}

/** Another way to get everything: every line goes over to it; what is held elsewhere goes free. */
async function changeWay(api: Api, form: FormData, values: CheckoutValues, key: string, language: Language) {
  const way = readWay(String(form.get('way') ?? ''));
  const method = readMethod(String(form.get('way') ?? ''));
  const headers: HeadersInit = method ? { 'set-cookie': methodCookie(method) } : {};
  const said = (problem?: string) =>
    data<CheckoutSaid>({ values: withoutCard(values), faults: {}, key, ...(problem ? { problem } : {}) }, { headers });
  const cart = await whereKnown(unwrap(api.GET('/api/shop/cart')));
  if (!cart || !way) return said();
  let { version } = cart;
  try {
    for (const line of cart.lines) {
      const same =
        line.way.method === way.method && (way.method === 'delivery' || line.way.locationId === way.locationId);
      if (same) continue;
      const path = { lineId: line.id };
      const changed = await unwrap(
        api.PATCH('/api/shop/cart/lines/{lineId}', { params: { path }, body: { version, way } }),
      );
      version = changed.version;
    }
    return said();
  } catch (error) {
    if (!isProblem(error)) throw error;
    return said(sayProblem(error.code, language));
  }
}

function readMoney(value: unknown): Money | undefined {
  if (typeof value !== 'object' || value === null || !('amount' in value) || !('currency' in value)) return undefined;
  const { amount, currency } = value;
  return typeof amount === 'number' && typeof currency === 'string' ? { amount, currency } : undefined;
}

type Order = Body<'/api/shop/orders', 'post'>;

/** What the shopper was shown: less may be charged, never more. */
function readTotal(form: FormData): Order['total'] {
  const amount = Number(form.get('total'));
  const currency = String(form.get('currency') ?? '');
  return Number.isSafeInteger(amount) && /^[A-Z]{3}$/.test(currency) ? { amount, currency } : undefined;
}

function meansOf(choice: CheckoutValues['payment']): Order['payment'] {
  switch (choice) {
    case 'online:card':
      return { method: 'online', by: 'card' };
    case 'online:blik':
      return { method: 'online', by: 'blik' };
    case 'transfer':
      return { method: 'transfer' };
    default:
      return { method: 'pay_in_store' };
  }
}

function toOrder(
  values: CheckoutValues,
  known: {
    cartId: string;
    version: number;
    delivers: boolean;
    deliveryMethodId: string;
    email: string;
    total: Order['total'];
    /** The day that stood beside the button. */
    deliveredBy: string;
  },
): Order {
  const expiry = readExpiry(values.expiry);
  return {
    from: { cartId: known.cartId, version: known.version },
    contact: { name: values.name, email: known.email, ...(values.phone ? { phone: values.phone } : {}) },
    ...(known.delivers
      ? {
          deliveryAddress: {
            name: values.name,
            line1: values.street,
            postcode: readPostcode(values.postcode) ?? values.postcode,
            city: values.city,
            country: 'PL',
            ...(values.note ? { note: values.note } : {}),
          },
        }
      : {}),
    ...(known.delivers && isId(known.deliveryMethodId) ? { deliveryMethodId: known.deliveryMethodId } : {}),
    ...(known.total ? { total: known.total } : {}),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(known.deliveredBy) ? { deliveredBy: known.deliveredBy } : {}),
    payment:
      values.payment === 'card' && expiry
        ? {
            method: 'card',
            card: {
              number: values.card.replace(/\s/g, ''),
              expiryMonth: expiry.month,
              expiryYear: expiry.year,
              cvc: values.cvc,
            },
          }
        : meansOf(values.payment),
  };
}
