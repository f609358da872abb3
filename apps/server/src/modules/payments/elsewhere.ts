import type { PaymentProvider } from './provider.ts';
import { transfer } from './transfer/transfer.ts';

/**
 * Money that another system took, for an order that was imported from there. No key of ours reaches it, so nothing is
 * taken or tried by it here: a person gives it back, in that system or from the bank's screen, and says that it is done.
 */
export const elsewhere: PaymentProvider = {
  name: 'elsewhere',
  authorise: async () => ({ result: 'declined', reason: 'recorded_by_import' }),
  capture: async () => ({ result: 'declined', reason: 'nothing_authorised' }),
  void: async () => ({ result: 'declined', reason: 'nothing_authorised' }),
  refund: async () => ({ result: 'unknown', reason: 'sent_by_hand' }),
  lookUp: async (_ctx, { kind }) => (kind === 'authorise' ? undefined : { result: 'unknown', reason: 'sent_by_hand' }),
};

/** Whose refunds a person sends, and nobody can be asked about. */
export const sentByHand: readonly string[] = [transfer.name, elsewhere.name];
