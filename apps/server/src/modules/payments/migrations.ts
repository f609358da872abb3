import type { Migration } from '../../kernel/migrate.ts';

export const paymentsMigrations: Migration[] = [
  {
    id: '20261121T2213_payments_payments',
    sql: `
      create schema payments;
      -- What an order costs and how much of it is paid or being paid: two tabs cannot pay one order twice.
      create table payments.due (
        order_id uuid primary key,
        currency char(3) not null,
        total bigint not null check (total between 0 and 9007199254740991),
        covered bigint not null check (covered >= 0),
        constraint due_not_paid_twice check (covered <= total)
      );
      create table payments.payment (
        id uuid primary key,
        order_id uuid not null,
        subject_id uuid,
        location_id uuid,
        provider text not null,
        method text not null,
        state text not null check (state in ('pending', 'authorised', 'captured', 'partly_refunded', 'refunded', 'declined', 'voided', 'failed')),
        capture_mode text not null check (capture_mode in ('at_once', 'later')),
        currency char(3) not null,
        amount bigint not null check (amount between 1 and 9007199254740991),
        authorised bigint not null default 0 check (authorised >= 0),
        -- Asked of the provider, not answered yet: claimed here first, so that nothing is asked for twice.
        capturing bigint not null default 0 check (capturing >= 0),
        captured bigint not null default 0 check (captured >= 0),
        refunding bigint not null default 0 check (refunding >= 0),
        refunded bigint not null default 0 check (refunded >= 0),
        provider_ref text,
        decline_reason text,
        -- The money came after we had given the payment up.
        late boolean not null default false,
        covers_order boolean not null default true,
        key text not null unique,
        version bigint not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint payment_authorised check (authorised <= amount),
        constraint payment_captured check (captured + capturing <= authorised),
        constraint payment_refunded check (refunded + refunding <= captured)
      );
      create index payment_order on payments.payment (order_id);
      -- Every step with money: asked under a key of its own, answered once.
      create table payments.movement (
        id uuid primary key,
        payment_id uuid not null references payments.payment,
        kind text not null check (kind in ('authorise', 'capture', 'void', 'refund')),
        state text not null check (state in ('pending', 'done', 'failed')),
        amount bigint not null check (amount between 1 and 9007199254740991),
        key text not null constraint movement_key unique,
        provider_ref text,
        reason text,
        actor text not null,
        requested_at timestamptz not null,
        settled_at timestamptz,
        check ((state = 'pending') = (settled_at is null))
      );
      create index movement_payment on payments.movement (payment_id, requested_at);
      create index movement_pending on payments.movement (requested_at) where state = 'pending';
      -- The memory of the simulated acquirer, which in life is another company's: nothing of ours joins it.
      create table payments.test_card_charge (
        key text primary key,
        kind text not null,
        ref text not null unique,
        parent_ref text,
        amount bigint not null,
        currency char(3) not null,
        approved boolean not null,
        reason text,
        last4 text,
        at timestamptz not null
      );
    `,
  },
  {
    id: '20261122T1721_payments_actions',
    sql: `
      alter table payments.payment
        -- What the customer was asked to do, until when, and when to ask the provider what came of it.
        add column action_url text,
        add column action_until timestamptz,
        add column ask_after timestamptz;
      -- What providers tell by themselves, as it came, kept before it is answered; told twice, it is here once.
      create table payments.inbox (
        id uuid primary key,
        provider text not null,
        event_id text not null,
        type text not null,
        key text,
        body bytea not null, -- pii
        headers jsonb not null,
        received_at timestamptz not null,
        processed_at timestamptz,
        constraint inbox_event unique (provider, event_id)
      );
      create index inbox_unprocessed on payments.inbox (received_at) where processed_at is null;
      create index movement_late on payments.movement (requested_at desc, payment_id) where kind = 'refund' and key like 'late:%';
    `,
  },
  {
    id: '20261122T1722_payments_statement_lines',
    sql: `
      create table payments.statement_line (
        id uuid primary key,
        external_id text not null constraint statement_line_external unique,
        booked_on date not null,
        amount bigint not null check (amount between 1 and 9007199254740991),
        currency char(3) not null,
        title text not null, -- pii
        payer text, -- pii
        state text not null check (state in ('new', 'matched', 'less', 'more', 'unknown', 'not_awaited', 'late', 'accepted', 'sent_back')),
        order_id uuid,
        imported_at timestamptz not null,
        decided_at timestamptz,
        reason text
      );
      create index statement_line_imported on payments.statement_line (imported_at desc, id desc);
      create index statement_line_order on payments.statement_line (order_id) where order_id is not null;
    `,
  },
  {
    id: '20261122T1901_payments_money_to_send',
    sql: `
      -- Where money that a person sends back goes, and what of a line was more than its order cost.
      alter table payments.statement_line
        add column payer_account text, -- pii
        add column excess bigint not null default 0 check (excess >= 0 and excess <= amount),
        add column excess_reference text,
        add column excess_sent_on date;
      alter table payments.movement add column sent_on date;
      create index movement_refunds_open on payments.movement (requested_at, id) where kind = 'refund' and state <> 'done';
    `,
  },
  {
    id: '20261122T1922_payments_card_last4',
    sql: `
      -- The last four digits of the card, where the provider or the slip tells: a sale is found by them without a receipt.
      alter table payments.payment add column card_last4 char(4);
      create index payment_card on payments.payment (card_last4, created_at) where card_last4 is not null;
      create index payment_ref on payments.payment (provider_ref) where provider = 'pay_in_store';
    `,
  },
];
