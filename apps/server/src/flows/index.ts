import type { Module } from '../kernel/module.ts';
import type { CodeSender, ConfirmationSender } from '../modules/customers/index.ts';
import { cartRoutes } from './carts/routes.ts';
import { holdSubscribers } from './holds/followHolds.ts';
import { holdRoutes } from './holds/routes.ts';
import { linkRoutes } from './links/followSmartLink.ts';
import { readInbox } from './money/readInbox.ts';
import { moneyRoutes } from './money/routes.ts';
import { tellCredit } from './money/tellCredit.ts';
import { followLapsedHolds, lapsePickups } from './orders/lapsePickups.ts';
import { orderRoutes } from './orders/routes.ts';
import { tellCollected } from './orders/tellCollected.ts';
import { tellSent } from './orders/tellSent.ts';
import type { FlowParts } from './parts.ts';
import { mergeCartsOfPeople } from './people/mergeCartsOfPeople.ts';
import { endOpen } from './privacy/endOpen.ts';
import { eraseJob } from './privacy/eraseJob.ts';
import { exportJob } from './privacy/exportJob.ts';
import { officePrivacyRoutes } from './privacy/officeRoutes.ts';
import { privacyRoutes } from './privacy/routes.ts';
import { receiptRoutes } from './receipts/routes.ts';
import { acceptSilence } from './returns/acceptSilence.ts';
import { returnRoutes } from './returns/routes.ts';
import { tellReturns } from './returns/tellReturns.ts';
import { sellingSubscribers } from './selling/confirmOrders.ts';
import { importRoutes } from './selling/importRoutes.ts';
import { sellingRoutes } from './selling/routes.ts';
import { settlePayments } from './selling/settlePayments.ts';

/** The acts of the business that span modules, with their routes and what they do when something happened elsewhere. */
export function createFlowsModule(parts: FlowParts & { codes: CodeSender; confirmations: ConfirmationSender }): Module {
  const personal = parts.personal ?? (() => []);
  return {
    name: 'flows',
    personal: endOpen,
    routes: [
      ...cartRoutes(parts),
      ...holdRoutes(parts),
      ...sellingRoutes(parts, parts.confirmations),
      ...orderRoutes(parts),
      ...moneyRoutes(),
      ...importRoutes(),
      ...linkRoutes(parts),
      ...returnRoutes(parts),
      ...receiptRoutes,
      ...privacyRoutes(personal, parts.codes),
      ...officePrivacyRoutes,
    ],
    subscribers: [
      ...holdSubscribers(parts),
      ...sellingSubscribers(parts),
      tellReturns(parts),
      tellCredit(parts),
      followLapsedHolds(parts),
      tellCollected(parts),
      tellSent(parts),
      mergeCartsOfPeople,
    ],
    jobs: [
      lapsePickups(parts),
      settlePayments,
      readInbox,
      acceptSilence,
      exportJob(personal),
      eraseJob(personal, parts.noteErasure),
    ],
  };
}
