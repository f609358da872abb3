import { type Api, unwrap } from '@throughline/client';
import { data, redirect } from 'react-router';
import { isId } from '../cart/readWay.ts';
import { readExpiry } from '../checkout/checkCheckout.ts';
import { ensureSession, isProblem } from '../shared/shopperSession.ts';

export interface OrderSaid {
  done?: 'cancelled' | 'part_cancelled' | 'moved' | 'kept' | 'collector' | 'chosen' | 'paid';
  problem?: string;
}

const said = (what: OrderSaid, status = 200) => data<OrderSaid>(what, { status });

function paymentFrom(text: (name: string) => string) {
  switch (text('way')) {
    case 'card': {
      const expiry = readExpiry(text('expiry'));
      return expiry
        ? {
            method: 'card' as const,
            card: {
              number: text('card').replace(/\s/g, ''),
              expiryMonth: expiry.month,
              expiryYear: expiry.year,
              cvc: text('cvc'),
            },
          }
        : undefined;
    }
    case 'online:card':
      return { method: 'online' as const, by: 'card' as const };
    case 'online:blik':
      return { method: 'online' as const, by: 'blik' as const };
    default:
      return { method: 'transfer' as const };
  }
}

/** What a customer does with an order after placing it: cancel, another store, later, somebody else, a choice. */
export async function orderAction(api: Api, request: Request, orderId: string) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const given = new URL(request.url).searchParams.get('token')?.slice(0, 100);
  const token = given ? { token: given } : {};
  const [workId, locationId, shortageId] = [text('work'), text('store'), text('shortage')];
  const header = { 'idempotency-key': isId(text('key')) ? text('key') : crypto.randomUUID() };
  await ensureSession(api, request);
  try {
    switch (text('intent')) {
      case 'cancel': {
        const lines = form.getAll('line').flatMap((value) => {
          const lineId = String(value);
          const quantity = Number.parseInt(text(`quantity-${lineId}`), 10);
          return isId(lineId) ? [{ lineId, ...(quantity > 0 ? { quantity } : {}) }] : [];
        });
        if (lines.length === 0) return said({ problem: 'nothing_chosen' }, 400);
        const order = await unwrap(
          api.POST('/api/shop/orders/{id}/cancel', {
            params: { path: { id: orderId }, header },
            body: { ...token, lines },
          }),
        );
        return said({ done: order.state === 'cancelled' ? 'cancelled' : 'part_cancelled' });
      }
      case 'move':
        if (!isId(locationId)) return said({ problem: 'nothing_chosen' }, 400);
        await unwrap(
          api.POST('/api/shop/orders/{id}/pickups/{workId}/move', {
            params: { path: { id: orderId, workId }, header },
            body: { ...token, locationId },
          }),
        );
        return said({ done: 'moved' });
      case 'keep':
        await unwrap(
          api.POST('/api/shop/orders/{id}/pickups/{workId}/keep', {
            params: { path: { id: orderId, workId } },
            body: { ...token, days: Number.parseInt(text('days'), 10) || 0 },
          }),
        );
        return said({ done: 'kept' });
      case 'collector':
        await unwrap(
          api.POST('/api/shop/orders/{id}/pickups/{workId}/collector', {
            params: { path: { id: orderId, workId } },
            body: { ...token, collector: text('collector').slice(0, 120) || null },
          }),
        );
        return said({ done: 'collector' });
      case 'choose': {
        const [choice, at] = text('choice').split(':');
        if (
          choice !== 'other_store' &&
          choice !== 'ship_here' &&
          choice !== 'delivery' &&
          choice !== 'wait' &&
          choice !== 'refund'
        )
          return said({ problem: 'nothing_chosen' }, 400);
        const line1 = text('line1');
        const address = line1 ? { line1, postcode: text('postcode'), city: text('city'), country: 'PL' } : undefined;
        await unwrap(
          api.POST('/api/shop/orders/{id}/shortages/{shortageId}/choose', {
            params: { path: { id: orderId, shortageId }, header },
            body: {
              ...token,
              choice,
              ...(isId(at) ? { locationId: at } : {}),
              ...(address ? { deliveryAddress: address } : {}),
            },
          }),
        );
        return said({ done: 'chosen' });
      }
      case 'pay': {
        const payment = paymentFrom(text);
        if (!payment) return said({ problem: 'payment_declined' }, 400);
        const paid = await unwrap(
          api.POST('/api/shop/orders/{id}/pay', {
            params: { path: { id: orderId }, header },
            body: { ...token, payment },
          }),
        );
        if (paid.paymentState === 'pending' && paid.action?.url) return redirect(paid.action.url);
        return said(paid.paymentState === 'pending' ? {} : { done: 'paid' });
      }
      default:
        return said({ problem: 'invalid_request' }, 400);
    }
  } catch (error) {
    if (!isProblem(error)) throw error;
    return said({ problem: error.code }, error.problem.status || 503);
  }
}
