import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { elsewhere } from './elsewhere.ts';
import { payInStore } from './payInStore.ts';
import type { Outcome, PaymentProvider } from './provider.ts';
import { storeCredit } from './storeCredit.ts';
import type { StripeConfig } from './stripe/config.ts';
import { createStripe } from './stripe/stripe.ts';
import { testCard } from './testCard/testCard.ts';
import { transfer } from './transfer/transfer.ts';

/** Providers by name. */
export type Providers = ReadonlyMap<string, PaymentProvider>;

/** Under this name a server's providers are among the connections of its context. */
export const providersConnection = 'payments.providers';

/** The providers this server was configured with. */
export function providersOf(ctx: Ctx): Providers {
  return (ctx.connections?.get(providersConnection) as Providers | undefined) ?? builtInProviders;
}

export const builtInProviders: Providers = new Map(
  [testCard, payInStore, storeCredit, elsewhere].map((provider) => [provider.name, provider]),
);

/**
 * The providers of this server. Where a real one is set up, the simulated card is not taken: it would give goods away.
 */
export function createProviders(config: {
  stripe?: StripeConfig | undefined;
  bankAccount?: string | undefined;
}): Providers {
  const providers = [
    payInStore,
    storeCredit,
    elsewhere,
    ...(config.stripe ? [createStripe(config.stripe)] : [testCard]),
    ...(config.bankAccount ? [transfer] : []),
  ];
  return new Map(providers.map((provider) => [provider.name, provider]));
}

/** Longer than a provider takes, shorter than a customer waits. */
const patienceMs = 10_000;

/**
 * Calls a provider: never inside a transaction (no row lock across a network call), never longer than ten seconds, and
 * whatever goes wrong on the way is "unknown", never "declined": the money may have moved.
 */
export async function askProvider<T>(
  ctx: Ctx,
  providers: Providers,
  name: string,
  call: (provider: PaymentProvider) => Promise<T>,
): Promise<T | Extract<Outcome, { result: 'unknown' }>> {
  if (ctx.db.isTransaction) throw new Error('a payment provider must not be called inside a transaction');
  const provider = providers.get(name);
  if (!provider) throw new AppError('not_found', { detail: `There is no payment provider ${name}.` });
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${patienceMs} ms`)), patienceMs);
  });
  try {
    return await Promise.race([call(provider), timeout]);
  } catch (error) {
    ctx.log.warn({ provider: name, err: error }, 'a payment provider did not answer');
    return { result: 'unknown', reason: 'no_answer' };
  } finally {
    clearTimeout(timer);
  }
}
