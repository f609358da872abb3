/**
 * The catalogue of everything the API can answer beside success: one code, one status, one title. Codes are part of the
 * API and never change meaning. docs/reference/errors.md mirrors it, and a test keeps the two equal.
 */
export const problems = {
  // The request itself
  malformed_json: { status: 400, title: 'The body is not valid JSON.' },
  invalid_request: { status: 400, title: 'The request does not fit its schema.' },
  idempotency_key_required: { status: 400, title: 'This act needs an Idempotency-Key header.' },
  idempotency_key_reused: { status: 422, title: 'This Idempotency-Key was already used for another request.' },
  body_too_large: { status: 413, title: 'The body is too large.' },
  unsupported_media_type: { status: 415, title: 'This content type is not accepted here.' },
  invalid_amount: { status: 400, title: 'An amount must be a whole number of minor units.' },
  mixed_currencies: { status: 422, title: 'Amounts of different currencies cannot be combined.' },
  invalid_cursor: { status: 400, title: 'The page cursor is not one of ours.' },
  rate_limited: { status: 429, title: 'Too many requests.' },
  // Who asks
  sign_in_required: { status: 401, title: 'Sign in first.' },
  session_required: { status: 401, title: 'Start a shopper session first.' },
  sign_in_failed: { status: 401, title: 'E-mail or password is wrong.' },
  pin_invalid: { status: 401, title: 'The PIN is wrong.' },
  pin_locked: { status: 401, title: 'This PIN was tried too often.' },
  device_unknown: { status: 409, title: 'This device is not registered with a store.' },
  code_invalid: { status: 401, title: 'This code is wrong or no longer valid.' },
  webhook_not_genuine: { status: 400, title: 'This does not come from whom it says.' },
  api_key_invalid: { status: 401, title: 'This API key is unknown or revoked.' },
  not_allowed: { status: 403, title: 'Your role may not do this.' },
  wrong_location: { status: 403, title: 'You do not work at this location.' },
  company_wide_only: { status: 403, title: 'This concerns the whole company, and you work at single locations.' },
  origin_not_allowed: { status: 403, title: 'Requests from this origin are not accepted.' },
  not_found: { status: 404, title: 'There is nothing here.' },
  no_longer_sold: { status: 410, title: 'This was sold here once and is not any more.' },
  // State
  version_conflict: { status: 409, title: 'Someone else changed this meanwhile.' },
  illegal_transition: { status: 409, title: 'This step is not possible in the present state.' },
  already_exists: { status: 409, title: 'This already exists.' },
  archived: { status: 409, title: 'This was archived and can no longer be used.' },
  // Stock and holds
  insufficient_stock: { status: 409, title: 'There is not enough free stock.' },
  reservation_expired: { status: 409, title: 'This hold has expired.' },
  reservation_not_held: { status: 409, title: 'This hold is no longer open.' },
  not_offered: { status: 409, title: 'This way of getting it is not offered here.' },
  limit_exceeded: { status: 409, title: 'There is no room for more.' },
  hold_limit_exceeded: { status: 409, title: 'This is longer than you may hold.' },
  // Prices, carts, orders, payments
  price_missing: { status: 409, title: 'This has no price in this market.' },
  terms_changed: { status: 409, title: 'The price changed since it was quoted; please accept it anew.' },
  discount_limit_exceeded: { status: 409, title: 'This discount is above your limit.' },
  promotion_code_invalid: { status: 409, title: 'This code is not valid.' },
  cart_empty: { status: 409, title: 'The cart is empty.' },
  cart_closed: { status: 409, title: 'This cart was already ordered.' },
  handoff_invalid: { status: 409, title: 'This code is unknown or has expired.' },
  handoff_elsewhere: { status: 409, title: 'This code belongs to another location.' },
  already_paid: { status: 409, title: 'This order is already paid, or a payment for it is under way.' },
  payment_declined: { status: 402, title: 'The payment was declined.' },
  payment_incomplete: { status: 409, title: 'The order is not fully paid.' },
  refund_exceeds_payment: { status: 409, title: 'A refund cannot exceed what was paid.' },
  payment_pending: { status: 409, title: 'A payment for this order is under way.' },
  not_cancellable: { status: 409, title: 'This can no longer be cancelled here.' },
  not_changeable: { status: 409, title: 'This pickup can no longer be changed.' },
  already_returned: { status: 409, title: 'This was returned already, or is on its way back.' },
  not_returnable: { status: 409, title: 'This cannot be returned under this rule.' },
  payout_not_offered: { status: 409, title: 'The money cannot be given back this way.' },
  credit_invalid: { status: 409, title: 'This store credit is unknown or has expired.' },
  credit_insufficient: { status: 409, title: 'There is not enough on this store credit.' },
  // Work in the store
  id_check_required: { status: 409, title: 'An ID has to be looked at first.' },
  already_taken: { status: 409, title: 'A colleague is working on this.' },
  needs_return: { status: 409, title: 'This can only be taken back as a return.' },
  already_handed_over: { status: 409, title: 'This was already handed over.' },
  // People and conversations
  identifier_taken: { status: 409, title: 'This identifier belongs to another verified customer.' },
  merge_refused: { status: 409, title: 'Two verified customers are never merged silently.' },
  cannot_reply: { status: 409, title: 'This channel cannot be used for an answer now.' },
  // The platform
  insight_unavailable: { status: 503, title: 'Insight has no analytics engine.' },
  overloaded: { status: 503, title: 'More is asked for at once than can be answered.' },
  shutting_down: { status: 503, title: 'This server is shutting down.' },
  internal: { status: 500, title: 'Something went wrong on our side.' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;
