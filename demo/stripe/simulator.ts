import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type FormObject, readForm, textAt, textsAt } from './forms.ts';
import { payPage } from './payPage.ts';

export interface Session {
  id: string;
  object: 'checkout.session';
  client_reference_id: string | null;
  amount_total: number;
  currency: string;
  expires_at: number;
  metadata: Record<string, string>;
  payment_intent: string | null;
  payment_method_types: string[];
  payment_status: 'unpaid' | 'paid';
  status: 'open' | 'complete' | 'expired';
  success_url: string;
  cancel_url: string;
  url: string | null;
}

interface Intent {
  id: string;
  object: 'payment_intent';
  amount: number;
  amount_received: number;
  currency: string;
  metadata: Record<string, string>;
  status: 'succeeded' | 'requires_capture' | 'canceled';
  latest_charge: string;
}

interface Charge {
  id: string;
  object: 'charge';
  payment_intent: string;
  payment_method_details: { type: 'card'; card: { brand: string; last4: string } } | { type: 'blik'; blik: object };
}

interface Refund {
  id: string;
  object: 'refund';
  amount: number;
  currency: string;
  payment_intent: string;
  metadata: Record<string, string>;
  status: 'succeeded' | 'failed';
  failure_reason?: string;
}

export interface StripeEvent {
  id: string;
  object: 'event';
  type: string;
  created: number;
  data: { object: object };
}

/** One call of the API, for faults: `before` it is done, or `after`, when only the answer is missing. */
export interface Call {
  what: string;
  /** What was called and sent, to tell one customer's call from another's. */
  sent: string;
  phase: 'before' | 'after';
}

export interface SimulatorOptions {
  secretKey?: string;
  webhookSecret?: string;
  port?: number;
  /** Where it tells what happened; may be set later. */
  webhookUrl?: string;
  /** Its clock, in milliseconds. */
  now?: () => number;
}

/**
 * The part of Stripe that a shop's checkout needs, as a real HTTP server: sessions with a page to pay on, payment intents,
 * refunds, idempotency keys, signed webhooks. What a test wants to go wrong goes wrong: answers are lost or late, webhooks
 * come twice, late, in another order, or not at all.
 */
