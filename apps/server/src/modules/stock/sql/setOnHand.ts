export const setOnHandSql = `
-- Changes what is on hand, by a delta (receive, adjust, damage) or to a counted figure, creating the level if need be.
-- Where less is left than is reserved, the newest holds are marked at risk: someone must be told.
-- p_changes: [{variantId, locationId, kind, delta? , counted?, reason}]
-- Answers each level's on hand before and after, or a problem when it would fall below zero (nothing is changed then).
create function stock.set_on_hand(p_changes jsonb, p_now timestamptz, p_who jsonb)
returns table (variant_id uuid, location_id uuid, before bigint, after bigint) language plpgsql as $$
declare
  v_level record;
  v_change record;
  v_after bigint;
  v_over bigint;
  v_hold record;
  v_version bigint;
begin
  insert into stock.level (variant_id, location_id, updated_at)
  select distinct (c->>'variantId')::uuid, (c->>'locationId')::uuid, p_now from jsonb_array_elements(p_changes) c
  order by 1, 2 on conflict do nothing;
  perform 1 from stock.level l
  where (l.variant_id, l.location_id) in (
    select (c->>'variantId')::uuid, (c->>'locationId')::uuid from jsonb_array_elements(p_changes) c)
  order by l.variant_id, l.location_id for update;

  for v_change in
    select (c->>'variantId')::uuid as variant_id, (c->>'locationId')::uuid as location_id, c->>'kind' as kind,
      (c->>'delta')::bigint as delta, (c->>'counted')::bigint as counted, c->>'reason' as reason
    from jsonb_array_elements(p_changes) c
  loop
    select * into v_level from stock.level l where l.variant_id = v_change.variant_id and l.location_id = v_change.location_id;
    v_after := coalesce(v_change.counted, v_level.on_hand + v_change.delta);
    variant_id := v_change.variant_id; location_id := v_change.location_id; before := v_level.on_hand; after := v_after;
    -- Below zero: the CHECK refuses it and with it the whole list.
    update stock.level l set on_hand = v_after, version = l.version + 1, updated_at = p_now
    where l.variant_id = v_change.variant_id and l.location_id = v_change.location_id;
    insert into stock.movement (variant_id, location_id, kind, on_hand_delta, actor, channel, cause, reason, at)
    values (v_change.variant_id, v_change.location_id, v_change.kind, v_after - v_level.on_hand,
      p_who->>'actor', p_who->>'channel', p_who->>'cause', v_change.reason, p_now);
    insert into kernel.outbox (id, type, version, occurred_at, aggregate, aggregate_id, aggregate_version, actor, role, channel, location_id, cause, data)
    values (stock.uuid_v7(p_now), 'stock.level.changed', 1, p_now, 'level', v_change.variant_id || ':' || v_change.location_id, v_level.version + 1,
      p_who->>'actor', p_who->>'role', p_who->>'channel', v_change.location_id, p_who->>'cause',
      jsonb_build_object('variantId', v_change.variant_id, 'locationId', v_change.location_id, 'kind', v_change.kind,
        'onHandBefore', v_level.on_hand, 'onHandAfter', v_after));

    v_over := v_level.reserved - v_after;
    for v_hold in
      select r.id, r.subject_id, e.quantity, r.at_risk from stock.reservation r join stock.reservation_line e on e.reservation_id = r.id
      where e.variant_id = v_change.variant_id and e.location_id = v_change.location_id and e.state in ('held', 'committed')
        and (e.expires_at is null or e.expires_at > p_now)
      order by r.created_at desc, r.id desc for update of r
    loop
      exit when v_over <= 0;
      v_over := v_over - v_hold.quantity;
      continue when v_hold.at_risk;
      update stock.reservation r set at_risk = true, version = r.version + 1 where r.id = v_hold.id returning r.version into v_version;
      perform stock.emit('stock.reservation.at_risk', v_hold.subject_id, v_hold.id, v_version, p_who, p_now, stock.reservation_facts(v_hold.id));
    end loop;
    return next;
  end loop;
end $$;
`;
