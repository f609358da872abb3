import type { Ctx } from '../../../apps/server/src/kernel/context.ts';
import { inTransaction } from '../../../apps/server/src/kernel/database.ts';
import {
  claimIdentifiers,
  nameCustomer,
  subjectForVerified,
  type VerifiedSubject,
} from '../../../apps/server/src/modules/customers/index.ts';
import { type Shopper, shoppers } from '../../velora/index.ts';
import { at } from '../inThePast.ts';
import { inSlices, type Loading } from '../loading.ts';

/** People who have an account: their e-mail proved by a code, their phone as they typed it. May be done again. */
export async function saveShoppers({ ctx, opened, tell }: Loading): Promise<void> {
  const then = at(ctx, opened);
  let done = 0;
  for (const slice of inSlices(shoppers, 38)) {
    await inTransaction(then, async (tx) => {
      const claims = [];
      for (const shopper of slice) {
        const { subjectId, customerId } = await subjectOf(tx, shopper);
        await nameCustomer(tx, {
          customerId,
          subjectId,
          givenName: shopper.firstName,
          familyName: shopper.lastName,
          source: 'account',
        });
        claims.push({ subjectId, kind: 'phone' as const, value: shopper.phone, source: 'account' });
      }
      await claimIdentifiers(tx, claims);
    });
    done += slice.length;
    tell(done, shoppers.length);
  }
}

/** The shopper's subject, made where it is not there. */
export function subjectOf(ctx: Ctx, shopper: Shopper): Promise<VerifiedSubject> {
  return subjectForVerified(
    { ...ctx, language: shopper.language },
    { kind: 'email', value: shopper.email, evidence: { kind: 'sign_in', source: 'demo' } },
  );
}
