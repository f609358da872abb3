/** `stock.reserve` as it was first; what it is now stands in reserve.ts. Migrations are never changed. */
export const reserveFirstSql = `
-- Takes stock for a list of requests and answers each: all or nothing per request, in order of arrival.
-- p_requests: [{id, ownerKind, ownerId, subjectId, purpose, expiresAt, context, who: {actor, role, channel, cause},
--   key?: {actor, act, key, fingerprint}, lines: [{variantId, locationId, quantity, allowDisplay}]}]
-- Answers (ord, outcome): {"held": facts} or {"refused": [{variantId, locationId, requested, available}]} or {"mismatch": true}.
create function stock.reserve(p_requests jsonb, p_now timestamptz) returns table (ord int, outcome jsonb)
language plpgsql as $$
declare
  v_variants uuid[];    -- the locked levels, position by position
  v_locations uuid[];
  v_free bigint[];
  v_ship bigint[];
  v_delta bigint[];
  v_outcomes jsonb[] := array_fill(null::jsonb, array[jsonb_array_length(p_requests)]);
  v_accepted int[] := '{}';
  v_replaced uuid[] := '{}';
  v_request record;
  v_line record;
  v_lines int[];        -- positions and quantities of the request at hand
  v_quantities bigint[];
  v_old_lines int[];
  v_old_quantities bigint[];
  v_old uuid;
  v_short jsonb;
  i int;
begin
  if (select count(*) <> count(distinct (q->>'ownerKind', q->>'ownerId')) from jsonb_array_elements(p_requests) q) then
    raise exception 'one group may not hold two requests of the same owner';
  end if;

  -- 1. Idempotency keys, in one order so that two groups cannot wait for each other. A twin in flight makes us wait here,
  --    before any level is locked; one that is done gives its stored answer.
  insert into kernel.idempotency (actor, act, key, fingerprint, created_at)
  select q->'key'->>'actor', q->'key'->>'act', q->'key'->>'key', q->'key'->>'fingerprint', p_now
  from jsonb_array_elements(p_requests) q where q ? 'key'
  order by 1, 2, 3
  on conflict do nothing;
  for v_request in
    select r.ord::int as ord, case when k.fingerprint = r.q->'key'->>'fingerprint' then k.outcome else '{"mismatch": true}'::jsonb end as outcome
    from jsonb_array_elements(p_requests) with ordinality as r(q, ord)
    join kernel.idempotency k on k.actor = r.q->'key'->>'actor' and k.act = r.q->'key'->>'act' and k.key = r.q->'key'->>'key'
    where r.q ? 'key' and (k.outcome is not null or k.fingerprint <> r.q->'key'->>'fingerprint')
  loop
    v_outcomes[v_request.ord] := v_request.outcome;
  end loop;

  -- 2. The level rows of all requests, and of the holds they replace, in one order. (An UPDATE over sorted input still
  --    deadlocks: the planner may visit rows in another order. SELECT ... ORDER BY ... FOR UPDATE does not.)
  select array_agg(k.variant_id), array_agg(k.location_id) into v_variants, v_locations from (
    select l.variant_id, l.location_id from stock.level l
    where (l.variant_id, l.location_id) in (
      select (x->>'variantId')::uuid, (x->>'locationId')::uuid
      from jsonb_array_elements(p_requests) q, jsonb_array_elements(q->'lines') x
      union
      select e.variant_id, e.location_id from jsonb_array_elements(p_requests) q
      join stock.reservation r on r.owner_kind = q->>'ownerKind' and r.owner_id = (q->>'ownerId')::uuid and r.state in ('held', 'committed')
      join stock.reservation_line e on e.reservation_id = r.id)
    order by l.variant_id, l.location_id for update
  ) k;
  v_variants := coalesce(v_variants, '{}');
  v_locations := coalesce(v_locations, '{}');

  -- 3. What has expired on them is written off first, so that the numbers below are what is really free.
  perform stock.reclaim(v_variants, v_locations, p_now, p_requests->0->'who');
  select array_agg(f.free order by k.n), array_agg(f.free_to_ship order by k.n), array_agg(0::bigint order by k.n)
  into v_free, v_ship, v_delta
  from unnest(v_variants, v_locations) with ordinality as k(variant_id, location_id, n)
  join stock.free_levels(v_variants, null, p_now) f on f.variant_id = k.variant_id and f.location_id = k.location_id;

  -- 4. The requests, in order of arrival.
  for v_request in
    select r.ord::int as ord, r.q from jsonb_array_elements(p_requests) with ordinality as r(q, ord) order by r.ord
  loop
    continue when v_outcomes[v_request.ord] is not null;
    v_lines := '{}'; v_quantities := '{}'; v_old_lines := '{}'; v_old_quantities := '{}'; v_short := '[]';
    -- A new hold for the same owner replaces the old: a person is never blocked by a hold of their own.
    select r.id into v_old from stock.reservation r
    where r.owner_kind = v_request.q->>'ownerKind' and r.owner_id = (v_request.q->>'ownerId')::uuid and r.state = 'held'
    for update;
    if v_old is not null then
      for v_line in
        select k.n::int as position, e.quantity from stock.reservation_line e
        join unnest(v_variants, v_locations) with ordinality as k(variant_id, location_id, n)
          on k.variant_id = e.variant_id and k.location_id = e.location_id
        where e.reservation_id = v_old and e.state = 'held'
      loop
        v_old_lines := v_old_lines || v_line.position;
        v_old_quantities := v_old_quantities || v_line.quantity;
        v_free[v_line.position] := v_free[v_line.position] + v_line.quantity;
        v_ship[v_line.position] := v_ship[v_line.position] + v_line.quantity;
      end loop;
      -- The old hold came into being between our look for levels to lock and the lock: begin again.
      if (select count(*) from stock.reservation_line e where e.reservation_id = v_old and e.state = 'held')
        <> coalesce(array_length(v_old_lines, 1), 0) then
        raise exception 'the hold to replace changed meanwhile' using errcode = 'serialization_failure';
      end if;
    end if;
    -- Demand is summed per level first: two lines that share an item must not each pass alone.
    for v_line in
      select x.variant_id, x.location_id, sum(x.quantity)::bigint as quantity,
        coalesce(sum(x.quantity) filter (where not x.allow_display), 0)::bigint as to_ship, max(k.n)::int as position
      from (select (e->>'variantId')::uuid as variant_id, (e->>'locationId')::uuid as location_id,
          (e->>'quantity')::bigint as quantity, coalesce((e->>'allowDisplay')::boolean, false) as allow_display
        from jsonb_array_elements(v_request.q->'lines') e) x
      left join unnest(v_variants, v_locations) with ordinality as k(variant_id, location_id, n)
        on k.variant_id = x.variant_id and k.location_id = x.location_id
      group by x.variant_id, x.location_id
    loop
      if v_line.position is null or v_line.quantity > v_free[v_line.position]
        or (v_line.to_ship > 0 and v_line.to_ship > v_ship[v_line.position]) then
        v_short := v_short || jsonb_build_object('variantId', v_line.variant_id, 'locationId', v_line.location_id,
          'requested', v_line.quantity, 'available', greatest(0, coalesce(
            case when v_line.to_ship > 0 then v_ship[v_line.position] else v_free[v_line.position] end, 0)));
      else
        v_lines := v_lines || v_line.position;
        v_quantities := v_quantities || v_line.quantity;
      end if;
    end loop;
    if v_short = '[]' then
      for i in 1 .. coalesce(array_length(v_lines, 1), 0) loop
        v_free[v_lines[i]] := v_free[v_lines[i]] - v_quantities[i];
        v_ship[v_lines[i]] := v_ship[v_lines[i]] - v_quantities[i];
        v_delta[v_lines[i]] := v_delta[v_lines[i]] + v_quantities[i];
      end loop;
      for i in 1 .. coalesce(array_length(v_old_lines, 1), 0) loop
        v_delta[v_old_lines[i]] := v_delta[v_old_lines[i]] - v_old_quantities[i];
      end loop;
      if v_old is not null then v_replaced := v_replaced || v_old; end if;
      v_accepted := v_accepted || v_request.ord;
    else
      for i in 1 .. coalesce(array_length(v_old_lines, 1), 0) loop
        v_free[v_old_lines[i]] := v_free[v_old_lines[i]] - v_old_quantities[i];
        v_ship[v_old_lines[i]] := v_ship[v_old_lines[i]] - v_old_quantities[i];
      end loop;
      v_outcomes[v_request.ord] := jsonb_build_object('refused', v_short);
    end if;
  end loop;

  -- 5. Levels, holds, ledger, keys and events, each as one set.
  if array_length(v_replaced, 1) > 0 then
    insert into stock.movement (variant_id, location_id, kind, reserved_delta, reservation_id, actor, channel, cause, at)
    select e.variant_id, e.location_id, 'supersede', -e.quantity, e.reservation_id, w->>'actor', w->>'channel', w->>'cause', p_now
    from stock.reservation_line e, (select p_requests->0->'who' as w) who where e.reservation_id = any (v_replaced) and e.state = 'held';
    update stock.reservation_line set state = 'released' where reservation_id = any (v_replaced) and state = 'held';
    perform stock.emit('stock.reservation.released', c.subject_id, c.id, c.version, p_requests->0->'who', p_now,
      stock.reservation_facts(c.id) || '{"reason": "superseded"}')
    from (select 1) one, lateral (select r.id, r.subject_id, r.version + 1 as version from stock.reservation r where r.id = any (v_replaced)) c;
    update stock.reservation set state = 'released', closed_at = p_now, version = version + 1 where id = any (v_replaced);
  end if;

  if array_length(v_accepted, 1) > 0 then
    update stock.level l set reserved = l.reserved + d.delta, version = l.version + 1, updated_at = p_now
    from unnest(v_variants, v_locations, v_delta) as d(variant_id, location_id, delta)
    where l.variant_id = d.variant_id and l.location_id = d.location_id and d.delta <> 0;

    insert into stock.reservation (id, owner_kind, owner_id, subject_id, purpose, state, expires_at, actor, channel, context, created_at)
    select (q->>'id')::uuid, q->>'ownerKind', (q->>'ownerId')::uuid, (q->>'subjectId')::uuid, q->>'purpose', 'held',
      (q->>'expiresAt')::timestamptz, q->'who'->>'actor', q->'who'->>'channel', q->'context', p_now
    from jsonb_array_elements(p_requests) with ordinality as r(q, ord) where r.ord = any (v_accepted);

    with lines as (
      insert into stock.reservation_line (reservation_id, variant_id, location_id, quantity, state, expires_at)
      select (q->>'id')::uuid, (x->>'variantId')::uuid, (x->>'locationId')::uuid, sum((x->>'quantity')::bigint), 'held', (q->>'expiresAt')::timestamptz
      from jsonb_array_elements(p_requests) with ordinality as r(q, ord), jsonb_array_elements(q->'lines') x
      where r.ord = any (v_accepted) group by 1, 2, 3, 6
      returning reservation_id, variant_id, location_id, quantity
    )
    insert into stock.movement (variant_id, location_id, kind, reserved_delta, reservation_id, actor, channel, cause, at)
    select l.variant_id, l.location_id, 'reserve', l.quantity, l.reservation_id, q->'who'->>'actor', q->'who'->>'channel', q->'who'->>'cause', p_now
    from lines l join jsonb_array_elements(p_requests) q on (q->>'id')::uuid = l.reservation_id;

    perform stock.emit('stock.reservation.held', (q->>'subjectId')::uuid, (q->>'id')::uuid, 1, q->'who', p_now, stock.reservation_facts((q->>'id')::uuid))
    from jsonb_array_elements(p_requests) with ordinality as r(q, ord) where r.ord = any (v_accepted);

    foreach i in array v_accepted loop
      v_outcomes[i] := jsonb_build_object('held', stock.reservation_facts((p_requests->(i - 1)->>'id')::uuid));
    end loop;
  end if;

  update kernel.idempotency k set outcome = o.outcome
  from (select q, n as ord, v_outcomes[n] as outcome from jsonb_array_elements(p_requests) with ordinality as r(q, n)) o
  where o.q ? 'key' and k.outcome is null and k.actor = o.q->'key'->>'actor' and k.act = o.q->'key'->>'act' and k.key = o.q->'key'->>'key';

  return query select n::int, u from unnest(v_outcomes) with ordinality as t(u, n);
end $$;
`;
