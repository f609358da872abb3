export const levelStatesSql = `
-- Units of on_hand that may not be sold: broken, soiled, without a part. They stand there until they are written off.
alter table stock.level add column damaged bigint not null default 0 check (damaged >= 0);
alter table stock.level add constraint level_damaged_is_on_hand check (damaged <= greatest(on_hand, 0));
-- What this variant keeps back here; null: what its location says, or else the company. The column safety is what the
-- previous server version writes, and holds where this one says nothing.
alter table stock.level add column own_safety bigint check (own_safety >= 0);

-- The layers below: one row a location, and the company's under the nil id.
create table stock.safety_default (
  location_id uuid primary key,
  safety bigint not null check (safety >= 0),
  updated_at timestamptz not null
);

alter table stock.movement add column damaged_delta bigint not null default 0;
-- The thing behind the line, where it has a number of its own: an order, a return, an import, the till's receipt.
alter table stock.movement add column document_kind text;
alter table stock.movement add column document_id text;
alter table stock.movement drop constraint movement_kind_check;
alter table stock.movement add constraint movement_kind_check check (kind in ('reserve', 'release', 'expire', 'supersede',
  'consume', 'receive', 'count', 'damage', 'repair', 'write_off', 'adjust', 'sale', 'return', 'import')) not valid;
create index movement_at on stock.movement (variant_id, location_id, at);

alter table stock.reservation drop constraint reservation_purpose_check;
alter table stock.reservation add constraint reservation_purpose_check
  check (purpose in ('checkout', 'reserve_and_try', 'agent_hold', 'pickup', 'till', 'external')) not valid;

-- Which of a hold's goods is not there: a hold over several levels is at risk while one of its lines is.
alter table stock.reservation_line add column at_risk boolean not null default false;
create index reservation_line_at_risk on stock.reservation_line (location_id, variant_id) where at_risk;

-- What is available to promise, but for what has expired and is not written off yet: the one fragment of it all.
create view stock.level_now as
select l.variant_id, l.location_id, l.on_hand, l.reserved, l.damaged, s.safety, l.display, l.incoming, l.incoming_at,
  l.own_safety, l.version, l.on_hand - l.damaged - l.reserved - s.safety as free
from stock.level l
left join stock.safety_default d on d.location_id = l.location_id
left join stock.safety_default c on c.location_id = '00000000-0000-0000-0000-000000000000'
cross join lateral (select coalesce(l.own_safety, nullif(l.safety, 0), d.safety, c.safety, 0) as safety) s;

-- Made anew, because what a function gives cannot be changed: the same, with damaged and the limit of its own.
drop function stock.free_levels(uuid[], uuid[], timestamptz);
create function stock.free_levels(p_variants uuid[], p_locations uuid[], p_now timestamptz)
returns table (variant_id uuid, location_id uuid, on_hand bigint, reserved bigint, safety bigint, display bigint,
  incoming bigint, incoming_at timestamptz, free bigint, free_to_ship bigint, damaged bigint, own_safety bigint)
language sql stable as $$
  select l.variant_id, l.location_id, l.on_hand, l.reserved, l.safety, l.display, l.incoming, l.incoming_at,
    l.free + x.quantity, l.free + x.quantity - l.display, l.damaged, l.own_safety
  from stock.level_now l
  cross join lateral (
    select coalesce(sum(e.quantity), 0)::bigint as quantity from stock.reservation_line e
    where e.variant_id = l.variant_id and e.location_id = l.location_id
      and e.state in ('held', 'committed') and e.expires_at <= p_now
  ) x
  where l.variant_id = any (p_variants) and (p_locations is null or l.location_id = any (p_locations))
$$;

-- Whose goods are not there. Where more is promised than stands there to be sold, the newest holds are at risk; where
-- stock came back, they no longer are. Said once each way. The caller has locked the level rows.
create function stock.judge_risk(p_variants uuid[], p_locations uuid[], p_now timestamptz, p_who jsonb) returns void
language plpgsql set plan_cache_mode = 'force_generic_plan' as $$
declare
  v_level record;
  v_hold record;
  v_over bigint;
  v_version bigint;
begin
  for v_level in
    select distinct l.variant_id, l.location_id, l.reserved - (l.on_hand - l.damaged) as over
    from unnest(p_variants, p_locations) as k(variant_id, location_id)
    join stock.level l on l.variant_id = k.variant_id and l.location_id = k.location_id
    where l.reserved > l.on_hand - l.damaged
      or exists (select 1 from stock.reservation_line e
        where e.at_risk and e.variant_id = l.variant_id and e.location_id = l.location_id)
    order by 1, 2
  loop
    perform 1 from stock.reservation r where r.id in (
      select e.reservation_id from stock.reservation_line e
      where e.variant_id = v_level.variant_id and e.location_id = v_level.location_id and e.state in ('held', 'committed'))
    order by r.id for update;
    v_over := v_level.over;
    for v_hold in
      select r.id, r.subject_id, e.quantity, e.at_risk from stock.reservation r
      join stock.reservation_line e on e.reservation_id = r.id
      where e.variant_id = v_level.variant_id and e.location_id = v_level.location_id and e.state in ('held', 'committed')
        and r.state in ('held', 'committed')
      order by r.created_at desc, r.id desc
    loop
      if v_over > 0 and not v_hold.at_risk then
        update stock.reservation_line set at_risk = true
        where reservation_id = v_hold.id and variant_id = v_level.variant_id and location_id = v_level.location_id;
        update stock.reservation r set at_risk = true, version = r.version + 1
        where r.id = v_hold.id and not r.at_risk returning r.version into v_version;
        if found then
          perform stock.emit('stock.reservation.at_risk', v_hold.subject_id, v_hold.id, v_version, p_who, p_now, stock.reservation_facts(v_hold.id));
        end if;
      elsif v_over <= 0 and v_hold.at_risk then
        update stock.reservation_line set at_risk = false
        where reservation_id = v_hold.id and variant_id = v_level.variant_id and location_id = v_level.location_id;
        update stock.reservation r set at_risk = false, version = r.version + 1
        where r.id = v_hold.id and r.at_risk
          and not exists (select 1 from stock.reservation_line e where e.reservation_id = r.id and e.at_risk)
        returning r.version into v_version;
        if found then
          perform stock.emit('stock.reservation.risk_lifted', v_hold.subject_id, v_hold.id, v_version, p_who, p_now, stock.reservation_facts(v_hold.id));
        end if;
      end if;
      v_over := v_over - v_hold.quantity;
    end loop;
    -- What is over is no longer at risk of anything.
    update stock.reservation_line e set at_risk = false
    where e.at_risk and e.variant_id = v_level.variant_id and e.location_id = v_level.location_id and e.state not in ('held', 'committed');
  end loop;
end $$;

-- Holds marked before lines were: every line on a level that does not have what is promised.
update stock.reservation_line e set at_risk = true
from stock.reservation r, stock.level l
where r.id = e.reservation_id and r.at_risk and e.state in ('held', 'committed')
  and l.variant_id = e.variant_id and l.location_id = e.location_id and l.reserved > l.on_hand;
`;
