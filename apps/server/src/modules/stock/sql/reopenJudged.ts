export const reopenJudgedSql = `
-- Takes a mistaken hand-over back: what holds took out of the house stands there again, promised to the same person as
-- before (committed, without a deadline). Joins the caller's transaction. Locks levels first, then holds, like every other.
-- Answers the ids it reopened: only holds that were consumed.
create or replace function stock.reopen_reservations(p_ids uuid[], p_reason text, p_now timestamptz, p_who jsonb)
returns setof uuid language plpgsql as $$
declare
  v_ids uuid[];
  v_told bigint;
begin
  perform 1 from stock.level l
  where (l.variant_id, l.location_id) in (
    select e.variant_id, e.location_id from stock.reservation_line e where e.reservation_id = any (p_ids))
  order by l.variant_id, l.location_id for update;
  perform 1 from stock.reservation r where r.id = any (p_ids) order by r.id for update;
  select array_agg(r.id) into v_ids from stock.reservation r where r.id = any (p_ids) and r.state = 'consumed';
  if v_ids is null then return; end if;

  with opened as (
    update stock.reservation_line e set state = 'committed', expires_at = null
    where e.reservation_id = any (v_ids) and e.state = 'consumed'
    returning e.reservation_id, e.variant_id, e.location_id, e.quantity
  ), moved as (
    update stock.level l set on_hand = l.on_hand + o.quantity, reserved = l.reserved + o.quantity,
      version = l.version + 1, updated_at = p_now
    from (select variant_id, location_id, sum(quantity) as quantity from opened group by 1, 2) o
    where l.variant_id = o.variant_id and l.location_id = o.location_id
  )
  -- Two lines in the ledger, as two things happened: the goods came back, and they are promised again.
  insert into stock.movement (variant_id, location_id, kind, on_hand_delta, reserved_delta, reservation_id, actor, channel, cause, reason, at)
  select o.variant_id, o.location_id, k.kind, case k.kind when 'return' then o.quantity else 0 end,
    case k.kind when 'reserve' then o.quantity else 0 end, o.reservation_id,
    p_who->>'actor', p_who->>'channel', p_who->>'cause', p_reason, p_now
  from opened o cross join (values ('return'), ('reserve')) as k(kind);

  with reopened as (
    update stock.reservation r set state = 'committed', expires_at = null, closed_at = null, version = version + 1
    where r.id = any (v_ids) returning r.id, r.subject_id, r.version
  )
  select count(stock.emit('stock.reservation.reopened', o.subject_id, o.id, o.version, p_who, p_now,
    stock.reservation_facts(o.id) || jsonb_build_object('reason', p_reason))) into v_told from reopened o;
  perform stock.judge_risk(k.variants, k.locations, p_now, p_who) from (
    select array_agg(e.variant_id) as variants, array_agg(e.location_id) as locations from (
      select distinct l.variant_id, l.location_id from stock.reservation_line l where l.reservation_id = any (v_ids)) e) k;
  return query select unnest(v_ids);
end $$;
`;
