export const reclaimJudgedSql = `
-- As before; and what is written off may cover a newer hold that was at risk.
create or replace function stock.reclaim(p_variants uuid[], p_locations uuid[], p_now timestamptz, p_who jsonb) returns bigint
language plpgsql set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_ids uuid[];
  v_written bigint;
  v_told bigint;
begin
  -- The hold is locked and its state and expiry are read again: a commit or an extension that came first wins.
  select array_agg(h.id) into v_ids from (
    select r.id from stock.reservation r
    where r.id in (
      select e.reservation_id from stock.reservation_line e
      join unnest(p_variants, p_locations) as k(variant_id, location_id)
        on e.variant_id = k.variant_id and e.location_id = k.location_id
      where e.state in ('held', 'committed') and e.expires_at <= p_now)
      and r.expires_at <= p_now
    order by r.id for update
  ) h;
  if v_ids is null then return 0; end if;

  with written as (
    update stock.reservation_line e set state = 'expired', at_risk = false
    from unnest(p_variants, p_locations) as k(variant_id, location_id)
    where e.reservation_id = any (v_ids) and e.variant_id = k.variant_id and e.location_id = k.location_id
      and e.state in ('held', 'committed') and e.expires_at <= p_now
    returning e.reservation_id, e.variant_id, e.location_id, e.quantity
  ), freed as (
    update stock.level l set reserved = l.reserved - w.quantity, version = l.version + 1, updated_at = p_now
    from (select variant_id, location_id, sum(quantity) as quantity from written group by 1, 2) w
    where l.variant_id = w.variant_id and l.location_id = w.location_id
  ), ledger as (
    insert into stock.movement (variant_id, location_id, kind, reserved_delta, reservation_id, actor, channel, cause, at)
    select variant_id, location_id, 'expire', -quantity, reservation_id, p_who->>'actor', p_who->>'channel', p_who->>'cause', p_now
    from written order by variant_id, location_id, reservation_id
  )
  select count(*) into v_written from written;

  -- A hold over several levels expires as a whole; its lines on levels not locked here are written off when those are.
  with closed as (
    update stock.reservation r set state = 'expired', closed_at = p_now, at_risk = false, version = version + 1
    where r.id = any (v_ids) and r.state in ('held', 'committed') returning r.id, r.subject_id, r.version
  )
  select count(stock.emit('stock.reservation.expired', c.subject_id, c.id, c.version, p_who, p_now, stock.reservation_facts(c.id)))
  into v_told from closed c;
  perform stock.judge_risk(p_variants, p_locations, p_now, p_who);
  return v_written;
end $$;
`;
