export const releaseLinesSql = `
-- Gives a part of holds free: [{reservationId, variantId, quantity}], each hold's lines named once. All or nothing: where
-- a hold is over, or holds less than is asked, its id comes back with the reason and nothing was changed. A hold of which
-- nothing is left is released. Joins the caller's transaction. Locks levels first, then holds, like every other.
create function stock.release_lines(p_lines jsonb, p_reason text, p_now timestamptz, p_who jsonb)
returns table (id uuid, problem text) language plpgsql as $$
declare
  v_ids uuid[];
  v_whole uuid[];
  v_told bigint;
begin
  select array_agg(distinct (x->>'reservationId')::uuid) into v_ids from jsonb_array_elements(p_lines) x;
  if v_ids is null then return; end if;
  perform 1 from stock.level l
  where (l.variant_id, l.location_id) in (
    select e.variant_id, e.location_id from stock.reservation_line e where e.reservation_id = any (v_ids))
  order by l.variant_id, l.location_id for update;
  perform 1 from stock.reservation r where r.id = any (v_ids) order by r.id for update;

  return query
  select u, case when r.id is null then 'not_found' when r.state not in ('held', 'committed') then r.state else 'too_many' end
  from unnest(v_ids) u left join stock.reservation r on r.id = u
  where r.id is null or r.state not in ('held', 'committed') or exists (
    select 1 from jsonb_array_elements(p_lines) x
    left join stock.reservation_line e on e.reservation_id = u and e.variant_id = (x->>'variantId')::uuid
    where (x->>'reservationId')::uuid = u and coalesce(e.quantity, 0) < (x->>'quantity')::bigint);
  if found then return; end if;

  select array_agg(t.rid) into v_whole from (
    select e.reservation_id as rid
    from stock.reservation_line e
    left join jsonb_array_elements(p_lines) x
      on (x->>'reservationId')::uuid = e.reservation_id and (x->>'variantId')::uuid = e.variant_id
    where e.reservation_id = any (v_ids)
    group by e.reservation_id having sum(e.quantity - coalesce((x->>'quantity')::bigint, 0)) = 0) t;
  if v_whole is not null then
    perform c.id from stock.close_reservations(v_whole, 'released', p_reason, p_now, p_who) c;
  end if;

  with asked as (
    select (x->>'reservationId')::uuid as reservation_id, (x->>'variantId')::uuid as variant_id, (x->>'quantity')::bigint as quantity
    from jsonb_array_elements(p_lines) x where not ((x->>'reservationId')::uuid = any (coalesce(v_whole, '{}')))
  ), given as (
    select e.reservation_id, e.variant_id, e.location_id, a.quantity, e.quantity = a.quantity as is_all
    from stock.reservation_line e join asked a using (reservation_id, variant_id) where a.quantity > 0
  ), gone as (
    delete from stock.reservation_line e using given g
    where g.is_all and e.reservation_id = g.reservation_id and e.variant_id = g.variant_id and e.location_id = g.location_id
  ), less as (
    update stock.reservation_line e set quantity = e.quantity - g.quantity from given g
    where not g.is_all and e.reservation_id = g.reservation_id and e.variant_id = g.variant_id and e.location_id = g.location_id
  ), moved as (
    update stock.level l set reserved = l.reserved - g.quantity, version = l.version + 1, updated_at = p_now
    from (select variant_id, location_id, sum(quantity) as quantity from given group by 1, 2) g
    where l.variant_id = g.variant_id and l.location_id = g.location_id
  )
  insert into stock.movement (variant_id, location_id, kind, reserved_delta, reservation_id, actor, channel, cause, reason, at)
  select variant_id, location_id, 'release', -quantity, reservation_id, p_who->>'actor', p_who->>'channel', p_who->>'cause', p_reason, p_now
  from given;

  -- A statement of its own: what the event tells is what is left.
  with told as (
    update stock.reservation r set version = r.version + 1
    where r.id = any (v_ids) and not (r.id = any (coalesce(v_whole, '{}')))
    returning r.id, r.subject_id, r.version
  )
  select count(stock.emit('stock.reservation.reduced', t.subject_id, t.id, t.version, p_who, p_now,
    stock.reservation_facts(t.id) || jsonb_build_object('reason', p_reason))) into v_told from told t;
end $$;
`;
