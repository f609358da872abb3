import type { Scope } from '../src/kernel/context.ts';

/**
 * Who may do what, written by hand and on purpose not read from the routes: authorisation.test.ts calls every route of
 * the server as everybody and compares. A route that is not here fails, and so does a row without a route. Who is not
 * named may not.
 */

/**
 * How far somebody may reach:
 * - `any`: whatever the act is about
 * - `own`: one's own things; another person's are 404, as if they were not there
 * - `own location`: things of the locations one works at; elsewhere 403 wrong_location
 * - `own location, else hidden`: the same, but what is elsewhere is 404
 * - `whole company`: only who works at all locations; who is bound to some gets 403 company_wide_only
 */
export type Reach = 'any' | 'own' | 'own location' | 'own location, else hidden' | 'whole company';

export interface Row {
  /** Without any session. Staff and machines are visitors too where no shopper's session is asked for. */
  visitor?: 'any';
  /** An anonymous session: a browser that the shop recognises and whose owner it does not know. */
  shopper?: 'any' | 'own';
  signedIn?: 'any' | 'own';
  agent?: Reach;
  associate?: Reach;
  manager?: Reach;
  admin?: Reach;
  /** The one scope that lets a machine in; without it no API key does. */
  scope?: Scope;
  /** Gives many people's or orders' data as a file: only who has the right to export, else 403 export_not_allowed. */
  exports?: true;
}

const everyone: Row = { visitor: 'any', shopper: 'any', signedIn: 'any' };
/** Acts and lists of one's own that no id leads to. */
const sessions: Row = { shopper: 'any', signedIn: 'any' };
const ownThings: Row = { shopper: 'own', signedIn: 'own' };
const allStaff: Row = { agent: 'any', associate: 'any', manager: 'any', admin: 'any' };
/** Conversations are the contact centre's; a manager may help out. Who serves in a store does not read the inbox. */
const desk: Row = { agent: 'any', manager: 'any', admin: 'any' };
/** Work with goods and money in a store: only there. */
const floor: Row = { associate: 'own location', manager: 'own location', admin: 'any' };
/** The same, looked at from the contact centre as well. */
const floorAndAgents: Row = { ...floor, agent: 'any' };
const managers: Row = { manager: 'any', admin: 'any' };
/** What holds in every store: goods, links, hours of the chat. The manager of one store does not set it for the others. */
const companyManagers: Row = { manager: 'whole company', admin: 'any' };
const admins: Row = { admin: 'any' };

/** An order and what is done with it: the contact centre's everywhere, a store's where it is made or collected. */
const ordersOfPlace: Row = {
  agent: 'any',
  associate: 'own location, else hidden',
  manager: 'own location, else hidden',
  admin: 'any',
};

