import type { Answer } from '@throughline/client';

export type Journey = Answer<'/api/staff/customers/{id}/journey', 'get'>;
export type Touchpoint = Journey['touchpoints'][number];

/** What is drawn, and what it is called; the rest is what systems tell each other. */
export const meanings: Record<string, string> = {
  page: 'k_page',
  'Product Viewed': 'k_product',
  'Products Searched': 'k_search',
  'Product Added': 'k_cart',
  'Checkout Started': 'k_checkout',
  'Order Completed': 'k_sale',
  'Store Visited': 'k_storeVisit',
  'Store Visit': 'k_storeVisit',
  'Call Started': 'k_call',
  'Call Ended': 'k_call',
  'Call Completed': 'k_call',
  'conversations.message.posted': 'k_message',
  'conversations.call.logged': 'k_call',
  'engagement.link.clicked': 'k_click',
  'orders.order.placed': 'k_order',
  'stock.reservation.held': 'k_held',
  'stock.reservation.released': 'k_released',
  'stock.reservation.expired': 'k_expired',
  'fulfilment.fulfilment.ready': 'k_ready',
  'fulfilment.fulfilment.handed_over': 'k_handed',
  'payments.payment.captured': 'k_paid',
  'customers.customer.signed_in': 'k_signedIn',
  'customers.subject.linked': 'k_linked',
};

/**
 * A hold of the till or the checkout is a matter of minutes, and of the order beside it; a sale of the web shop is the order, and
 * a link by which a till's sale came says nothing beside the sale. */
const isEcho = ({ kind, facts, channel }: Touchpoint) =>
  (kind.startsWith('stock.reservation.') && (facts.purpose === 'till' || facts.purpose === 'checkout')) ||
  (kind === 'Order Completed' && channel !== 'store') ||
  (kind === 'customers.subject.linked' && facts.evidence?.startsWith('reported_') === true);

export const isTold = (touchpoint: Touchpoint): boolean => touchpoint.kind in meanings && !isEcho(touchpoint);

export interface Mark {
  touchpoint: Touchpoint;
  x: number;
  lane: number;
  shape: 'dot' | 'small' | 'diamond';
}
export interface Quiet {
  x: number;
  width: number;
  days: number;
}
export interface Drawing {
  lanes: string[];
  marks: Mark[];
  quiets: Quiet[];
  /** Where a day begins, `x` of its first mark. */
  days: { x: number; at: string }[];
  width: number;
}

const margin = 24;
const leastStep = 18;
const mostStep = 56;
const quietWidth = 76;
const quietHours = 20;

const dayOf = (at: string, zone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(at));

const hoursBetween = (before: Touchpoint, after: Touchpoint) =>
  (Date.parse(after.at) - Date.parse(before.at)) / 3_600_000;

const isSilence = (before: Touchpoint | undefined, after: Touchpoint): boolean =>
  before !== undefined && hoursBetween(before, after) > quietHours;

/**
 * Time from left to right, in the order of what happened; long silences are folded and named. So a sofa that was
 * thought over for three weeks fits on a screen and two clicks in a minute stay apart. A lane for each channel, in the
 * order they came.
 *
 * @param space to fill, pixels; what needs more is wider, and scrolls
 */
export function layOut(touchpoints: readonly Touchpoint[], zone: string, space = 0): Drawing {
  const told = touchpoints.filter(isTold);
  const silences = told.filter((touchpoint, index) => isSilence(told[index - 1], touchpoint)).length;
  const room = space - 2 * margin - silences * quietWidth;
  const step = Math.min(mostStep, Math.max(leastStep, room / Math.max(1, told.length - 1 - silences)));
  const lanes: string[] = [];
  const marks: Mark[] = [];
  const quiets: Quiet[] = [];
  const days: Drawing['days'] = [];
  let x = margin;
  let before: Touchpoint | undefined;
  for (const touchpoint of told) {
    if (!lanes.includes(touchpoint.channel)) lanes.push(touchpoint.channel);
    if (before) {
      if (isSilence(before, touchpoint)) {
        const days = Math.max(1, Math.round(hoursBetween(before, touchpoint) / 24));
        quiets.push({ x: x + leastStep / 2, width: quietWidth - leastStep, days });
        x += quietWidth;
      } else x += step;
    }
    if (!before || dayOf(before.at, zone) !== dayOf(touchpoint.at, zone)) days.push({ x, at: touchpoint.at });
    marks.push({
      touchpoint,
      x,
      lane: lanes.indexOf(touchpoint.channel),
      shape: touchpoint.kind === 'orders.order.placed' ? 'diamond' : touchpoint.counted ? 'dot' : 'small',
    });
    before = touchpoint;
  }
  return { lanes, marks, quiets, days, width: x + margin };
}
