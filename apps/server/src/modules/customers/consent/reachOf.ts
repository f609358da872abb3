import type { Ctx } from '../../../kernel/context.ts';
import { mayContact } from './mayContact.ts';
import { type ConsentChannel, choosable } from './purposes.ts';
import type { SuppressionReason } from './suppression.ts';

/** Whether news and offers may be sent to a customer in one way, and why not. */
export interface Reach {
  channel: ConsentChannel;
  allowed: boolean;
  reason: 'no_consent' | 'no_address' | SuppressionReason | null;
}

/** What `mayContact` says of every way of advertising: a page shows what sending will do. */
export async function reachOf(ctx: Ctx, customerId: string): Promise<Reach[]> {
  const reach: Reach[] = [];
  for (const { purpose, channel } of choosable) {
    if (purpose !== 'marketing') continue;
    const may = await mayContact(ctx, { customerId }, purpose, channel);
    reach.push({ channel, allowed: may.allowed, reason: may.allowed ? null : may.reason });
  }
  return reach;
}
