export const importItemsSql = `
-- What another system said, each item once, whatever the batch.
create table stock.import_item (
  source text not null,
  external_id text not null,
  kind text not null check (kind in ('on_hand', 'sale', 'return')),
  result jsonb not null,
  at timestamptz not null,
  primary key (source, external_id)
);

-- Where another system's figure was not ours.
create table stock.drift (
  seq bigint generated always as identity primary key,
  source text not null,
  external_id text not null,
  variant_id uuid not null,
  location_id uuid not null,
  expected bigint not null,
  said bigint not null,
  -- The moment the figure is about, and the one it came.
  as_of timestamptz not null,
  at timestamptz not null
);
create index drift_location on stock.drift (location_id, seq);

-- Items of another system, in order, each by its external id once: {externalId, kind: on_hand | sale | return, variantId,
-- locationId, quantity, at}. on_hand is a figure as of a moment: what moved here after it is replayed on top. A sale of more
-- than is on hand books what there was and is told as drift: the goods are gone, whatever the books said.
-- Answers each: {outcome: booked | already | refused, onHand?, expected?, drift?, isCovered?, rule?}.
create function stock.import_items(p_source text, p_items jsonb, p_now timestamptz, p_who jsonb)
returns table (ord int, result jsonb) language plpgsql as $$
declare
  v_variants uuid[];
  v_locations uuid[];
  v_item record;
  v_level record;
  v_known jsonb;
  v_later bigint;
  v_last timestamptz;
  v_after bigint;
  v_expected bigint;
begin
  select array_agg(k.variant_id), array_agg(k.location_id) into v_variants, v_locations from (
    select distinct (c->>'variantId')::uuid as variant_id, (c->>'locationId')::uuid as location_id
    from jsonb_array_elements(p_items) c order by 1, 2) k;
  insert into stock.level (variant_id, location_id, updated_at)
  select v, l, p_now from unnest(v_variants, v_locations) as k(v, l) on conflict do nothing;
  -- The levels are locked before the ids are looked at: a twin of this batch waits here, and then finds them.
  perform 1 from unnest(v_variants, v_locations) as k(v, x)
  join stock.level l on l.variant_id = k.v and l.location_id = k.x
  order by l.variant_id, l.location_id for update of l;
  perform stock.reclaim(v_variants, v_locations, p_now, p_who);

  for v_item in
    select c.n::int as n, c.q->>'externalId' as external_id, c.q->>'kind' as kind, (c.q->>'variantId')::uuid as variant_id,
      (c.q->>'locationId')::uuid as location_id, (c.q->>'quantity')::bigint as quantity,
      least((c.q->>'at')::timestamptz, p_now) as at
    from jsonb_array_elements(p_items) with ordinality as c(q, n) order by c.n
  loop
    ord := v_item.n;
    select i.result into v_known from stock.import_item i where i.source = p_source and i.external_id = v_item.external_id;
    if found then
      result := v_known || '{"outcome": "already"}';
      return next;
      continue;
    end if;
    select * into v_level from stock.level l where l.variant_id = v_item.variant_id and l.location_id = v_item.location_id;
    select max(m.at) into v_last from stock.movement m
    where m.variant_id = v_item.variant_id and m.location_id = v_item.location_id and m.kind = 'import';
    if v_item.kind <> 'on_hand' and v_item.at <= v_last then
      -- A figure of a later moment has it in already; kept in the ledger, and counted once.
      v_after := v_level.on_hand;
      result := jsonb_build_object('outcome', 'booked', 'onHand', v_after, 'isCovered', true);
    elsif v_item.kind = 'on_hand' then
      if v_last > v_item.at then
        result := '{"outcome": "refused", "rule": "older_than_last"}';
        return next;
        continue;
      end if;
      select coalesce(sum(m.on_hand_delta), 0)::bigint into v_later from stock.movement m
      where m.variant_id = v_item.variant_id and m.location_id = v_item.location_id and m.at > v_item.at;
      v_expected := v_level.on_hand - v_later;
      v_after := v_item.quantity + v_later;
      if v_after < 0 then
        result := jsonb_build_object('outcome', 'refused', 'rule', 'below_zero', 'expected', v_expected);
        return next;
        continue;
      end if;
      if v_expected <> v_item.quantity then
        insert into stock.drift (source, external_id, variant_id, location_id, expected, said, as_of, at)
        values (p_source, v_item.external_id, v_item.variant_id, v_item.location_id, v_expected, v_item.quantity, v_item.at, p_now);
      end if;
      result := jsonb_build_object('outcome', 'booked', 'onHand', v_after, 'expected', v_expected, 'drift', v_item.quantity - v_expected);
    else
      v_after := v_level.on_hand + case v_item.kind when 'return' then v_item.quantity else -v_item.quantity end;
      if v_after < 0 then
        insert into stock.drift (source, external_id, variant_id, location_id, expected, said, as_of, at)
        values (p_source, v_item.external_id, v_item.variant_id, v_item.location_id, v_level.on_hand, v_item.quantity, v_item.at, p_now);
        result := jsonb_build_object('outcome', 'booked', 'onHand', 0, 'expected', v_level.on_hand, 'drift', -v_after);
        v_after := 0;
      else
        result := jsonb_build_object('outcome', 'booked', 'onHand', v_after);
      end if;
    end if;
    update stock.level l set on_hand = v_after, damaged = least(l.damaged, v_after), version = l.version + 1, updated_at = p_now
    where l.variant_id = v_item.variant_id and l.location_id = v_item.location_id;
    insert into stock.movement (variant_id, location_id, kind, on_hand_delta, damaged_delta, actor, channel, cause, document_kind, document_id, at)
    values (v_item.variant_id, v_item.location_id, case v_item.kind when 'on_hand' then 'import' else v_item.kind end,
      v_after - v_level.on_hand, least(v_level.damaged, v_after) - v_level.damaged,
      -- The line stands at the moment it is about, so that a later figure is not laid over it again.
      p_who->>'actor', p_who->>'channel', p_who->>'cause', v_item.kind, v_item.external_id, v_item.at);
    insert into stock.import_item (source, external_id, kind, result, at)
    values (p_source, v_item.external_id, v_item.kind, result, p_now);
    if v_after <> v_level.on_hand then
      insert into kernel.outbox (id, type, version, occurred_at, aggregate, aggregate_id, aggregate_version, actor, role, channel, location_id, cause, data)
      values (stock.uuid_v7(p_now), 'stock.level.changed', 1, p_now, 'level', v_item.variant_id || ':' || v_item.location_id, v_level.version + 1,
        p_who->>'actor', p_who->>'role', p_who->>'channel', v_item.location_id, p_who->>'cause',
        jsonb_build_object('variantId', v_item.variant_id, 'locationId', v_item.location_id, 'kind', v_item.kind,
          'onHandBefore', v_level.on_hand, 'onHandAfter', v_after));
    end if;
    return next;
  end loop;
  perform stock.judge_risk(v_variants, v_locations, p_now, p_who);
end $$;
`;
