import type { Module } from '../../kernel/module.ts';
import { endHandoffs } from './endHandoffs.ts';
import { followHolds } from './followHolds.ts';
import type { HandoffLinks } from './handoffLinks.ts';
import { cartsLiveRules } from './liveRules.ts';
import { cartsMigrations } from './migrations.ts';
import { cartsPersonal } from './personal.ts';
import { cartsColumns } from './personalColumns.ts';
import { cartsRoutes } from './routes.ts';

export { acceptTerms } from './acceptTerms.ts';
export { addLine } from './addLine.ts';
export { applyCoupon } from './applyCoupon.ts';
export { attachHold, type HoldOnLine } from './attachHold.ts';
export type { Cart, CartLine, DiscountByHand, NewLine, Terms, Way } from './cart.ts';
export type { CartChange, CartRefusal } from './changeCart.ts';
export { changeLine, type LineChange } from './changeLine.ts';
export { closeCart } from './closeCart.ts';
export { createCart, createFirstCart, type NewCart } from './createCart.ts';
export { createHandoff, type Handoff, handoffsOf, type NewHandoff } from './createHandoff.ts';
export { type DetachedHold, detachHolds } from './detachHolds.ts';
export { discountLine, type LineDiscount } from './discountLine.ts';

export { drawQr } from './drawQr.ts';
export { extendHold } from './extendHold.ts';
export { type FoundHandoff, findHandoffByCode, findHandoffByToken } from './findHandoff.ts';
export { createHandoffLinks, type HandoffLinks } from './handoffLinks.ts';
export { mergeCarts } from './mergeCarts.ts';
export { cartsOfLines, getCart, openCartOf } from './readCart.ts';
export { removeLine } from './removeLine.ts';
export { WaySchema } from './schemas.ts';
export { makeShortCode, readShortCode, showShortCode } from './shortCode.ts';

/** Carts and handoffs. `links` comes from createHandoffLinks, made once from the configuration. */
export const createCartsModule = (links: HandoffLinks): Module => ({
  name: 'carts',
  personalColumns: cartsColumns,
  migrations: cartsMigrations,
  personal: cartsPersonal,
  routes: cartsRoutes(links),
  subscribers: [followHolds],
  jobs: [{ name: 'carts.end-handoffs', cron: '17 * * * *', handle: endHandoffs }],
  liveRules: cartsLiveRules,
});
