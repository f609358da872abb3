export const searchSql = `
  create extension if not exists pg_trgm;

  -- What search knows of a live variant. Written in the transaction that saves the product: no lag, and no other
  -- place that decides what is found. Rebuilt by a command from the tables above.
  create table catalogue.search_document (
    variant_id uuid primary key references catalogue.variant,
    product_id uuid not null,
    category_id uuid not null,
    -- Everything it answers to, in all three languages together: concepts are the same in each. Only the index reads it.
    terms tsvector not null,
    -- What rank is made of, small enough to stay in the row. A the title, B the options and codes, C the category and
    -- brand, D the attributes and measures; the description is not in it.
    named tsvector not null,
    -- 'colour=green', 'seats=3'
    facets text[] not null,
    width_cm double precision,
    depth_cm double precision,
    height_cm double precision,
    product_position int not null,
    variant_position int not null
  );
  alter table catalogue.search_document alter column named set storage main;
  -- fastupdate off: a pending list would make searches after an import slow until the next vacuum.
  create index search_document_terms on catalogue.search_document using gin (terms) with (fastupdate = off);
  create index search_document_product on catalogue.search_document (product_id);
  create index search_document_category on catalogue.search_document (category_id, product_id);

  -- The text analysis the index was made with; one row.
  create table catalogue.search_analysis (
    only_one boolean primary key default true check (only_one),
    version text not null
  );

  -- Names of filters and their values, as the last product saved with them says. An empty value names the filter.
  create table catalogue.search_facet (
    code text not null,
    value text not null,
    label jsonb not null,
    hex text,
    unit text,
    position int not null default 1000,
    primary key (code, value)
  );

  -- Words as people write them (folded, and as shown), for typos and suggestions. Rows are only ever added; how much
  -- a word is used is counted from search_word_use, so that saving two products never waits for a common counter.
  create table catalogue.search_word (
    language text not null,
    word text collate "C" not null,
    shown text not null,
    primary key (word, language)
  );
  create index search_word_near on catalogue.search_word using gin (word gin_trgm_ops) with (fastupdate = off);

  create table catalogue.search_word_use (
    product_id uuid not null,
    language text not null,
    word text collate "C" not null,
    primary key (word, language, product_id)
  );
  create index search_word_use_product on catalogue.search_word_use (product_id);
`;
