import { randomUUID } from 'node:crypto';
import { demoPassword, signIns } from '../../demo/load/index.ts';
import type { createClient } from './load.ts';

type Client = ReturnType<typeof createClient>;

const good = { number: '4242 4242 4242 4242', expiryMonth: 12, expiryYear: 2035, cvc: '123' };

/** A guest who has never been here: starts a session. Gives its cookie. */
export async function arrive(client: Client): Promise<string> {
  const answer = await client.send({ method: 'POST', path: '/api/shop/session', body: {} });
  if (answer.status >= 300) throw new Error(`a session was refused: ${answer.text.slice(0, 300)}`);
  return answer.cookie;
}

/** One line to the door, paid by card, in the one-call checkout. */
export async function order(client: Client, cookie: string, variantId: string) {
  const answer = await client.send({
    method: 'POST',
    path: '/api/shop/orders',
    headers: { cookie, 'idempotency-key': randomUUID() },
    body: {
      from: { lines: [{ variantId, quantity: 1, way: { method: 'delivery' } }] },
      contact: { name: 'Jan Nowak', email: `guest-${randomUUID()}@example.com` },
      deliveryAddress: { line1: 'Prosta 1', postcode: '00-850', city: 'Warszawa', country: 'PL' },
      payment: { method: 'card', card: good },
    },
  });
  const placed = answer.status === 201;
  const state = placed ? (JSON.parse(answer.text) as { order: { state: string } }).order.state : undefined;
  return { status: answer.status, isPaid: state === 'paid', text: answer.text };
}

/** An administrator of the demo retailer, for stock and health. */
export async function signInAdmin(client: Client): Promise<string> {
  const admin = signIns().find((one) => one.role === 'admin');
  const body = { email: admin?.email, password: demoPassword };
  const answer = await client.send({ method: 'POST', path: '/api/staff/sign-in', body });
  if (answer.status >= 300) throw new Error(`the sign-in was refused: ${answer.text.slice(0, 300)}`);
  return answer.cookie;
}