export const authorisation: Record<string, Row> = {
  // The shop, for whoever looks in
  'GET /api/shop/store-info': everyone,
  'GET /api/shop/delivery-zones': everyone,
  'GET /api/shop/category-pictures': everyone,
  'GET /api/shop/product-addresses': everyone,
  'GET /api/shop/tracking': everyone,
  'GET /api/shop/stock/live': everyone,
  'GET /api/shop/locations': everyone,
  'GET /api/shop/locations/{code}': everyone,
  'GET /api/shop/towns': everyone,
  'GET /api/shop/categories': everyone,
  'GET /api/shop/products/{slugOrId}': everyone,
  'GET /api/shop/products/{slugOrId}/catalogue': everyone,
  'GET /api/shop/suggest': everyone,
  'GET /api/shop/search': everyone,
  'GET /api/shop/prices': everyone,
  'GET /api/shop/variants': everyone,
  'GET /api/shop/availability': everyone,
  'GET /api/shop/links/{slug}': everyone,
  'GET /go/{slug}': everyone,
  'GET /media/{file}': everyone,
  'GET /api/shop/chat/status': everyone,
  'GET /api/shop/payment-methods': everyone,

  // Becoming somebody
  'POST /api/shop/session': everyone,
  'DELETE /api/shop/session': sessions,
  'GET /api/shop/sign-in': everyone,
  'POST /api/shop/sign-in/code': everyone,
  'POST /api/shop/sign-in': everyone,
  'POST /api/shop/sign-out': sessions,
  'GET /api/shop/me': sessions,
  'PATCH /api/shop/me': { signedIn: 'any' },
  'POST /api/shop/me/phone': { signedIn: 'any' },
  'POST /api/shop/me/card': { signedIn: 'any' },
  'GET /api/shop/me/addresses': { signedIn: 'any' },
  'POST /api/shop/me/addresses': { signedIn: 'any' },
  'PATCH /api/shop/me/addresses/{addressId}': { signedIn: 'own' },
  'DELETE /api/shop/me/addresses/{addressId}': { signedIn: 'own' },
  // What a person did under all identities: only for who has proven to be that person
  'GET /api/shop/me/timeline': { signedIn: 'any' },
  // What one agreed to; by the link of a message also without a session.
  'POST /api/shop/consent': sessions,
  'GET /api/shop/preferences': { signedIn: 'any' },
  'GET /api/shop/wordings': everyone,
  'POST /api/shop/preferences': everyone,
  'POST /api/shop/preferences/confirm': everyone,
  'POST /api/shop/unsubscribe': everyone,
  'GET /api/shop/me/data-requests': { signedIn: 'any' },
  'POST /api/shop/me/data-requests': { signedIn: 'any' },
  'POST /api/shop/me/data-requests/code': { signedIn: 'any' },
  'GET /api/shop/me/erasure-preview': { signedIn: 'any' },
  'GET /api/shop/me/data-requests/{id}/export': { signedIn: 'any' },
  'GET /api/shop/erasures/{id}': everyone,
  'GET /api/shop/live': sessions,

  // One's own cart, holds, orders, conversation
  'GET /api/shop/cart': sessions,
  'POST /api/shop/cart/lines': sessions,
  'PATCH /api/shop/cart/lines/{lineId}': ownThings,
  'DELETE /api/shop/cart/lines/{lineId}': ownThings,
  'PUT /api/shop/cart/code': sessions,
  'POST /api/shop/cart/accept-terms': sessions,
  'POST /api/shop/carts/{id}/handoff': ownThings,
  'GET /api/shop/carts/{id}/handoff.svg': ownThings,
  // A handoff's token is a secret of 128 bits: whoever has it may look, whoever has a session may go on with the cart
  'GET /api/shop/handoffs/{token}': everyone,
  'POST /api/shop/handoffs/{token}/accept': sessions,
  'POST /api/shop/holds': sessions,
  'GET /api/shop/holds': sessions,
  'GET /api/shop/holds/{id}/code.svg': ownThings,
  'DELETE /api/shop/holds/{id}': ownThings,
  'POST /api/shop/holds/{id}/extend': ownThings,
  // From a cart: of one's own
  'POST /api/shop/orders': ownThings,
  'GET /api/shop/orders': { signedIn: 'any' },
  // A guest's way to an order is its token, which is tested by itself; without one it is nobody's but the signed-in owner's
  'GET /api/shop/orders/{id}': { signedIn: 'own' },
  'GET /api/shop/orders/{id}/page': { signedIn: 'own' },
  'GET /api/shop/orders/{id}/code.svg': { signedIn: 'own' },
  'POST /api/shop/orders/{id}/payment/check': { signedIn: 'own' },
  'POST /api/shop/orders/{id}/pay': { signedIn: 'own' },
  'POST /api/shop/orders/{id}/cancel': { signedIn: 'own' },
  'POST /api/shop/orders/{id}/pickups/{workId}/move': { signedIn: 'own' },
  'POST /api/shop/orders/{id}/pickups/{workId}/keep': { signedIn: 'own' },
  'POST /api/shop/orders/{id}/pickups/{workId}/collector': { signedIn: 'own' },
  'POST /api/shop/orders/{id}/shortages/{shortageId}/choose': { signedIn: 'own' },
  'GET /api/shop/orders/{id}/return': { signedIn: 'own' },
  'POST /api/shop/orders/{id}/returns': { signedIn: 'own' },
  'GET /api/shop/returns/{id}': { signedIn: 'own' },
  // A receipt's token is a secret of 128 bits that opens no order: whoever reads the mailbox looks, keeps or denies it
  'GET /api/shop/receipt': everyone,
  'POST /api/shop/receipt/keep': everyone,
  'POST /api/shop/receipt/deny': everyone,
  // Whoever declares it: a declaration is kept and acknowledged, and shows nothing of any order
  'POST /api/shop/withdrawals': everyone,
  // Who has the code of a store credit has the money on it
  'POST /api/shop/credits/look-up': everyone,
  'GET /api/shop/chat': sessions,
  'POST /api/shop/chat/messages': sessions,
  'POST /api/shop/chat/read': sessions,
  'POST /api/shop/chat/typing': sessions,
  'PUT /api/shop/chat/contact': sessions,
  'POST /api/shop/chat/leave-message': sessions,

  // Colleagues themselves
  'POST /api/staff/sign-in': everyone,
  // Becoming the first administrator: a code from the terminal, and nobody staff yet; setup.test.ts says what is refused
  'GET /api/staff/setup': everyone,
  'POST /api/staff/setup': everyone,
  'GET /api/staff/setup/progress': admins,
  'POST /api/staff/sign-out': allStaff,
  'GET /api/staff/me': allStaff,
  'PUT /api/staff/me/language': allStaff,
  'GET /api/staff/live': allStaff,
  'GET /api/staff/colleagues': allStaff,
  // A PIN works on a registered device only; whoever stands before one may try, and tries are counted
  'PUT /api/staff/me/pin': { associate: 'any', manager: 'any', admin: 'any' },
  'GET /api/staff/device': everyone,
  'POST /api/staff/device/switch': everyone,
  'POST /api/staff/devices': { manager: 'own location', admin: 'any' },
  'GET /api/staff/devices': { manager: 'own location', admin: 'any' },
  'DELETE /api/staff/devices/{id}': { manager: 'own location', admin: 'any' },
  'POST /api/staff/exports': { ...allStaff, exports: true },
  'GET /api/staff/members': admins,
  'POST /api/staff/members': admins,
  'PATCH /api/staff/members/{id}': admins,
  'POST /api/staff/members/{id}/password': admins,
  'GET /api/staff/webhooks': admins,
  'POST /api/staff/webhooks': admins,
  'PATCH /api/staff/webhooks/{id}': admins,
  'DELETE /api/staff/webhooks/{id}': admins,
  'POST /api/staff/webhooks/{id}/secret': admins,
  'POST /api/staff/webhooks/{id}/test': admins,
  'POST /api/staff/webhooks/{id}/replay': admins,
  'GET /api/staff/webhook-deliveries': admins,
  'POST /api/staff/webhook-deliveries/{id}/replay': admins,
  'GET /api/staff/api-keys': admins,
  'POST /api/staff/api-keys': admins,
  'DELETE /api/staff/api-keys/{id}': admins,
  'GET /api/staff/audit': admins,

  // Settings
  'GET /api/staff/settings/retailer': admins,
  'PUT /api/staff/settings/retailer': admins,
  'GET /api/staff/settings/markets': admins,
  'GET /api/staff/settings/markets/{code}': admins,
  'PUT /api/staff/settings/markets/{code}': admins,
  'GET /api/staff/settings/delivery-zones': admins,
  'PUT /api/staff/settings/delivery-zones': admins,
  // Everyone who is bound by a limit may see it
  'GET /api/staff/settings/limits': allStaff,
  'PUT /api/staff/settings/limits': admins,
  'GET /api/staff/settings/returns': allStaff,
  'PUT /api/staff/settings/returns': admins,
  'GET /api/staff/settings/policies/{kind}': admins,
  'PUT /api/staff/settings/policies/{kind}': admins,

  // Locations: where they are is no secret; a manager keeps the hours of the own one
  'GET /api/staff/locations': allStaff,
  'GET /api/staff/locations/{id}': allStaff,
  'POST /api/staff/locations': admins,
  'PUT /api/staff/locations/{id}': admins,
  'PUT /api/staff/locations/{id}/hours': { manager: 'own location', admin: 'any' },
  'PUT /api/staff/locations/{id}/exceptions': { manager: 'own location', admin: 'any' },
  'POST /api/staff/locations/{id}/archive': admins,
  'POST /api/staff/locations/{id}/restore': admins,

  // Catalogue and prices
  'GET /api/staff/products': { ...managers, scope: 'catalogue:write' },
  'GET /api/staff/products/{id}': { ...managers, scope: 'catalogue:write' },
  'PUT /api/staff/products/{code}': { ...companyManagers, scope: 'catalogue:write' },
  'PATCH /api/staff/products/{code}': { ...companyManagers, scope: 'catalogue:write' },
  'POST /api/staff/products/{code}/pictures': { ...companyManagers, scope: 'catalogue:write' },
  'PUT /api/staff/products/{code}/pictures': { ...companyManagers, scope: 'catalogue:write' },
  'GET /api/staff/office/products': managers,
  'GET /api/staff/categories': { ...managers, scope: 'catalogue:write' },
  'PUT /api/staff/categories/{code}': { ...companyManagers, scope: 'catalogue:write' },
  'GET /api/staff/attributes': { ...managers, scope: 'catalogue:write' },
  'PUT /api/staff/attributes/{code}': { ...companyManagers, scope: 'catalogue:write' },
  'PUT /api/staff/prices': { ...admins, scope: 'prices:write' },
  'GET /api/staff/prices/{variantId}': { ...allStaff, scope: 'prices:write' },
  'GET /api/staff/promotions': { ...allStaff, scope: 'prices:write' },
  'GET /api/staff/promotions/{id}': { ...allStaff, scope: 'prices:write' },
  'POST /api/staff/promotions': { ...admins, scope: 'prices:write' },
  'PATCH /api/staff/promotions/{id}': { ...admins, scope: 'prices:write' },
  'POST /api/staff/promotions/{id}/archive': { ...admins, scope: 'prices:write' },

  // Stock: all see all of it, so that nobody sends a customer in vain; who counts and receives does it where they stand
  'GET /api/staff/search': allStaff,
  'GET /api/staff/stock': allStaff,
  'GET /api/staff/variants/{id}/stock': allStaff,
  'GET /api/staff/stock/{variantId}/{locationId}/ledger': allStaff,
  'GET /api/staff/stock/reconcile': managers,
  'GET /api/staff/office/stock': managers,
  'GET /api/staff/stock/{variantId}/{locationId}/story': managers,
  'POST /api/staff/stock/changes': { ...floor, scope: 'stock:write' },
  'PUT /api/staff/stock/limits': { manager: 'own location', admin: 'any' },
  'GET /api/staff/stock/safety': managers,
  'PUT /api/staff/stock/safety': companyManagers,
  'PUT /api/staff/stock/safety/{locationId}': { manager: 'own location', admin: 'any' },
  'GET /api/staff/office/stock/drift': managers,
  // Machines: what they reserved themselves; an administrator may try it out
  'POST /api/stock/imports/on-hand': { admin: 'any', scope: 'stock:write' },
  'POST /api/stock/imports/sales': { admin: 'any', scope: 'stock:write' },
  'POST /api/stock/reservations': { admin: 'any', scope: 'stock:reserve' },
  'GET /api/stock/reservations/{id}': { admin: 'any', scope: 'stock:reserve' },
  'DELETE /api/stock/reservations/{id}': { admin: 'any', scope: 'stock:reserve' },
  'POST /api/stock/reservations/{id}/consume': { admin: 'any', scope: 'stock:reserve' },

  // Customers: whoever serves one may find one; each look at contacts is written to the audit
  // Who may be one person: contacts are masked
  'GET /api/staff/matches': desk,
  'GET /api/staff/matches/summary': desk,
  'POST /api/staff/matches/{id}/decision': desk,
  'POST /api/staff/matches/{id}/undo': desk,
  'POST /api/staff/matches/runs': admins,
  'PUT /api/staff/matches/setting': admins,
  'GET /api/staff/customers': { ...allStaff, scope: 'customers:read' },
  'GET /api/staff/customers/{id}': { ...allStaff, scope: 'customers:read' },
  'GET /api/staff/customers/{id}/timeline': { ...allStaff, scope: 'customers:read' },
  'GET /api/staff/customers/{id}/panel': allStaff,
  'GET /api/staff/customers/{id}/profile': allStaff,
  'GET /api/staff/customers/list': allStaff,
  'GET /api/staff/customers/export': { ...companyManagers, exports: true },
  // Files of customers: thousands at once, so for who works everywhere
  'GET /api/staff/customers/imports': companyManagers,
  'POST /api/staff/customers/imports': companyManagers,
  'GET /api/staff/customers/imports/{id}': companyManagers,
  'DELETE /api/staff/customers/imports/{id}': companyManagers,
  'PUT /api/staff/customers/imports/{id}/parts/{n}': companyManagers,
  'POST /api/staff/customers/imports/{id}/uploaded': companyManagers,
  'PUT /api/staff/customers/imports/{id}/mapping': companyManagers,
  'GET /api/staff/customers/imports/{id}/rows': companyManagers,
  'GET /api/staff/customers/imports/{id}/errors': { ...companyManagers, exports: true },
  'POST /api/staff/customers/imports/{id}/apply': companyManagers,
  'POST /api/staff/customers/imports/{id}/undo': companyManagers,
  'POST /api/staff/customers/find': allStaff,
  'POST /api/staff/customers/{id}/identifiers/{identifierId}/code': allStaff,
  'POST /api/staff/customers/{id}/identifiers/{identifierId}/proof': allStaff,
  'GET /api/staff/customers/tags': allStaff,
  'GET /api/staff/customers/traits': allStaff,
  'GET /api/staff/customers/trait-catalogue': admins,
  'PUT /api/staff/customers/traits/{name}': admins,
  'POST /api/staff/customers/traits/{name}/archive': admins,
  'POST /api/staff/customers/rebuild-profiles': admins,
  'POST /api/staff/customers/{id}/tags': allStaff,
  'POST /api/staff/customers/{id}/notes': allStaff,
  'PATCH /api/staff/customers/{id}/notes/{noteId}': allStaff,
  'DELETE /api/staff/customers/{id}/notes/{noteId}': allStaff,
  'PUT /api/staff/customers/{id}/traits/{name}': allStaff,
  'GET /api/staff/customers/{id}/addresses': allStaff,
  'GET /api/staff/customers/{id}/holds': allStaff,
  'GET /api/staff/customers/{id}/mails': allStaff,
  'POST /api/staff/customers': allStaff,
  'POST /api/staff/customers/{id}/identifiers': allStaff,
  'POST /api/staff/customers/{id}/links': allStaff,
  'POST /api/staff/customers/{id}/identifiers/{identifierId}/withdraw': allStaff,
  'DELETE /api/staff/customers/{id}/links/{linkId}': allStaff,
  'POST /api/staff/customers/{id}/name': allStaff,
  'GET /api/staff/customers/{id}/consents': { ...allStaff, scope: 'customers:read' },
  'POST /api/staff/customers/{id}/consents': allStaff,
  // A whole person at once, out of the system or out of its memory.
  'GET /api/staff/customers/{id}/data-requests': managers,
  'GET /api/staff/customers/{id}/erasure-preview': managers,
  'POST /api/staff/customers/{id}/data-requests': managers,
  'GET /api/staff/data-requests/{id}/export': managers,
  'GET /api/staff/data-requests': companyManagers,
  'GET /api/staff/privacy/consents': companyManagers,
  'POST /api/staff/privacy/wordings': companyManagers,
  'GET /api/staff/privacy/sealed-copies': companyManagers,
  'POST /api/staff/privacy/sealed-copies/{id}/open': admins,
  'GET /api/staff/privacy/looks': companyManagers,
  'GET /api/staff/privacy/suppressions': companyManagers,
  'POST /api/staff/privacy/suppressions': companyManagers,
  'POST /api/staff/privacy/suppressions/{id}/lift': companyManagers,
  'GET /api/staff/orders/{id}/sealed': admins,

  // Carts, holds, work, orders
  'POST /api/staff/carts': allStaff,
  'GET /api/staff/carts/{id}': allStaff,
  'POST /api/staff/carts/{id}/handoff': allStaff,
  // Closing times, and how long a role may hold
  'GET /api/staff/hold-ends': allStaff,
  // In the customer's name, wherever the goods are: who has them asked in another store may hold them here
  'POST /api/staff/holds': allStaff,
  'GET /api/staff/holds/{id}': floorAndAgents,
  'POST /api/staff/holds/{id}/release': floorAndAgents,
  'POST /api/staff/holds/{id}/extend': floorAndAgents,
  'POST /api/staff/holds/{id}/move': floorAndAgents,
  'GET /api/staff/handoffs/{code}': floor,
  'GET /api/staff/floor/queue': floor,
  'GET /api/staff/floor/work/{id}': floor,
  'GET /api/staff/floor/find': floor,
  'POST /api/staff/floor/quote': floor,
  'GET /api/staff/floor/day': { manager: 'own location', admin: 'any' },
  'GET /api/staff/fulfilments': floorAndAgents,
  'GET /api/staff/fulfilments/{id}': floorAndAgents,
  'POST /api/staff/orders/{id}/cancel': ordersOfPlace,
  'GET /api/staff/orders/{id}/pickups/{workId}/ends': ordersOfPlace,
  'POST /api/staff/orders/{id}/pickups/{workId}/move': ordersOfPlace,
  'POST /api/staff/orders/{id}/pickups/{workId}/keep': ordersOfPlace,
  'POST /api/staff/orders/{id}/pickups/{workId}/collector': ordersOfPlace,
  'POST /api/staff/orders/{id}/shortages/{shortageId}/choose': ordersOfPlace,
  'POST /api/staff/orders/{id}/notes': ordersOfPlace,
  'GET /api/staff/orders/{id}/notes': ordersOfPlace,
  'POST /api/staff/fulfilments/{id}/take': floor,
  'POST /api/staff/fulfilments/{id}/send': floor,
  'POST /api/staff/fulfilments/{id}/parcel': floorAndAgents,
  'GET /api/staff/carriers': allStaff,
  'POST /api/staff/fulfilments/{id}/arrive': floor,
  'POST /api/staff/fulfilments/{id}/serve': floor,
  'POST /api/staff/fulfilments/{id}/ready': floor,
  'PUT /api/staff/fulfilments/{id}/picked': floor,
  'POST /api/staff/fulfilments/{id}/short': floor,
  'POST /api/staff/fulfilments/{id}/reverse': floor,
  'POST /api/staff/fulfilments/{id}/not-found': floor,
  'POST /api/staff/fulfilments/{id}/found': floor,
  'POST /api/staff/fulfilments/{id}/hand-over': floor,
  'POST /api/staff/orders/{id}/pay-here': floor,
  'POST /api/staff/orders': allStaff,
  'POST /api/staff/orders/quote': allStaff,
  // What calls me, and nobody else
  'GET /api/staff/mentions': allStaff,
  'POST /api/staff/mentions/{id}/seen': allStaff,
  'POST /api/staff/sales': floor,
  'POST /api/staff/orders/imports': { ...admins, scope: 'orders:write' },
  // Money: a manager gives back what was paid in the own store; what came too late is the company's
  'POST /api/staff/orders/{id}/refunds': { manager: 'own location, else hidden', admin: 'any' },
  'GET /api/staff/payments/late': companyManagers,
  'GET /api/staff/payments/transfers': companyManagers,
  'POST /api/staff/payments/transfers': companyManagers,
  'POST /api/staff/payments/transfers/{id}/decision': companyManagers,
  'GET /api/staff/payments/to-send': companyManagers,
  'POST /api/staff/payments/to-send/{id}/sent': companyManagers,
  'POST /api/staff/payments/to-send/{id}/again': companyManagers,
  'POST /api/staff/payments/to-send/{id}/credit': companyManagers,
  // Returns: any counter takes back what any other sold, and shows little of a sale until it is chosen
  'GET /api/staff/returns/sales': { associate: 'any', manager: 'any', admin: 'any' },
  'GET /api/staff/returns/sales/{orderId}': { associate: 'any', manager: 'any', admin: 'any' },
  'POST /api/staff/returns': floor,
  'POST /api/staff/exchanges': floor,
  // The list leaves out what comes in elsewhere
  'GET /api/staff/returns': allStaff,
  'GET /api/staff/returns/all': allStaff,
  'GET /api/staff/returns/{id}': allStaff,
  'POST /api/staff/returns/{id}/receive': floor,
  // Wherever the parcel arrives; where one works
  'POST /api/staff/returns/arrivals': floor,
  // Leaves out what came in elsewhere
  'GET /api/staff/returns/record': { manager: 'any', admin: 'any' },
  'GET /api/staff/blind-returns/worth': { associate: 'any', manager: 'any', admin: 'any' },
  'POST /api/staff/blind-returns': floor,
  'GET /api/staff/blind-returns/{id}': allStaff,
  'POST /api/staff/returns/{id}/inspect': floor,
  'POST /api/staff/returns/{id}/settle': floor,
  'POST /api/staff/returns/{id}/refuse': floorAndAgents,
  'POST /api/staff/returns/{id}/answer': floorAndAgents,
  'POST /api/staff/returns/{id}/cancel': floorAndAgents,
  'GET /api/staff/withdrawals': desk,
  // Of an order one may see
  'POST /api/staff/withdrawals': {
    agent: 'any',
    associate: 'own location, else hidden',
    manager: 'own location, else hidden',
    admin: 'any',
  },
  'POST /api/staff/withdrawals/{id}/answer': desk,
  'GET /api/staff/credits/{code}': { associate: 'any', manager: 'any', admin: 'any' },
  // The list leaves out what is elsewhere
  'GET /api/staff/orders': { ...allStaff, scope: 'orders:read' },
  'GET /api/staff/orders/{id}': {
    agent: 'any',
    associate: 'own location, else hidden',
    manager: 'own location, else hidden',
    admin: 'any',
    scope: 'orders:read',
  },

  'GET /api/staff/orders/{id}/page': {
    agent: 'any',
    associate: 'own location, else hidden',
    manager: 'own location, else hidden',
    admin: 'any',
  },

  // Conversations
  'GET /api/staff/inbox': desk,
  'GET /api/staff/threads': desk,
  'GET /api/staff/threads/counts': desk,
  'POST /api/staff/threads': desk,
  'GET /api/staff/threads/{id}': desk,
  'POST /api/staff/threads/{id}/messages': desk,
  'POST /api/staff/threads/{id}/assign': desk,
  'POST /api/staff/threads/{id}/close': desk,
  'POST /api/staff/threads/{id}/reopen': desk,
  'POST /api/staff/threads/{id}/snooze': desk,
  'PUT /api/staff/threads/{id}/presence': desk,
  'GET /api/staff/threads/{id}/draft': desk,
  'PUT /api/staff/threads/{id}/draft': desk,
  'POST /api/staff/calls': desk,
  'POST /api/staff/calls/{id}/customer': desk,
  'GET /api/staff/macros': desk,
  'POST /api/staff/macros': companyManagers,
  'PUT /api/staff/macros/{id}': companyManagers,
  'DELETE /api/staff/macros/{id}': companyManagers,
  'GET /api/staff/chat/hours': desk,
  'PUT /api/staff/chat/hours': companyManagers,

  // Mails and links
  'GET /api/staff/mail/failed': admins,
  'POST /api/staff/mail/{id}/retry': admins,
  // To the address it went to, and never a one-time code
  'POST /api/staff/mail/{id}/resend': allStaff,
  'GET /api/staff/smart-links': managers,
  'POST /api/staff/smart-links': companyManagers,
  'POST /api/staff/smart-links/{id}/archive': companyManagers,

  // Insight and health
  'GET /api/staff/insight/sales': { ...managers, scope: 'insight:read' },
  'GET /api/staff/health': managers,
  'GET /api/staff/insight/path-to-purchase': { ...managers, scope: 'insight:read' },
  'GET /api/staff/customers/{id}/journey': { ...managers, scope: 'insight:read' },
  'GET /api/staff/sources': admins,
  'POST /api/staff/sources': admins,
  'PATCH /api/staff/sources/{id}': admins,
  'POST /api/staff/sources/{id}/write-key': admins,
  'DELETE /api/staff/sources/{id}/old-write-key': admins,
  'POST /api/staff/sources/{id}/secrets': admins,
  'DELETE /api/staff/sources/{id}/secrets/{secretId}': admins,
  'GET /api/staff/channel-rules': admins,
  'PUT /api/staff/channel-rules': admins,
  'POST /api/staff/channel-rules/try': admins,
  'POST /api/staff/channel-rules/preview': admins,
  'POST /api/staff/channel-rules/runs': admins,
  'GET /api/staff/history-imports': admins,
  'POST /api/staff/history-imports': admins,
  'GET /api/staff/history-imports/{id}': admins,
  'PUT /api/staff/history-imports/{id}/file': admins,
  'POST /api/staff/history-imports/{id}/preview': admins,
  'POST /api/staff/history-imports/{id}/start': admins,
  'POST /api/staff/history-imports/{id}/pause': admins,
  'POST /api/staff/history-imports/{id}/resume': admins,
  'POST /api/staff/history-imports/{id}/cancel': admins,
  'GET /api/staff/history-imports/{id}/faults': { ...admins, exports: true },
  'GET /api/staff/dead-letters': admins,
  'GET /api/staff/dead-letters/counts': admins,
  'GET /api/staff/dead-letters/{id}': admins,
  'POST /api/staff/dead-letters/replay': admins,

  // Signed by the provider, which is nobody here; its own tests say what is refused
  'POST /webhooks/{provider}/{account}': everyone,
  'POST /webhooks/mail': everyone,
  'POST /webhooks/texts': everyone,

  // Ingest: the write key is public and says where from, not who; its own tests say what is refused
  'POST /v1/{type}': everyone,
  'POST /beacon/v1/{type}': everyone,
  'POST /api/s/{type}': everyone,
  'POST /api/s/s2s/{type}': everyone,
  'OPTIONS /v1/{type}': everyone,
  'GET /v1/projects/{key}/settings': everyone,
  'GET /sourceConfig': everyone,
  'GET /sourceConfig/': everyone,
  'OPTIONS /sourceConfig': everyone,
  'OPTIONS /sourceConfig/': everyone,
  'OPTIONS /beacon/v1/{type}': everyone,
  'OPTIONS /api/s/{type}': everyone,
  'OPTIONS /api/s/s2s/{type}': everyone,

  // Only on a developer's own machine, where no mail server is configured
  'GET /mailbox': everyone,
  'GET /mailbox/{id}/html': everyone,
  'GET /api/dev/mailbox': everyone,
  'GET /api/dev/texts': everyone,
};

/** What the server answers beside the document: pages about itself. Nothing of the shop's and nobody's data. */
export const besideTheDocument = [
  'GET /',
  'GET /api/openapi.json',
  'GET /docs',
  'GET /docs/',
  'GET /docs/*',
  'GET /docs/json',
  'GET /docs/yaml',
  'GET /docs/problems',
  'GET /docs/static/index.html',
  'GET /docs/static/swagger-initializer.js',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
];
