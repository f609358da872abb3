export const quickFunctionsSql = `
-- Said and described by every change of a hold. In PL/pgSQL, which keeps their plans for the session: a function in SQL is
-- planned anew by each statement that calls it, which took longer than what it does.
create or replace function stock.emit(p_type text, p_subject uuid, p_reservation uuid, p_version bigint, p_who jsonb, p_now timestamptz, p_data jsonb)
returns void language plpgsql as $$
begin
  insert into kernel.outbox (id, type, version, occurred_at, subject_id, aggregate, aggregate_id, aggregate_version,
    actor, role, channel, location_id, cause, data)
  values (stock.uuid_v7(p_now), p_type, 1, p_now, p_subject, 'reservation', p_reservation::text, p_version,
    p_who->>'actor', p_who->>'role', p_who->>'channel', (p_data->'lines'->0->>'locationId')::uuid, p_who->>'cause', p_data);
end $$;

create or replace function stock.reservation_facts(p_reservation uuid) returns jsonb language plpgsql stable as $$
begin
  return (select jsonb_build_object('reservationId', r.id, 'owner', jsonb_build_object('kind', r.owner_kind, 'id', r.owner_id),
    'purpose', r.purpose, 'expiresAt', to_char(r.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'context', r.context,
    'lines', (select jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'locationId', l.location_id, 'quantity', l.quantity)
      order by l.variant_id, l.location_id) from stock.reservation_line l where l.reservation_id = r.id))
  from stock.reservation r where r.id = p_reservation);
end $$;

-- The same plan whatever the ids are: by their indexes.
alter function stock.close_reservations(uuid[], text, text, timestamptz, jsonb) set plan_cache_mode = 'force_generic_plan';
`;
