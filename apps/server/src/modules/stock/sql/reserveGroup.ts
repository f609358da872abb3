export const reserveGroupSql = `
-- Takes stock for a group of requests and answers each: all or nothing per request, in order of arrival, as the same
-- requests would be answered one by one. The owners of a group differ, and its idempotency keys.
-- p_requests: [{facts: what the hold is, as its event tells, subjectId, eventId, who: {actor, role, channel, cause},
--   keepsOwn?: true, key?: {actor, key, fingerprint}}]
-- p_variants, p_locations: the levels they ask for, each once.
-- Lines, summed up per request and level, in order of the requests: those of request i are p_starts[i] to
-- p_starts[i + 1] - 1; p_positions is the level of each, p_ship the units of p_quantities that will be shipped.
-- Answers (ord, outcome) for each that does not simply hold what it asked for: {"refused": [{variantId, locationId,
-- requested, available}]}, {"mismatch": true}, {"busy": true} where the owner's hold is committed, with keepsOwn
-- {"kept": facts}, and for a key that was used before what was answered then, which may be {"held": facts}.
create function stock.reserve_group(p_requests jsonb, p_variants uuid[], p_locations uuid[], p_starts int[], p_positions int[],
  p_quantities bigint[], p_ship bigint[], p_now timestamptz)
returns table (ord int, outcome jsonb)
language plpgsql set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_count int := jsonb_array_length(p_requests);
  v_variants uuid[] := p_variants;    -- the locked levels, position by position: those asked for, those of replaced holds
  v_locations uuid[] := p_locations;
  v_free bigint[];
  v_ship bigint[];
  v_delta bigint[];
  v_facts jsonb[];
  v_whos jsonb[];
  v_ids uuid[];
  v_kinds text[];
  v_owners uuid[];
  v_subjects uuid[];
  v_events uuid[];
  v_keeps boolean[];
  v_keyed boolean;
  v_accepted boolean[] := array_fill(false, array[v_count]);
  v_told boolean[] := array_fill(false, array[v_count]);  -- answered by an earlier request under the same key
  v_outcomes jsonb[] := array_fill(null::jsonb, array[v_count]);
  v_old uuid[];
  v_busy boolean[];
  v_has_old boolean := false;
  v_replaced uuid[] := '{}';
  v_replacing int[] := '{}';
  v_row record;
  v_short jsonb;
  v_fits boolean;
  v_at int;
  -- What has run out has done so by itself, whoever comes by.
  v_nobody jsonb := jsonb_build_object('actor', 'system:stock', 'role', null,
    'channel', p_requests->0->'who'->>'channel', 'cause', p_requests->0->'who'->>'cause');
begin
  select array_agg(q->'facts' order by n), array_agg(q->'who' order by n), array_agg((q->'facts'->>'reservationId')::uuid order by n),
    array_agg(q->'facts'->'owner'->>'kind' order by n), array_agg((q->'facts'->'owner'->>'id')::uuid order by n),
    array_agg((q->>'subjectId')::uuid order by n), array_agg((q->>'eventId')::uuid order by n),
    array_agg(q ? 'keepsOwn' order by n), bool_or(q ? 'key')
  into v_facts, v_whos, v_ids, v_kinds, v_owners, v_subjects, v_events, v_keeps, v_keyed
  from jsonb_array_elements(p_requests) with ordinality as r(q, n);

  -- 1. Levels of holds that this group may replace. One that comes into being after this look runs into the unique index,
  --    and the group is tried again request by request.
  for v_row in
    select distinct e.variant_id, e.location_id
    from unnest(v_kinds, v_owners) as o(kind, id)
    cross join lateral (select r.id from stock.reservation r
      where r.owner_kind = o.kind and r.owner_id = o.id and r.state in ('held', 'committed') offset 0) r
    cross join lateral (select y.variant_id, y.location_id from stock.reservation_line y where y.reservation_id = r.id offset 0) e
  loop
    v_has_old := true;
    if not exists (select 1 from unnest(v_variants, v_locations) as k(v, l) where k.v = v_row.variant_id and k.l = v_row.location_id) then
      v_variants := v_variants || v_row.variant_id;
      v_locations := v_locations || v_row.location_id;
    end if;
  end loop;

  -- 2. Their rows, in one order. (An UPDATE over sorted input still deadlocks: the planner may visit rows in another order.
  --    SELECT ... ORDER BY ... FOR UPDATE does not.) A twin under the same key asks for the same levels, so that it is
  --    waited for here, and its answer is found below.
  perform 1 from unnest(v_variants, v_locations) as k(variant_id, location_id)
  join stock.level l on l.variant_id = k.variant_id and l.location_id = k.location_id
  order by l.variant_id, l.location_id for update of l;

  if v_keyed then
    for v_row in
      select r.n, case when k.fingerprint = r.q->'key'->>'fingerprint' then k.outcome else '{"mismatch": true}'::jsonb end as outcome
      from jsonb_array_elements(p_requests) with ordinality as r(q, n)
      cross join lateral (select i.fingerprint, i.outcome from kernel.idempotency i
        where i.actor = r.q->'key'->>'actor' and i.act = 'stock.reserve' and i.key = r.q->'key'->>'key' offset 0) k
    loop
      v_outcomes[v_row.n] := v_row.outcome;
      v_told[v_row.n] := true;
    end loop;
  end if;

  -- 3. What has expired on them is written off first, so that the numbers below are what is really free.
  perform stock.reclaim(v_variants, v_locations, p_now, v_nobody);
  select array_agg(l.free order by k.n), array_agg(l.free - l.display order by k.n), array_agg(0::bigint order by k.n)
  into v_free, v_ship, v_delta
  from unnest(v_variants, v_locations) with ordinality as k(variant_id, location_id, n)
  left join lateral (select f.free, f.display from stock.level_now f
    where f.variant_id = k.variant_id and f.location_id = k.location_id offset 0) l on true;

  if v_has_old then
    v_old := array_fill(null::uuid, array[v_count]);
    v_busy := array_fill(false, array[v_count]);
    for v_row in
      select o.n, r.id, r.state from unnest(v_kinds, v_owners) with ordinality as o(kind, id, n)
      join stock.reservation r on r.owner_kind = o.kind and r.owner_id = o.id and r.state in ('held', 'committed')
      order by r.id for update of r
    loop
      v_old[v_row.n] := v_row.id;
      v_busy[v_row.n] := v_row.state = 'committed';
    end loop;
  end if;

  -- 4. The requests, in order of arrival.
  for i in 1 .. v_count loop
    continue when v_outcomes[i] is not null;
    if v_has_old and v_old[i] is not null then
      if v_keeps[i] then
        v_outcomes[i] := jsonb_build_object('kept', stock.reservation_facts(v_old[i]));
        continue;
      end if;
      if v_busy[i] then
        v_outcomes[i] := '{"busy": true}';
        continue;
      end if;
      -- A new hold for the same owner replaces the old: a person is never blocked by a hold of their own.
      for v_row in
        select k.n, e.quantity from stock.reservation_line e
        left join unnest(v_variants, v_locations) with ordinality as k(variant_id, location_id, n)
          on k.variant_id = e.variant_id and k.location_id = e.location_id
        where e.reservation_id = v_old[i] and e.state = 'held'
      loop
        -- The old hold came into being between our look for levels to lock and the lock: begin again.
        if v_row.n is null then
          raise exception 'the hold to replace changed meanwhile' using errcode = 'serialization_failure';
        end if;
        v_free[v_row.n] := v_free[v_row.n] + v_row.quantity;
        v_ship[v_row.n] := v_ship[v_row.n] + v_row.quantity;
      end loop;
    end if;
    v_fits := true;
    for j in p_starts[i] .. p_starts[i + 1] - 1 loop
      v_at := p_positions[j];
      if p_quantities[j] <= v_free[v_at] and (p_ship[j] = 0 or p_ship[j] <= v_ship[v_at]) then continue; end if;
      v_fits := false;
      exit;
    end loop;
    if v_fits then
      for j in p_starts[i] .. p_starts[i + 1] - 1 loop
        v_at := p_positions[j];
        v_free[v_at] := v_free[v_at] - p_quantities[j];
        v_ship[v_at] := v_ship[v_at] - p_quantities[j];
        v_delta[v_at] := v_delta[v_at] + p_quantities[j];
      end loop;
      v_accepted[i] := true;
      if v_has_old and v_old[i] is not null then
        v_replaced := v_replaced || v_old[i];
        v_replacing := v_replacing || i;
      end if;
    else
      v_short := '[]';
      for j in p_starts[i] .. p_starts[i + 1] - 1 loop
        v_at := p_positions[j];
        if p_quantities[j] <= v_free[v_at] and (p_ship[j] = 0 or p_ship[j] <= v_ship[v_at]) then continue; end if;
        v_short := v_short || jsonb_build_object('variantId', v_variants[v_at], 'locationId', v_locations[v_at],
          'requested', p_quantities[j],
          'available', greatest(0, coalesce(case when p_ship[j] > 0 then v_ship[v_at] else v_free[v_at] end, 0)));
      end loop;
      v_outcomes[i] := jsonb_build_object('refused', v_short);
      if v_has_old and v_old[i] is not null then
        for v_row in
          select k.n, e.quantity from stock.reservation_line e
          join unnest(v_variants, v_locations) with ordinality as k(variant_id, location_id, n)
            on k.variant_id = e.variant_id and k.location_id = e.location_id
          where e.reservation_id = v_old[i] and e.state = 'held'
        loop
          v_free[v_row.n] := v_free[v_row.n] - v_row.quantity;
          v_ship[v_row.n] := v_ship[v_row.n] - v_row.quantity;
        end loop;
      end if;
    end if;
  end loop;

  -- 5. Levels, holds, ledger, keys and events, each as one set.
  if array_length(v_replaced, 1) > 0 then
    -- Said by the request that replaced it.
    with old as (
      select o.id, v_whos[o.i] as who, o.n from unnest(v_replaced, v_replacing) with ordinality as o(id, i, n)
    ), released as (
      update stock.reservation_line e set state = 'released', at_risk = false from old
      where e.reservation_id = old.id and e.state = 'held'
      returning e.reservation_id, e.variant_id, e.location_id, e.quantity, old.who, old.n
    ), freed as (
      update stock.level l set reserved = l.reserved - c.quantity, version = l.version + 1, updated_at = p_now
      from (select variant_id, location_id, sum(quantity) as quantity from released group by 1, 2) c
      where l.variant_id = c.variant_id and l.location_id = c.location_id
    )
    insert into stock.movement (variant_id, location_id, kind, reserved_delta, reservation_id, actor, channel, cause, at)
    select variant_id, location_id, 'supersede', -quantity, reservation_id, who->>'actor', who->>'channel', who->>'cause', p_now
    from released order by n, variant_id, location_id;
    perform stock.emit('stock.reservation.released', c.subject_id, c.id, c.version, v_whos[o.i], p_now,
      stock.reservation_facts(c.id) || '{"reason": "superseded"}')
    from unnest(v_replaced, v_replacing) with ordinality as o(id, i, n),
      lateral (select r.id, r.subject_id, r.version + 1 as version from stock.reservation r where r.id = o.id) c
    order by o.n;
    update stock.reservation set state = 'released', closed_at = p_now, at_risk = false, version = version + 1 where id = any (v_replaced);
  end if;

  if true = any (v_accepted) then
    with asked as materialized (
      select q.* from unnest(v_accepted, v_ids, v_kinds, v_owners, v_subjects, v_events, v_facts, v_whos) with ordinality
        as q(accepted, id, kind, owner, subject, event, facts, who, n) where q.accepted
    ), taken as materialized (
      select a.id, v_variants[l.at] as variant_id, v_locations[l.at] as location_id, l.quantity, a.facts, a.who, l.j
      from asked a
      cross join lateral generate_series(p_starts[a.n], p_starts[a.n + 1] - 1) as g(j)
      cross join lateral (select p_positions[g.j] as at, p_quantities[g.j] as quantity, g.j) l
    ), levels as (
      update stock.level l set reserved = l.reserved + d.delta, version = l.version + 1, updated_at = p_now
      from unnest(v_variants, v_locations, v_delta) as d(variant_id, location_id, delta)
      where l.variant_id = d.variant_id and l.location_id = d.location_id and d.delta <> 0
    ), holds as (
      insert into stock.reservation (id, owner_kind, owner_id, subject_id, purpose, state, expires_at, actor, channel, context, created_at)
      -- In one order, so that two groups cannot wait for each other in the index of owners.
      select id, kind, owner, subject, facts->>'purpose', 'held', (facts->>'expiresAt')::timestamptz, who->>'actor', who->>'channel',
        facts->'context', p_now
      from asked order by kind, owner
    ), lines as (
      insert into stock.reservation_line (reservation_id, variant_id, location_id, quantity, state, expires_at)
      select id, variant_id, location_id, quantity, 'held', (facts->>'expiresAt')::timestamptz from taken
    ), ledger as (
      insert into stock.movement (variant_id, location_id, kind, reserved_delta, reservation_id, actor, channel, cause, at)
      select variant_id, location_id, 'reserve', quantity, id, who->>'actor', who->>'channel', who->>'cause', p_now from taken order by j
    )
    insert into kernel.outbox (id, type, version, occurred_at, subject_id, aggregate, aggregate_id, aggregate_version,
      actor, role, channel, location_id, cause, data)
    select event, 'stock.reservation.held', 1, p_now, subject, 'reservation', id::text, 1,
      who->>'actor', who->>'role', who->>'channel', (facts->'lines'->0->>'locationId')::uuid, who->>'cause', facts
    from asked order by n;
  end if;

  -- What was given back may cover somebody's hold that was at risk.
  if array_length(v_replaced, 1) > 0 then perform stock.judge_risk(v_variants, v_locations, p_now, v_nobody); end if;

  -- Last, with what was answered: a twin that asked for other levels runs into the key, and is tried again.
  if v_keyed then
    insert into kernel.idempotency (actor, act, key, fingerprint, outcome, created_at)
    select q->'key'->>'actor', 'stock.reserve', q->'key'->>'key', q->'key'->>'fingerprint',
      case when v_accepted[n] then jsonb_build_object('held', q->'facts') else v_outcomes[n] end, p_now
    from jsonb_array_elements(p_requests) with ordinality as r(q, n)
    where q ? 'key' and not v_told[n] and (v_accepted[n] or v_outcomes[n] ? 'refused' or v_outcomes[n] ? 'kept')
    order by 1, 3;
  end if;

  return query select n::int, u from unnest(v_outcomes) with ordinality as t(u, n) where u is not null;
end $$;
`;
