import type { Migration } from '../../kernel/migrate.ts';

export const ordersMigrations: Migration[] = [
  {
    id: '20261121T2216_orders_orders',
    sql: `
      create schema orders;
      -- Numbers rise but may have gaps: a number is drawn before its order is sure.
      create sequence orders.number start 100001;
      create table orders.order (
        id uuid primary key,
        number text not null unique default 'V-' || nextval('orders.number'),
        version bigint not null default 1,
        state text not null check (state in ('placed', 'paid', 'partly_fulfilled', 'completed', 'cancelled')),
        market text not null,
        currency char(3) not null,
        channel text not null,
        language text not null,
        subject_id uuid,
        cart_id uuid,
        contact jsonb not null, -- pii
        delivery_address jsonb, -- pii
        coupon_code text,
        gross bigint not null check (gross between 0 and 9007199254740991),
        net bigint not null,
        tax bigint not null,
        discount bigint not null check (discount >= 0),
        -- Where and when the contract was made decides the right of withdrawal.
        contract_place text not null check (contract_place in ('distance', 'on_premises')),
        contract_at timestamptz not null,
        contract_location_id uuid,
        placed_at timestamptz not null,
        paid_at timestamptz,
        completed_at timestamptz,
        cancelled_at timestamptz,
        cancel_reason text,
        constraint order_sums check (gross = net + tax),
        constraint order_contract_place check (contract_place <> 'on_premises' or contract_location_id is not null),
        constraint order_completed_is_paid check (state <> 'completed' or paid_at is not null),
        check ((state = 'completed') = (completed_at is not null)),
        check ((state = 'cancelled') = (cancelled_at is not null))
      );
      -- One cart becomes one order, whoever presses how often; after a declined card it may be tried again.
      create unique index order_cart on orders.order (cart_id) where cart_id is not null and state <> 'cancelled';
      create index order_subject on orders.order (subject_id, placed_at desc, id desc);
      create index order_placed on orders.order (placed_at desc, id desc);
      create index order_state on orders.order (state, placed_at desc, id desc);
      create table orders.line (
        id uuid primary key,
        order_id uuid not null references orders.order,
        position int not null,
        kind text not null check (kind in ('goods', 'delivery')),
        state text not null check (state in ('open', 'fulfilled', 'cancelled')),
        variant_id uuid,
        quantity int not null check (quantity between 1 and 10000),
        -- Integers as priced: unit is gross; gross is unit times quantity less the discount, rounded once.
        unit bigint not null check (unit between 0 and 9007199254740991),
        discount bigint not null check (discount >= 0),
        net bigint not null,
        tax bigint not null,
        gross bigint not null check (gross >= 0),
        tax_rate_bp int not null check (tax_rate_bp between 0 and 10000),
        method text not null check (method in ('delivery', 'pickup', 'in_store')),
        location_id uuid,
        reservation_id uuid,
        cart_line_id uuid,
        snapshot jsonb not null,
        advised_by uuid,
        held_by uuid,
        handed_over_by uuid,
        fulfilled_by uuid,
        constraint line_sums check (gross = net + tax and gross = unit * quantity - discount),
        check ((kind = 'goods') = (variant_id is not null)),
        check (method = 'delivery' or location_id is not null),
        unique (order_id, position)
      );
      create index line_location on orders.line (location_id, order_id) where location_id is not null;
      create index line_reservation on orders.line (reservation_id) where reservation_id is not null;
      create table orders.access_token (
        token_hash bytea primary key check (length(token_hash) = 32),
        order_id uuid not null references orders.order,
        created_at timestamptz not null
      );
      create table orders.step (
        id uuid primary key,
        order_id uuid not null references orders.order,
        from_state text,
        to_state text not null,
        actor text not null,
        reason text,
        at timestamptz not null
      );
      create index step_order on orders.step (order_id, at);
    `,
  },
  {
    id: '20261122T1742_orders_changes',
    sql: `
      -- What was changed of an order beside its state: a part cancelled, another store, kept longer.
      create table orders.change (
        id uuid primary key,
        order_id uuid not null references orders.order,
        kind text not null,
        actor text not null,
        reason text,
        facts jsonb not null,
        amount bigint,
        at timestamptz not null
      );
      create index change_order on orders.change (order_id, at, id);
      -- What colleagues tell each other about an order; no customer ever sees it.
      create table orders.note (
        id uuid primary key,
        order_id uuid not null references orders.order,
        staff_id uuid not null,
        text text not null, -- pii
        mentions uuid[] not null default '{}',
        at timestamptz not null
      );
      create index note_order on orders.note (order_id, at, id);
    `,
  },
  {
    id: '20261122T1844_orders_pay_by',
    sql: `
      -- An order that staff placed and its customer pays by a link: so long its goods are kept for the money. A card that
      -- is refused until then ends nothing.
      alter table orders.order add column pay_by timestamptz;
      -- Who of the colleagues was called by a note, and has not looked yet.
      create index note_mention on orders.note using gin (mentions);
      alter table orders.note add column seen uuid[] not null default '{}';
    `,
  },
  {
    id: '20261122T1730_orders_imported',
    sql: `
      create table orders.imported (
        source text not null,
        external_id text not null,
        order_id uuid not null unique references orders.order,
        imported_at timestamptz not null,
        constraint imported_once primary key (source, external_id)
      );
    `,
  },
  {
    // How it is sent and when it was promised, as the customer was told: {methodId, name, rate, earliest, latest}, the rate
    // in minor units of the order's currency, dates at the sender's. null: nothing is sent, or it was placed before.
    id: '20261122T1823_orders_delivery',
    sql: `
      alter table orders.order add column delivery jsonb check (jsonb_typeof(delivery) = 'object' and delivery ? 'methodId');
    `,
  },
  {
    id: '20261123T1100_orders_receipt',
    sql: `
      -- The receipt of a sale in a store, as mailed to an address nobody has proven. Its tokens open the receipt, never
      -- the order; whoever reads the mailbox answers once.
      create table orders.receipt (
        order_id uuid primary key references orders.order,
        email text, -- pii
        state text not null check (state in ('open', 'kept', 'kept_elsewhere', 'denied')),
        sent_at timestamptz not null,
        answered_at timestamptz,
        check ((state = 'open') = (answered_at is null)),
        check ((state = 'denied') = (email is null))
      );
      create table orders.receipt_token (
        token_hash bytea primary key check (length(token_hash) = 32),
        order_id uuid not null references orders.receipt,
        expires_at timestamptz not null
      );
      create index receipt_token_order on orders.receipt_token (order_id);
    `,
  },
];
