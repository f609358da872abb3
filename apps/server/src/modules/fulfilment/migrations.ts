import type { Migration } from '../../kernel/migrate.ts';

export const fulfilmentMigrations: Migration[] = [
  {
    id: '20261121T2250_fulfilment_work',
    sql: `
      create schema fulfilment;
      create table fulfilment.fulfilment (
        id uuid primary key,
        kind text not null check (kind in ('pickup', 'ship', 'hold', 'handover')),
        location_id uuid not null,
        order_id uuid,
        reservation_id uuid,
        subject_id uuid,
        -- what the customer shows: the short code of the hold or the order
        code text not null,
        state text not null check (state in ('to_pick', 'picking', 'ready', 'handed_over', 'shipped', 'not_found', 'cancelled')),
        place text,
        picked_by uuid,
        reason text,
        promised_at timestamptz,
        keep_until timestamptz,
        done_by uuid,
        done_at timestamptz,
        version bigint not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (state <> 'ready' or place is not null),
        check (state <> 'not_found' or reason is not null)
      );
      -- One piece of work for one hold: whoever brings it about first, the request or its event.
      create unique index fulfilment_reservation on fulfilment.fulfilment (reservation_id) where reservation_id is not null;
      create index fulfilment_queue on fulfilment.fulfilment (location_id, state, created_at, id);
      create index fulfilment_code on fulfilment.fulfilment (code);
      create index fulfilment_order on fulfilment.fulfilment (order_id) where order_id is not null;

      create table fulfilment.line (
        fulfilment_id uuid not null references fulfilment.fulfilment,
        position int not null,
        variant_id uuid not null,
        quantity bigint not null check (quantity > 0),
        order_line_id uuid,
        primary key (fulfilment_id, position)
      );

      -- Every step with who, when and why: what makes "ready" and "handed over" reversible without losing the trail.
      create table fulfilment.step (
        id uuid primary key,
        fulfilment_id uuid not null references fulfilment.fulfilment,
        from_state text,
        to_state text not null,
        actor text not null,
        place text,
        reason text,
        at timestamptz not null
      );
      create index step_trail on fulfilment.step (fulfilment_id, at, id);
    `,
  },
  {
    id: '20261122T1310_fulfilment_collected',
    sql: `
      -- Who came when it was not the customer: their name as said, and no number of any document.
      alter table fulfilment.fulfilment add column collected_by text; -- pii
      alter table fulfilment.fulfilment add column id_seen boolean not null default false;
      create index fulfilment_done on fulfilment.fulfilment (location_id, done_at desc) where done_at is not null;
    `,
  },
  {
    id: '20261122T1743_fulfilment_shortages',
    sql: `
      alter table fulfilment.fulfilment add column collector text; -- pii
      -- What the picker has in hand, as scanned.
      alter table fulfilment.line add column picked bigint not null default 0 check (picked >= 0);
      create index fulfilment_due on fulfilment.fulfilment (keep_until) where kind = 'pickup' and state = 'ready';
      -- Pieces of an order that were promised and are not there. Open until somebody has chosen what becomes of them.
      create table fulfilment.shortage (
        id uuid primary key,
        fulfilment_id uuid not null references fulfilment.fulfilment,
        location_id uuid not null,
        order_id uuid not null,
        order_line_id uuid not null,
        variant_id uuid not null,
        quantity bigint not null check (quantity > 0),
        what text not null check (what in ('not_found', 'damaged', 'short')),
        reason text not null,
        state text not null check (state in ('open', 'waiting', 'settled')),
        choice text check (choice in ('other_store', 'delivery', 'wait', 'refund', 'found')),
        settled_by text,
        settled_at timestamptz,
        created_at timestamptz not null,
        check ((state = 'open') = (choice is null))
      );
      -- The pieces of a line wait for one choice at a time.
      create unique index shortage_line on fulfilment.shortage (order_line_id) where state <> 'settled';
      create index shortage_location on fulfilment.shortage (location_id, created_at) where state <> 'settled';
      create index shortage_order on fulfilment.shortage (order_id);
    `,
  },
  {
    id: '20261122T1842_fulfilment_serving',
    sql: `
      -- Who stands at the counter with it. It says so and keeps nobody from anything, so it is no part of the version.
      alter table fulfilment.fulfilment add column serving_by uuid;
      alter table fulfilment.fulfilment add column serving_since timestamptz;
      -- The pieces come to this store from another one; and what a count says is not there waits for a choice as well.
      alter table fulfilment.shortage drop constraint shortage_choice_check;
      alter table fulfilment.shortage add constraint shortage_choice_check
        check (choice in ('other_store', 'ship_here', 'delivery', 'wait', 'refund', 'found'));
      alter table fulfilment.shortage drop constraint shortage_what_check;
      alter table fulfilment.shortage add constraint shortage_what_check
        check (what in ('not_found', 'damaged', 'short', 'count'));
      -- A parcel to one of our own stores, where the customer collects it.
      alter table fulfilment.fulfilment add column to_location_id uuid;
      alter table fulfilment.fulfilment add column arrived_at timestamptz;
      create index fulfilment_arriving on fulfilment.fulfilment (to_location_id, created_at) where to_location_id is not null and arrived_at is null;
    `,
  },
  {
    id: '20261122T2000_fulfilment_parcels',
    sql: `
      -- Of a parcel that left: who has it, its number there, and where that is looked up.
      alter table fulfilment.fulfilment add column carrier text check (length(carrier) between 1 and 60);
      alter table fulfilment.fulfilment add column tracking_number text check (length(tracking_number) between 4 and 40);
      alter table fulfilment.fulfilment add column tracking_url text check (tracking_url like 'https://%');
      -- Between which days a parcel comes that was promised after the order was placed; else what the order says counts.
      alter table fulfilment.fulfilment add column arrives_earliest date;
      alter table fulfilment.fulfilment add column arrives_latest date check (arrives_latest >= arrives_earliest);
    `,
  },
];
