export const levelsSql = `
create schema stock;

create table stock.level (
  variant_id uuid not null,
  location_id uuid not null,
  on_hand bigint not null default 0 check (on_hand >= 0),
  -- May exceed on_hand only through a count, damage or correction; the newest holds are then at risk.
  reserved bigint not null default 0 check (reserved >= 0),
  safety bigint not null default 0 check (safety >= 0),
  -- Units of on_hand that stand on display: they may be held and collected, never shipped.
  display bigint not null default 0 check (display >= 0),
  incoming bigint not null default 0 check (incoming >= 0),
  incoming_at timestamptz,
  version bigint not null default 1,
  updated_at timestamptz not null,
  primary key (variant_id, location_id)
);

create table stock.reservation (
  id uuid primary key,
  owner_kind text not null,
  owner_id uuid not null,
  subject_id uuid,
  purpose text not null check (purpose in ('checkout', 'reserve_and_try', 'agent_hold', 'pickup', 'till')),
  state text not null check (state in ('held', 'committed', 'consumed', 'released', 'expired')),
  -- null: committed without a deadline (paid for)
  expires_at timestamptz,
  at_risk boolean not null default false,
  actor text not null,
  channel text not null,
  context jsonb not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  version bigint not null default 1,
  check (state <> 'held' or expires_at is not null)
);
-- A hold belongs to one cart line of one person; a new one for the same line replaces the old.
create unique index reservation_owner on stock.reservation (owner_kind, owner_id) where state in ('held', 'committed');
create index reservation_subject on stock.reservation (subject_id, created_at);

create table stock.reservation_line (
  reservation_id uuid not null references stock.reservation,
  variant_id uuid not null,
  location_id uuid not null,
  quantity bigint not null check (quantity > 0),
  -- Repeats the reservation's, so that what is expired on a level is found by one index.
  state text not null check (state in ('held', 'committed', 'consumed', 'released', 'expired')),
  expires_at timestamptz,
  primary key (reservation_id, variant_id, location_id)
);
create index reservation_line_live on stock.reservation_line (variant_id, location_id, expires_at)
  where state in ('held', 'committed');

-- The ledger: append-only, the sums of its deltas are the levels.
create table stock.movement (
  seq bigint generated always as identity primary key,
  variant_id uuid not null,
  location_id uuid not null,
  kind text not null check (kind in ('reserve', 'release', 'expire', 'supersede', 'consume', 'receive', 'count', 'damage', 'adjust', 'sale', 'return')),
  on_hand_delta bigint not null default 0,
  reserved_delta bigint not null default 0,
  reservation_id uuid,
  actor text not null,
  channel text not null,
  cause text,
  reason text,
  at timestamptz not null
);
create index movement_level on stock.movement (variant_id, location_id, seq);
create function stock.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the stock ledger is append-only';
end $$;
create trigger movement_is_append_only before update or delete on stock.movement
  for each statement execute function stock.refuse_change();

-- A UUIDv7 for rows that only the database knows it must write (RFC 9562, 5.7).
create function stock.uuid_v7(p_at timestamptz) returns uuid language sql volatile as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from p_at) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- Available to promise, the one fragment that page, cart and reserve share: what is expired and not yet written off
-- counts as free at once, so correctness never waits for a sweeper.
create function stock.free_levels(p_variants uuid[], p_locations uuid[], p_now timestamptz)
returns table (variant_id uuid, location_id uuid, on_hand bigint, reserved bigint, safety bigint, display bigint,
  incoming bigint, incoming_at timestamptz, free bigint, free_to_ship bigint)
language sql stable as $$
  select l.variant_id, l.location_id, l.on_hand, l.reserved, l.safety, l.display, l.incoming, l.incoming_at,
    l.on_hand - l.reserved - l.safety + x.quantity,
    l.on_hand - l.reserved - l.safety + x.quantity - l.display
  from stock.level l
  cross join lateral (
    select coalesce(sum(e.quantity), 0)::bigint as quantity from stock.reservation_line e
    where e.variant_id = l.variant_id and e.location_id = l.location_id
      and e.state in ('held', 'committed') and e.expires_at <= p_now
  ) x
  where l.variant_id = any (p_variants) and (p_locations is null or l.location_id = any (p_locations))
$$;

-- Events of this schema's functions: the same envelope as the kernel's emit().
create function stock.emit(p_type text, p_subject uuid, p_reservation uuid, p_version bigint, p_who jsonb, p_now timestamptz, p_data jsonb)
returns void language sql as $$
  insert into kernel.outbox (id, type, version, occurred_at, subject_id, aggregate, aggregate_id, aggregate_version,
    actor, role, channel, location_id, cause, data)
  values (stock.uuid_v7(p_now), p_type, 1, p_now, p_subject, 'reservation', p_reservation::text, p_version,
    p_who->>'actor', p_who->>'role', p_who->>'channel', (p_data->'lines'->0->>'locationId')::uuid, p_who->>'cause', p_data)
$$;

-- What an event tells of a hold.
create function stock.reservation_facts(p_reservation uuid) returns jsonb language sql stable as $$
  select jsonb_build_object('reservationId', r.id, 'owner', jsonb_build_object('kind', r.owner_kind, 'id', r.owner_id),
    'purpose', r.purpose, 'expiresAt', to_char(r.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'context', r.context,
    'lines', (select jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'locationId', l.location_id, 'quantity', l.quantity)
      order by l.variant_id, l.location_id) from stock.reservation_line l where l.reservation_id = r.id))
  from stock.reservation r where r.id = p_reservation
$$;
`;
