import Stripe from 'stripe';
import type { Ctx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { AuthoriseRequest, FollowUpRequest, Outcome, PaymentProvider, Question } from '../provider.ts';
import type { StripeConfig } from './config.ts';
import { cardOfIntent, outcomeOfSession } from './outcomeOfSession.ts';
import { outcomeOfRefund, readStripeEvent } from './readStripeEvent.ts';

/** Stripe lets a session live for 30 minutes at least; a minute more, because its clock is not ours. */
const sessionMinutes = 31;
/** How old a signature may be: what was caught on the way cannot be sent again tomorrow. */
const toleranceSeconds = 300;

/**
 * Cards and BLIK by Stripe, on a page of Stripe (Checkout Sessions): no card number comes near this server. Our key is
 * Stripe's idempotency key and stands in the session as its reference, so that an answer that was lost is found again.
 */
export function createStripe(config: StripeConfig): PaymentProvider {
  const address = new URL(config.apiBase);
  const stripe = new Stripe(config.secretKey, {
    host: address.hostname,
    ...(address.port ? { port: address.port } : {}),
    protocol: address.protocol === 'http:' ? 'http' : 'https',
    // Within the patience of askProvider; what stays unanswered is asked about by the settling job.
    timeout: 8_000,
    maxNetworkRetries: 0,
    telemetry: false,
  });

  return {
    name: 'stripe',
    async authorise(ctx, request) {
      const { instrument } = request;
      if (instrument.kind !== 'redirect') return { result: 'declined', reason: 'page_missing' };
      return refusedOr(async () => {
        const session = await stripe.checkout.sessions.create(sessionOf(request, instrument), {
          idempotencyKey: request.key,
        });
        return outcomeOfSession(session, ctx.clock.now(), true);
      });
    },
    capture: (_ctx, request) =>
      refusedOr(async () => {
        const intent = await stripe.paymentIntents.capture(
          request.providerRef,
          { amount_to_capture: request.amount.amount },
          { idempotencyKey: request.key },
        );
        return { result: 'approved', providerRef: intent.id };
      }),
    void: (_ctx, request) =>
      refusedOr(async () => {
        const intent = await stripe.paymentIntents.cancel(request.providerRef, {}, { idempotencyKey: request.key });
        return { result: 'approved', providerRef: intent.id };
      }),
    refund: (_ctx, request) => refusedOr(async () => outcomeOfRefund(await refund(request))),
    lookUp: (ctx, question) => lookUp(ctx, question),
    async stop(ctx, question) {
      if (!question.providerRef?.startsWith('cs_')) return lookUp(ctx, question);
      try {
        return outcomeOfSession(await stripe.checkout.sessions.expire(question.providerRef), ctx.clock.now());
      } catch (error) {
        // Paid or expired meanwhile.
        if (error instanceof Stripe.errors.StripeInvalidRequestError) return lookUp(ctx, question);
        throw error;
      }
    },
    cardOf: async (_ctx, providerRef) =>
      cardOfIntent(await stripe.paymentIntents.retrieve(providerRef, { expand: ['latest_charge'] })),
    readWebhook(ctx, body, headers) {
      try {
        const event = stripe.webhooks.constructEvent(
          Buffer.from(body),
          headers['stripe-signature'] ?? '',
          config.webhookSecret,
          toleranceSeconds,
          undefined,
          ctx.clock.now().getTime(),
        );
        return readStripeEvent(event, ctx.clock.now());
      } catch (error) {
        throw new AppError(
          'webhook_not_genuine',
          { detail: 'The signature does not fit the body, or is too old.' },
          { cause: error },
        );
      }
    },
  };

  async function refund(request: FollowUpRequest): Promise<Stripe.Refund> {
    return stripe.refunds.create(
      { payment_intent: request.providerRef, amount: request.amount.amount, metadata: { key: request.key } },
      { idempotencyKey: request.key },
    );
  }

  async function lookUp(ctx: Ctx, question: Question): Promise<Outcome | undefined> {
    const { providerRef } = question;
    // Whoever never learned the session's address cannot have paid there: it came to nothing.
    if (!providerRef) return undefined;
    if (question.kind === 'authorise') {
      const session = await stripe.checkout.sessions.retrieve(providerRef, {
        expand: ['payment_intent.latest_charge'],
      });
      return outcomeOfSession(session, ctx.clock.now());
    }
    if (question.kind === 'refund') {
      for await (const known of stripe.refunds.list({ payment_intent: providerRef, limit: 100 }))
        if (known.metadata?.key === question.key) return outcomeOfRefund(known);
      return undefined;
    }
    const intent = await stripe.paymentIntents.retrieve(providerRef);
    const isDone = question.kind === 'void' ? intent.status === 'canceled' : intent.status === 'succeeded';
    return isDone ? { result: 'approved', providerRef: intent.id } : undefined;
  }
}

function sessionOf(
  request: AuthoriseRequest,
  instrument: Extract<AuthoriseRequest['instrument'], { kind: 'redirect' }>,
): Stripe.Checkout.SessionCreateParams {
  const metadata = { key: request.key, orderId: request.orderId };
  return {
    mode: 'payment',
    // A filter on what the account offers: BLIK must be switched on there.
    allowed_payment_method_types: [instrument.by === 'blik' ? 'blik' : 'card'],
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: request.amount.currency.toLowerCase(),
          unit_amount: request.amount.amount,
          product_data: { name: instrument.title },
        },
      },
    ],
    client_reference_id: request.key,
    metadata,
    payment_intent_data: { metadata, capture_method: request.capture ? 'automatic' : 'manual' },
    success_url: instrument.returnUrl,
    cancel_url: instrument.cancelUrl,
    locale: instrument.language === 'pl' || instrument.language === 'ru' ? instrument.language : 'en',
    // The same for every try under one key, or Stripe would refuse the second as another request.
    expires_at: Math.floor(Date.parse(request.startedAt) / 1000) + sessionMinutes * 60,
  };
}

/** What Stripe refuses outright is declined; everything else (no answer, its own faults, too many calls) is not known. */
async function refusedOr(act: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError || error instanceof Stripe.errors.StripeCardError)
      return { result: 'declined', reason: error.code ?? 'refused' };
    throw error;
  }
}
