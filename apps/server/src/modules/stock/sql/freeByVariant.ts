/**
 * stock.free_by_variant: for lists, one row a variant with the places that have or expect some. It is free_levels, the
 * one fragment of what is available to promise, summed up where it lies: a list of 24 goods in nine places is 24 rows,
 * not 216. PL/pgSQL because it keeps its plan, and planning took longer than answering.
 */
export const freeByVariantSql = `
create function stock.free_by_variant(p_variants uuid[], p_now timestamptz)
returns table (variant_id uuid, places json) language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
  select f.variant_id, json_agg(json_build_array(f.location_id, f.free, f.free_to_ship, f.incoming, f.incoming_at))
  from stock.free_levels(p_variants, null, p_now) f
  where f.free > 0 or f.incoming > 0
  group by f.variant_id;
end $$;
`;
