export const tablesSql = `
  create schema catalogue;

  create table catalogue.category (
    id uuid primary key,
    code text not null unique check (code ~ '^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$'),
    parent_id uuid references catalogue.category,
    name jsonb not null,
    slug jsonb not null,
    position int not null default 1000,
    archived_at timestamptz,
    version bigint not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (parent_id is distinct from id)
  );
  create index category_parent on catalogue.category (parent_id);

  -- Every address a product or category ever had, so that old links still lead there.
  create table catalogue.slug (
    kind text not null check (kind in ('product', 'category')),
    language text not null check (language in ('en', 'pl', 'ru')),
    slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    target_id uuid not null,
    is_current boolean not null,
    primary key (kind, slug, language)
  );
  create unique index slug_current on catalogue.slug (target_id, language) where is_current;

  create table catalogue.attribute (
    code text primary key check (code ~ '^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$'),
    label jsonb not null,
    kind text not null check (kind in ('enum', 'number', 'boolean', 'text')),
    unit text,
    value_labels jsonb not null default '{}',
    position int not null default 1000,
    filterable boolean not null default true,
    updated_at timestamptz not null
  );

  create table catalogue.product (
    id uuid primary key,
    code text not null unique check (code ~ '^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$'),
    title jsonb not null,
    description jsonb not null,
    slug jsonb not null,
    category_id uuid not null references catalogue.category,
    brand text,
    maker jsonb,
    attributes jsonb not null,
    measures jsonb not null,
    options jsonb not null,
    tax_class text not null check (tax_class <> ''),
    care jsonb,
    warnings jsonb not null,
    position int not null default 1000,
    archived_at timestamptz,
    version bigint not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null
  );
  create index product_category on catalogue.product (category_id);

  -- GTIN-8, 12, 13 and 14; check digit by the GS1 General Specifications, 7.9 (weights 1 and 3 from the right).
  create function catalogue.gtin_valid(gtin text) returns boolean language sql immutable parallel safe as $$
    select case
      when gtin !~ '^([0-9]{8}|[0-9]{12}|[0-9]{13}|[0-9]{14})$' then false
      else (select sum(substr(gtin, length(gtin) - place, 1)::int * (1 + 2 * (place % 2)))
            from generate_series(0, length(gtin) - 1) as place) % 10 = 0
    end
  $$;

  create table catalogue.variant (
    id uuid primary key,
    product_id uuid not null references catalogue.product,
    sku text not null unique check (sku ~ '^[!-~]{1,64}$'),
    -- How people type an SKU: without separators, in either case.
    sku_compact text not null generated always as (lower(regexp_replace(sku, '[^A-Za-z0-9]', '', 'g'))) stored,
    gtin text check (catalogue.gtin_valid(gtin)),
    options jsonb not null,
    attributes jsonb not null,
    measures jsonb not null,
    position int not null,
    archived_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- Two live variants that offer the same choice cannot be told apart. Checked at the end of a statement, so that
    -- two variants may change places.
    constraint variant_options exclude using btree (product_id with =, options with =)
      where (archived_at is null) deferrable initially immediate
  );
  -- A 12-digit code is the 13-digit one with a leading zero.
  create unique index variant_gtin on catalogue.variant (lpad(gtin, 14, '0')) where gtin is not null;
  create index variant_product on catalogue.variant (product_id, position);
  create index variant_sku_compact on catalogue.variant (sku_compact);

  -- A picture never changes: another picture is another row, so that its address may be cached for ever.
  create table catalogue.media (
    id uuid primary key,
    product_id uuid not null references catalogue.product,
    variant_id uuid references catalogue.variant,
    kind text not null check (kind in ('picture', 'dimensions')),
    content_type text not null check (content_type in ('image/svg+xml', 'image/png', 'image/jpeg', 'image/webp')),
    content bytea not null,
    sha256 text not null,
    width int check (width > 0),
    height int check (height > 0),
    alt jsonb not null,
    position int not null,
    -- Taken off the product, still served: a mail or a cached page may show it.
    archived_at timestamptz,
    created_at timestamptz not null
  );
  alter table catalogue.media alter column content set storage external;
  create unique index media_same on catalogue.media
    (product_id, coalesce(variant_id, '00000000-0000-0000-0000-000000000000'::uuid), kind, sha256);
  create index media_variant on catalogue.media (variant_id) where archived_at is null;
`;