export async function openStripe(options: SimulatorOptions = {}) {
  const secretKey = options.secretKey ?? 'sk_test_simulated';
  const webhookSecret = options.webhookSecret ?? 'whsec_simulated';
  const now = options.now ?? Date.now;
  const sessions = new Map<string, Session>();
  const intents = new Map<string, Intent>();
  const charges = new Map<string, Charge>();
  const refunds = new Map<string, Refund>();
  const answers = new Map<string, { sent: string; status: number; body: object }>();
  const newId = (prefix: string) => `${prefix}_${randomBytes(12).toString('hex')}`;
  const state = {
    webhookUrl: options.webhookUrl,
    /** `hold`: events wait in `events` until a test delivers them. */
    webhooks: 'send' as 'send' | 'hold',
    events: [] as StripeEvent[],
    calls: [] as string[],
    /** May drop the connection (`drop`), delay, or refuse: asked before and after each call. */
    onCall: undefined as
      | ((call: Call) => Promise<'drop' | 'fail' | undefined> | 'drop' | 'fail' | undefined)
      | undefined,
    /** The next refund is refused by the bank. */
    refuseRefunds: false,
    /** The last four digits of the card that pays next. */
    card: '4242',
  };

  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = new URL(request.url ?? '/', url);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    if (target.pathname.startsWith('/pay/')) return paying(request.method ?? 'GET', target, body, response);
    if (request.headers.authorization !== `Bearer ${secretKey}`)
      return send(response, 401, fault('invalid_request_error', 'api_key_invalid'));
    const what = `${request.method} ${target.pathname.replace(/(cs|pi|re)_[^/]+/, ':id')}`;
    state.calls.push(what);
    const key = request.headers['idempotency-key'];
    const known = typeof key === 'string' ? answers.get(key) : undefined;
    const sent = `${target.pathname}?${body}`;
    if (await isCutOff({ what, sent, phase: 'before' }, response)) return;
    if (known && known.sent !== sent) return send(response, 400, fault('idempotency_error', 'idempotency_key_in_use'));
    const answer = known ?? { sent, ...act(request.method ?? 'GET', target, readForm(body)) };
    // Stripe remembers what it did, its own faults apart.
    if (typeof key === 'string' && answer.status < 500) answers.set(key, answer);
    if (await isCutOff({ what, sent, phase: 'after' }, response)) return;
    send(response, answer.status, answer.body);
  }

  async function isCutOff(call: Call, response: ServerResponse): Promise<boolean> {
    const wish = await state.onCall?.(call);
    if (wish === 'drop') response.destroy();
    if (wish === 'fail') send(response, 500, fault('api_error', 'internal'));
    return wish !== undefined;
  }

  function act(method: string, target: URL, form: FormObject): { status: number; body: object } {
    const [, , first, second, third] = target.pathname.split('/');
    if (method === 'POST' && target.pathname === '/v1/checkout/sessions') return openSession(form);
    if (first === 'checkout' && second === 'sessions' && third) {
      const session = sessions.get(third);
      if (!session) return missing();
      if (method === 'GET') return { status: 200, body: withIntent(lapse(session), target) };
      if (lapse(session).status !== 'open') return refused('only open sessions can be expired');
      expire(session);
      return { status: 200, body: session };
    }
    if (method === 'POST' && target.pathname === '/v1/refunds') return refund(form);
    if (method === 'GET' && target.pathname === '/v1/refunds') {
      const of = target.searchParams.get('payment_intent');
      const data = [...refunds.values()].filter((one) => one.payment_intent === of);
      return { status: 200, body: { object: 'list', url: '/v1/refunds', has_more: false, data } };
    }
    const intent = first === 'payment_intents' && second ? intents.get(second) : undefined;
    if (!intent) return missing();
    if (third === 'cancel') intent.status = 'canceled';
    if (third === 'capture')
      Object.assign(intent, {
        status: 'succeeded',
        amount_received: Number(textAt(form, 'amount_to_capture') ?? intent.amount),
      });
    return { status: 200, body: isExpanded(target, 'latest_charge') ? withCharge(intent) : intent };
  }

  function openSession(form: FormObject): { status: number; body: object } {
    if (form.payment_method_types)
      return refused('Received unknown parameter: payment_method_types', 'payment_method_types_no_longer_supported');
    const seconds = Math.floor(now() / 1000);
    const expiresAt = Number(textAt(form, 'expires_at') ?? seconds + 86_400);
    if (expiresAt < seconds + 1_800 - 60 || expiresAt > seconds + 86_400)
      return refused('expires_at must be between 30 minutes and 24 hours from now');
    const price = ['line_items', '0', 'price_data'];
    const currency = textAt(form, ...price, 'currency') ?? '';
    const types = Object.values(textsAt(form, 'allowed_payment_method_types'));
    if (types.includes('blik') && currency !== 'pln')
      return refused('blik takes pln only', 'payment_method_unactivated');
    const session: Session = {
      id: newId('cs_test'),
      object: 'checkout.session',
      client_reference_id: textAt(form, 'client_reference_id') ?? null,
      amount_total:
        Number(textAt(form, ...price, 'unit_amount')) * Number(textAt(form, 'line_items', '0', 'quantity') ?? 1),
      currency,
      expires_at: expiresAt,
      metadata: textsAt(form, 'metadata'),
      payment_intent: null,
      payment_method_types: types,
      payment_status: 'unpaid',
      status: 'open',
      success_url: textAt(form, 'success_url') ?? '',
      cancel_url: textAt(form, 'cancel_url') ?? '',
      url: null,
    };
    session.url = `${url}/pay/${session.id}`;
    sessions.set(session.id, session);
    return { status: 200, body: session };
  }

  function refund(form: FormObject): { status: number; body: object } {
    const intent = intents.get(textAt(form, 'payment_intent') ?? '');
    if (!intent) return missing();
    const amount = Number(textAt(form, 'amount') ?? intent.amount);
    const before = [...refunds.values()].filter(
      (one) => one.payment_intent === intent.id && one.status === 'succeeded',
    );
    const given = before.reduce((sum, one) => sum + one.amount, 0);
    if (amount + given > intent.amount_received)
      return refused('Refund amount is greater than unrefunded amount', 'charge_already_refunded');
    const made: Refund = {
      id: newId('re'),
      object: 'refund',
      amount,
      currency: intent.currency,
      payment_intent: intent.id,
      metadata: textsAt(form, 'metadata'),
      status: state.refuseRefunds ? 'failed' : 'succeeded',
      ...(state.refuseRefunds ? { failure_reason: 'lost_or_stolen_card' } : {}),
    };
    refunds.set(made.id, made);
    tell('refund.updated', made);
    return { status: 200, body: made };
  }

  /** The bank sends a refund back that was reported as done. */
  function failRefund(id: string): void {
    const made = refunds.get(id);
    if (!made) return;
    Object.assign(made, { status: 'failed', failure_reason: 'expired_or_canceled_card' });
    tell('refund.failed', made);
  }

  function withIntent(session: Session, target: URL): object {
    const intent = session.payment_intent ? intents.get(session.payment_intent) : undefined;
    if (!intent) return session;
    if (isExpanded(target, 'payment_intent.latest_charge')) return { ...session, payment_intent: withCharge(intent) };
    return isExpanded(target, 'payment_intent') ? { ...session, payment_intent: intent } : session;
  }

  const isExpanded = (target: URL, what: string) =>
    [...target.searchParams].some(([name, value]) => name.startsWith('expand') && value === what);

  const withCharge = (intent: Intent) => ({ ...intent, latest_charge: charges.get(intent.latest_charge) ?? null });

  /** Time passes here as well. */
  function lapse(session: Session): Session {
    if (session.status === 'open' && session.expires_at * 1000 <= now()) expire(session);
    return session;
  }

  function expire(session: Session): void {
    Object.assign(session, { status: 'expired', url: null });
    tell('checkout.session.expired', session);
  }

  /** The customer pays; false where the session is over. */
  function pay(sessionId: string): boolean {
    const session = sessions.get(sessionId);
    if (!session || lapse(session).status !== 'open') return false;
    const intent: Intent = {
      id: newId('pi'),
      object: 'payment_intent',
      amount: session.amount_total,
      amount_received: session.amount_total,
      currency: session.currency,
      metadata: session.metadata,
      status: 'succeeded',
      latest_charge: newId('ch'),
    };
    charges.set(intent.latest_charge, {
      id: intent.latest_charge,
      object: 'charge',
      payment_intent: intent.id,
      payment_method_details: session.payment_method_types.includes('blik')
        ? { type: 'blik', blik: {} }
        : { type: 'card', card: { brand: 'visa', last4: state.card } },
    });
    intents.set(intent.id, intent);
    Object.assign(session, { status: 'complete', payment_status: 'paid', payment_intent: intent.id, url: null });
    tell('payment_intent.succeeded', intent);
    tell('checkout.session.completed', session);
    return true;
  }

  async function paying(method: string, target: URL, body: string, response: ServerResponse): Promise<void> {
    const session = sessions.get(target.pathname.split('/')[2] ?? '');
    if (!session) return send(response, 404, {});
    const choice = method === 'POST' ? textAt(readForm(body), 'choice') : undefined;
    const code = textAt(readForm(body), 'code') ?? '';
    if (choice === 'back') return goTo(response, session.cancel_url);
    const isBlik = session.payment_method_types.includes('blik');
    const isRight = choice === 'approve' && (!isBlik || /^\d{6}$/.test(code));
    if (isRight && pay(session.id)) return goTo(response, session.success_url);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      payPage(session, choice === undefined ? undefined : isBlik && choice === 'approve' ? 'code' : 'declined'),
    );
  }

  function tell(type: string, object: object): void {
    const event: StripeEvent = {
      id: newId('evt'),
      object: 'event',
      type,
      created: Math.floor(now() / 1000),
      data: { object: structuredClone(object) },
    };
    state.events.push(event);
    if (state.webhooks === 'send') void deliver(event).catch(() => undefined);
  }

  /** Sends an event, signed now; gives the status it was answered with. */
  async function deliver(
    event: StripeEvent,
    change: { secret?: string; signedAt?: number; to?: string } = {},
  ): Promise<number> {
    const target = change.to ?? state.webhookUrl;
    if (!target) return 0;
    const body = JSON.stringify(event);
    const at = Math.floor((change.signedAt ?? now()) / 1000);
    const signature = createHmac('sha256', change.secret ?? webhookSecret)
      .update(`${at}.${body}`)
      .digest('hex');
    const answer = await fetch(target, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': `t=${at},v1=${signature}` },
      body,
    });
    return answer.status;
  }

  return {
    url,
    secretKey,
    webhookSecret,
    state,
    sessions,
    refunds,
    pay,
    failRefund,
    deliver,
    /** What was taken and not given back, for one reference of ours. */
    kept(reference: string): number {
      const session = [...sessions.values()].find((one) => one.client_reference_id === reference);
      const intent = session?.payment_intent ? intents.get(session.payment_intent) : undefined;
      const given = [...refunds.values()].filter(
        (one) => one.payment_intent === intent?.id && one.status === 'succeeded',
      );
      return (intent?.amount_received ?? 0) - given.reduce((sum, one) => sum + one.amount, 0);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type StripeSimulator = Awaited<ReturnType<typeof openStripe>>;

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function goTo(response: ServerResponse, location: string): void {
  response.writeHead(303, { location });
  response.end();
}

const fault = (type: string, code: string, message = code) => ({ error: { type, code, message } });
const missing = () => ({ status: 404, body: fault('invalid_request_error', 'resource_missing') });
const refused = (message: string, code = 'parameter_invalid') => ({
  status: 400,
  body: fault('invalid_request_error', code, message),
});
