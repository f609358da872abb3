export const splitReservationSql = `
-- Makes a hold of its own out of a part of a hold: [{variantId, quantity}] go to p_new, which is as old, as long and for
-- the same person; the level's counters stay as they are. Answers why it cannot be, or null. Joins the caller's
-- transaction. Locks levels first, then the hold, like every other.
create function stock.split_reservation(p_id uuid, p_new uuid, p_lines jsonb, p_now timestamptz, p_who jsonb)
returns text language plpgsql as $$
declare
  v_state text;
  v_short bigint;
begin
  perform 1 from stock.level l
  where (l.variant_id, l.location_id) in (
    select e.variant_id, e.location_id from stock.reservation_line e where e.reservation_id = p_id)
  order by l.variant_id, l.location_id for update;
  select case when r.expires_at <= p_now then 'expired' else r.state end into v_state
  from stock.reservation r where r.id = p_id for update;
  if v_state is null then return 'not_found'; end if;
  if v_state not in ('held', 'committed') then return v_state; end if;

  select count(*) into v_short from jsonb_array_elements(p_lines) x
  left join stock.reservation_line e on e.reservation_id = p_id and e.variant_id = (x->>'variantId')::uuid
  where coalesce(e.quantity, 0) < (x->>'quantity')::bigint or (x->>'quantity')::bigint <= 0;
  if v_short > 0 then return 'too_many'; end if;
  -- Something stays, or it is no part.
  select count(*) into v_short from stock.reservation_line e
  left join jsonb_array_elements(p_lines) x on (x->>'variantId')::uuid = e.variant_id
  where e.reservation_id = p_id and e.quantity > coalesce((x->>'quantity')::bigint, 0);
  if v_short = 0 then return 'too_many'; end if;

  insert into stock.reservation (id, owner_kind, owner_id, subject_id, purpose, state, expires_at, at_risk, actor, channel, context, created_at, version)
  select p_new, 'cart_part', p_new, r.subject_id, r.purpose, r.state, r.expires_at, r.at_risk, r.actor, r.channel, r.context, r.created_at, 1
  from stock.reservation r where r.id = p_id;
  insert into stock.reservation_line (reservation_id, variant_id, location_id, quantity, state, expires_at, at_risk)
  select p_new, e.variant_id, e.location_id, (x->>'quantity')::bigint, e.state, e.expires_at, e.at_risk
  from stock.reservation_line e join jsonb_array_elements(p_lines) x on (x->>'variantId')::uuid = e.variant_id
  where e.reservation_id = p_id;
  delete from stock.reservation_line e using jsonb_array_elements(p_lines) x
  where e.reservation_id = p_id and e.variant_id = (x->>'variantId')::uuid and e.quantity = (x->>'quantity')::bigint;
  update stock.reservation_line e set quantity = e.quantity - (x->>'quantity')::bigint
  from jsonb_array_elements(p_lines) x
  where e.reservation_id = p_id and e.variant_id = (x->>'variantId')::uuid and e.quantity > (x->>'quantity')::bigint;
  -- The ledger says which hold has the pieces now; the sums stay.
  insert into stock.movement (variant_id, location_id, kind, reserved_delta, reservation_id, actor, channel, cause, reason, at)
  select e.variant_id, e.location_id, v.kind, v.sign * e.quantity, v.id, p_who->>'actor', p_who->>'channel', p_who->>'cause', 'split', p_now
  from stock.reservation_line e cross join (values ('release', -1, p_id), ('reserve', 1, p_new)) as v(kind, sign, id)
  where e.reservation_id = p_new order by v.sign;

  update stock.reservation r set version = r.version + 1 where r.id = p_id;
  perform stock.emit('stock.reservation.reduced', r.subject_id, r.id, r.version, p_who, p_now,
    stock.reservation_facts(r.id) || jsonb_build_object('reason', 'split')) from stock.reservation r where r.id = p_id;
  perform stock.emit('stock.reservation.committed', r.subject_id, r.id, r.version, p_who, p_now, stock.reservation_facts(r.id))
  from stock.reservation r where r.id = p_new and r.state = 'committed';
  return null;
end $$;
`;
