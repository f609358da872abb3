/**
 * pricing.quote: present prices of variants with tax, promotion and as much of the past as reductions are judged by. A
 * function and not a statement of the caller's, because every list, page and cart asks it: PL/pgSQL keeps its plan, and
 * planning took longer than answering. What it decides is repeated in TypeScript by bestPromotion (which promotion
 * applies) and judgeReduction; a test holds the two against each other.
 */
export const quoteFunction = `
  create function pricing.quote(of_market text, ids uuid[], at_time timestamptz)
  returns table (
    variant_id uuid, gross bigint, currency char(3), valid_from timestamptz, tax_class text, rate_bp int,
    promotion jsonb, history jsonb, promotions jsonb
  ) language plpgsql stable as $$
  #variable_conflict use_column
  begin
    return query
    select p.variant_id, p.gross, p.currency, p.valid_from, c.tax_class, r.rate_bp,
      case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.name, 'zone', b.zone) end,
      h.history, q.promotions
    from pricing.price p
    left join pricing.variant_tax t on t.variant_id = p.variant_id
    cross join lateral (select coalesce(t.tax_class, 'standard') as tax_class) c
    join lateral (
      select x.rate_bp from pricing.tax_rate x
      where x.market = of_market and x.tax_class = c.tax_class and x.valid_from <= at_time
      order by x.valid_from desc limit 1
    ) r on true
    left join lateral (
      select m.id, m.name, m.zone, m.starts_at as since from pricing.promotion m
      where m.market = of_market and m.code is null and m.starts_at <= at_time
        and coalesce(m.ends_at, 'infinity'::timestamptz) > at_time
        and (m.scope = 'all'
          or exists (select 1 from pricing.promotion_variant v where v.promotion_id = m.id and v.variant_id = p.variant_id))
      order by m.basis_points desc, m.starts_at, m.id limit 1
    ) b on true
    -- A reduction begins with its promotion or later, and its window 30 calendar days before that day: 32 times 24 hours
    -- reach over any clock change.
    left join lateral (
      select jsonb_agg(jsonb_build_object('gross', x.gross, 'valid_from', x.valid_from, 'valid_to', x.valid_to)) as history
      from pricing.price x where b.id is not null and x.variant_id = p.variant_id and x.market = of_market
        and coalesce(x.valid_to, 'infinity'::timestamptz) > b.since - interval '768 hours'
    ) h on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', m.id, 'basis_points', m.basis_points, 'starts_at', m.starts_at,
        'ends_at', m.ends_at, 'shown', m.code is null)) as promotions
      from pricing.promotion m
      where b.id is not null and m.market = of_market and (m.code is null or m.scope = 'variants') and m.starts_at <= at_time
        and coalesce(m.ends_at, 'infinity'::timestamptz) > b.since - interval '768 hours'
        and (m.scope = 'all'
          or exists (select 1 from pricing.promotion_variant v where v.promotion_id = m.id and v.variant_id = p.variant_id))
    ) q on true
    where p.market = of_market and p.valid_to is null and p.variant_id = any(ids);
  end $$;
`;
