export const closeJudgedSql = `
-- Ends holds: 'released' gives the stock back, 'consumed' takes it out of the house. Joins the caller's transaction.
-- Locks levels first, then holds, like every other. What is given back may cover a hold that was at risk. Answers each hold's id with the reason it could not be ended, or null.
create or replace function stock.close_reservations(p_ids uuid[], p_state text, p_reason text, p_now timestamptz, p_who jsonb)
returns table (id uuid, problem text) language plpgsql set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_ids uuid[];
  v_told bigint;
  v_variants uuid[];
  v_locations uuid[];
begin
  perform 1 from stock.level l
  where (l.variant_id, l.location_id) in (
    select e.variant_id, e.location_id from stock.reservation_line e where e.reservation_id = any (p_ids))
  order by l.variant_id, l.location_id for update;
  perform 1 from stock.reservation r where r.id = any (p_ids) order by r.id for update;

  select array_agg(r.id) into v_ids from stock.reservation r
  where r.id = any (p_ids) and r.state in ('held', 'committed')
    -- An expired hold cannot be consumed: the goods may be promised to the next. It can always be released.
    and (p_state = 'released' or r.expires_at is null or r.expires_at > p_now);

  if v_ids is not null then
    select array_agg(e.variant_id), array_agg(e.location_id) into v_variants, v_locations from (
      select distinct l.variant_id, l.location_id from stock.reservation_line l where l.reservation_id = any (v_ids)) e;
    with closed as (
      update stock.reservation_line e set state = p_state, at_risk = false
      where e.reservation_id = any (v_ids) and e.state in ('held', 'committed')
      returning e.reservation_id, e.variant_id, e.location_id, e.quantity
    ), moved as (
      update stock.level l set reserved = l.reserved - c.quantity,
        on_hand = l.on_hand - case when p_state = 'consumed' then c.quantity else 0 end,
        -- What left the house was handed to somebody: where nothing else was there, it was a piece booked as damaged.
        damaged = case when p_state = 'consumed' then least(l.damaged, greatest(l.on_hand - c.quantity, 0)) else l.damaged end,
        version = l.version + 1, updated_at = p_now
      from (select variant_id, location_id, sum(quantity) as quantity from closed group by 1, 2) c
      where l.variant_id = c.variant_id and l.location_id = c.location_id
      returning l.variant_id, l.location_id, l.damaged
    ), was as materialized (
      select l.variant_id, l.location_id, l.damaged from stock.level l
      where (l.variant_id, l.location_id) in (select variant_id, location_id from closed)
    ), mended as (
      insert into stock.movement (variant_id, location_id, kind, damaged_delta, actor, channel, cause, reason, at)
      select m.variant_id, m.location_id, 'repair', m.damaged - w.damaged, p_who->>'actor', p_who->>'channel', p_who->>'cause',
        'a damaged piece was handed over', p_now
      from moved m join was w using (variant_id, location_id) where m.damaged <> w.damaged
    )
    insert into stock.movement (variant_id, location_id, kind, on_hand_delta, reserved_delta, reservation_id, actor, channel, cause, reason, at)
    select variant_id, location_id, case when p_state = 'consumed' then 'consume' else 'release' end,
      case when p_state = 'consumed' then -quantity else 0 end, -quantity, reservation_id,
      p_who->>'actor', p_who->>'channel', p_who->>'cause', p_reason, p_now
    from closed;

    with ended as (
      update stock.reservation r set state = p_state, closed_at = p_now, at_risk = false, version = version + 1
      where r.id = any (v_ids) returning r.id, r.subject_id, r.version
    )
    select count(stock.emit('stock.reservation.' || p_state, e.subject_id, e.id, e.version, p_who, p_now,
      stock.reservation_facts(e.id) || jsonb_build_object('reason', p_reason))) into v_told from ended e;
    perform stock.judge_risk(v_variants, v_locations, p_now, p_who);
  end if;

  return query
  select u, case when u = any (v_ids) then null when r.id is null then 'not_found'
    when r.state in ('held', 'committed') or r.state = 'expired' then 'expired' else r.state end
  from unnest(p_ids) u left join stock.reservation r on r.id = u;
end $$;
`;
