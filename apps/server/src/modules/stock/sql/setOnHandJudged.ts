export const setOnHandJudgedSql = `
-- Changes what is on hand, creating the level if need be: receive, return and adjust by a delta, count to a figure; damage
-- (a delta below 0) books good pieces as damaged, repair as good again, write_off takes damaged pieces out of the house.
-- What another till sold or took back is sale and return: the one may leave less than is promised, never less than nothing.
-- Where less is left than is promised, the newest holds are marked at risk; where it came back, they no longer are.
-- p_changes: [{variantId, locationId, kind, delta?, counted?, reason, documentKind?, documentId?}]
-- Answers each level's on hand before and after; when it would fall below zero, or more would be damaged than is there, the
-- CHECK refuses it and with it the whole list.
create or replace function stock.set_on_hand(p_changes jsonb, p_now timestamptz, p_who jsonb)
returns table (variant_id uuid, location_id uuid, before bigint, after bigint) language plpgsql as $$
declare
  v_level record;
  v_change record;
  v_after bigint;
  v_damaged bigint;
  v_variants uuid[];
  v_locations uuid[];
begin
  select array_agg(k.variant_id), array_agg(k.location_id) into v_variants, v_locations from (
    select distinct (c->>'variantId')::uuid as variant_id, (c->>'locationId')::uuid as location_id
    from jsonb_array_elements(p_changes) c order by 1, 2) k;
  insert into stock.level (variant_id, location_id, updated_at)
  select v, l, p_now from unnest(v_variants, v_locations) as k(v, l) on conflict do nothing;
  perform 1 from stock.level l
  where (l.variant_id, l.location_id) in (select v, x from unnest(v_variants, v_locations) as k(v, x))
  order by l.variant_id, l.location_id for update;
  -- What has run out claims nothing any more, so that nobody is told in vain.
  perform stock.reclaim(v_variants, v_locations, p_now, p_who);

  for v_change in
    select (c->>'variantId')::uuid as variant_id, (c->>'locationId')::uuid as location_id, c->>'kind' as kind,
      (c->>'delta')::bigint as delta, (c->>'counted')::bigint as counted, c->>'reason' as reason,
      c->>'documentKind' as document_kind, c->>'documentId' as document_id
    from jsonb_array_elements(p_changes) c
  loop
    select * into v_level from stock.level l where l.variant_id = v_change.variant_id and l.location_id = v_change.location_id;
    v_after := case when v_change.kind in ('damage', 'repair') then v_level.on_hand
      else coalesce(v_change.counted, v_level.on_hand + v_change.delta) end;
    v_damaged := case
      when v_change.kind in ('damage', 'repair') then v_level.damaged - v_change.delta
      when v_change.kind = 'write_off' then v_level.damaged + v_change.delta
      -- Fewer pieces than were booked as damaged: those are not there either.
      else least(v_level.damaged, greatest(v_after, 0)) end;
    variant_id := v_change.variant_id; location_id := v_change.location_id; before := v_level.on_hand; after := v_after;
    update stock.level l set on_hand = v_after, damaged = v_damaged, version = l.version + 1, updated_at = p_now
    where l.variant_id = v_change.variant_id and l.location_id = v_change.location_id;
    insert into stock.movement (variant_id, location_id, kind, on_hand_delta, damaged_delta, actor, channel, cause, reason,
      document_kind, document_id, at)
    values (v_change.variant_id, v_change.location_id, v_change.kind, v_after - v_level.on_hand, v_damaged - v_level.damaged,
      p_who->>'actor', p_who->>'channel', p_who->>'cause', v_change.reason, v_change.document_kind, v_change.document_id, p_now);
    insert into kernel.outbox (id, type, version, occurred_at, aggregate, aggregate_id, aggregate_version, actor, role, channel, location_id, cause, data)
    values (stock.uuid_v7(p_now), 'stock.level.changed', 1, p_now, 'level', v_change.variant_id || ':' || v_change.location_id, v_level.version + 1,
      p_who->>'actor', p_who->>'role', p_who->>'channel', v_change.location_id, p_who->>'cause',
      jsonb_build_object('variantId', v_change.variant_id, 'locationId', v_change.location_id, 'kind', v_change.kind,
        'onHandBefore', v_level.on_hand, 'onHandAfter', v_after, 'damagedBefore', v_level.damaged, 'damagedAfter', v_damaged));
    return next;
  end loop;
  perform stock.judge_risk(v_variants, v_locations, p_now, p_who);
end $$;
`;
