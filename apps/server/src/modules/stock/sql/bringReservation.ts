export const bringReservationSql = `
-- Goods that left one house for a person arrive in another: they stand there and are promised to the same person at once,
-- so that nobody else can take them in between. p_id is what was consumed where they left, p_new the hold here (committed,
-- without a deadline). Answers why it cannot be, or null. Joins the caller's transaction. Locks levels first, then the hold.
create function stock.bring_reservation(p_id uuid, p_new uuid, p_location uuid, p_now timestamptz, p_who jsonb)
returns text language plpgsql as $$
declare
  v_state text;
begin
  insert into stock.level (variant_id, location_id, on_hand, updated_at)
  select distinct e.variant_id, p_location, 0, p_now from stock.reservation_line e where e.reservation_id = p_id
  on conflict (variant_id, location_id) do nothing;
  perform 1 from stock.level l
  where l.location_id = p_location and l.variant_id in (select e.variant_id from stock.reservation_line e where e.reservation_id = p_id)
  order by l.variant_id, l.location_id for update;
  select r.state into v_state from stock.reservation r where r.id = p_id for update;
  if v_state is null then return 'not_found'; end if;
  if v_state <> 'consumed' then return v_state; end if;

  insert into stock.reservation (id, owner_kind, owner_id, subject_id, purpose, state, expires_at, actor, channel, context, created_at, version)
  select p_new, 'cart_part', p_new, r.subject_id, r.purpose, 'committed', null, p_who->>'actor', p_who->>'channel',
    jsonb_build_object('broughtFrom', r.id), p_now, 1 from stock.reservation r where r.id = p_id;
  insert into stock.reservation_line (reservation_id, variant_id, location_id, quantity, state, expires_at)
  select p_new, e.variant_id, p_location, sum(e.quantity), 'committed', null
  from stock.reservation_line e where e.reservation_id = p_id group by e.variant_id;
  update stock.level l set on_hand = l.on_hand + e.quantity, reserved = l.reserved + e.quantity, version = l.version + 1, updated_at = p_now
  from stock.reservation_line e
  where e.reservation_id = p_new and l.variant_id = e.variant_id and l.location_id = e.location_id;
  -- Two lines in the ledger, as two things happened: the goods came, and they are promised.
  insert into stock.movement (variant_id, location_id, kind, on_hand_delta, reserved_delta, reservation_id, actor, channel, cause, reason, at)
  select e.variant_id, e.location_id, k.kind, case k.kind when 'receive' then e.quantity else 0 end,
    case k.kind when 'reserve' then e.quantity else 0 end, p_new, p_who->>'actor', p_who->>'channel', p_who->>'cause', 'from another store', p_now
  from stock.reservation_line e cross join (values ('receive'), ('reserve')) as k(kind) where e.reservation_id = p_new;
  perform stock.emit('stock.reservation.committed', r.subject_id, r.id, r.version, p_who, p_now, stock.reservation_facts(r.id))
  from stock.reservation r where r.id = p_new;
  return null;
end $$;
`;
