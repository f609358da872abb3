/**
 * catalogue.variant_cards: what order lines, carts and lists say of their variants. A function, because every order asks
 * it for one variant: a session keeps its plan, and planning took three times as long as reading.
 */
export const variantCardsSql = `
create function catalogue.variant_cards(ids uuid[]) returns table (variant jsonb, product jsonb, picture jsonb)
language plpgsql stable set plan_cache_mode = 'force_generic_plan' as $$
begin
  return query select
    jsonb_build_object('id', v.id, 'sku', v.sku, 'gtin', v.gtin, 'options', v.options, 'attributes', v.attributes,
      'measures', v.measures, 'archived', v.archived_at is not null),
    jsonb_build_object('id', p.id, 'code', p.code, 'title', p.title, 'slug', p.slug, 'options', p.options, 'attributes', p.attributes,
      'measures', p.measures, 'taxClass', p.tax_class, 'categoryId', p.category_id, 'brand', p.brand, 'archived', p.archived_at is not null),
    m.picture
  from catalogue.variant v
  join catalogue.product p on p.id = v.product_id
  left join lateral (
    select jsonb_build_object('id', m.id, 'contentType', m.content_type) as picture
    from catalogue.media m
    where m.product_id = v.product_id and m.kind = 'picture' and m.archived_at is null and (m.variant_id = v.id or m.variant_id is null)
    order by m.variant_id is null, m.position, m.id limit 1
  ) m on true
  where v.id = any (ids);
end
$$;
`;
