import type { Migration } from '../../kernel/migrate.ts';
import { quoteFunction } from './quoteFunction.ts';

export const pricingMigrations: Migration[] = [
  {
    id: '20261121T2212_pricing_prices',
    sql: `
      create schema pricing;
      -- The lock and the version of one variant's price in one market: two who change it queue here, and the version is
      -- counted under this lock.
      create table pricing.price_head (
        variant_id uuid not null,
        market text not null,
        version bigint not null check (version >= 0),
        primary key (variant_id, market)
      );
      -- Append-only. A row begins exactly where the one before it ended (previous_to refers to that row's valid_to), and
      -- each has at most one successor: gaps, overlaps and two current prices cannot be stored.
      create table pricing.price (
        id uuid primary key,
        variant_id uuid not null,
        market text not null,
        gross bigint not null check (gross > 0 and gross <= 1000000000000),
        currency char(3) not null,
        valid_from timestamptz not null,
        valid_to timestamptz check (valid_to > valid_from),
        previous_to timestamptz check (previous_to = valid_from),
        reason text not null,
        actor text not null,
        unique (variant_id, market, valid_to),
        unique (variant_id, market, previous_to),
        foreign key (variant_id, market, previous_to) references pricing.price (variant_id, market, valid_to)
      );
      create unique index price_current on pricing.price (variant_id, market) where valid_to is null;
      create unique index price_first on pricing.price (variant_id, market) where previous_to is null;

      create function pricing.refuse_rewriting() returns trigger language plpgsql as $$
      begin
        -- Ending the current price is the one change a history row may see.
        if tg_op = 'UPDATE' and old.valid_to is null and new.valid_to is not null
          and (to_jsonb(old) - 'valid_to') = (to_jsonb(new) - 'valid_to') then
          return new;
        end if;
        raise exception 'pricing.price is append-only' using errcode = 'restrict_violation';
      end $$;
      create trigger price_append_only before update or delete on pricing.price
        for each row execute function pricing.refuse_rewriting();

      create table pricing.tax_class (code text primary key, name jsonb not null);
      create table pricing.tax_rate (
        market text not null,
        tax_class text not null references pricing.tax_class,
        rate_bp int not null check (rate_bp between 0 and 10000),
        valid_from timestamptz not null,
        primary key (market, tax_class, valid_from)
      );
      -- A variant's class as the catalogue gave it; without a row it is 'standard'.
      create table pricing.variant_tax (
        variant_id uuid primary key,
        tax_class text not null references pricing.tax_class
      );
      insert into pricing.tax_class (code, name) values
        ('standard', '{"en":"Standard rate","pl":"Stawka podstawowa","ru":"Основная ставка"}'),
        ('reduced', '{"en":"Reduced rate","pl":"Stawka obniżona","ru":"Пониженная ставка"}'),
        ('books', '{"en":"Books","pl":"Książki","ru":"Книги"}'),
        ('zero', '{"en":"Zero rate","pl":"Stawka zerowa","ru":"Нулевая ставка"}');
      -- In force since 1 January 2011, Warsaw's midnight.
      insert into pricing.tax_rate (market, tax_class, rate_bp, valid_from) values
        ('PL', 'standard', 2300, '2010-12-31T23:00:00Z'),
        ('PL', 'reduced', 800, '2010-12-31T23:00:00Z'),
        ('PL', 'books', 500, '2010-12-31T23:00:00Z'),
        ('PL', 'zero', 0, '2010-12-31T23:00:00Z');
    `,
  },
  {
    id: '20261121T2213_pricing_promotions',
    sql: `
      create table pricing.promotion (
        id uuid primary key,
        market text not null,
        name jsonb not null,
        basis_points int not null check (basis_points between 1 and 9999),
        scope text not null check (scope in ('all', 'variants')),
        code text check (code = upper(code) and code ~ '^[A-Z0-9-]{3,40}$'),
        -- The retailer's zone when it was made: its 30-day windows stay the same should the retailer move.
        zone text not null,
        starts_at timestamptz not null,
        ends_at timestamptz check (ends_at >= starts_at),
        -- Subscribers are told of a start and an end once; of neither, when it was over before anybody could be told.
        started_told_at timestamptz,
        start_emitted boolean not null default false,
        ended_told_at timestamptz,
        archived_at timestamptz,
        actor text not null,
        version bigint not null check (version > 0)
      );
      create unique index promotion_code on pricing.promotion (code) where archived_at is null;
      -- Promotions in force are few, past ones many.
      create index promotion_in_force on pricing.promotion (market, (coalesce(ends_at, 'infinity'::timestamptz)));
      create index promotion_list on pricing.promotion (starts_at desc, id desc);
      create index promotion_to_tell on pricing.promotion (starts_at) where started_told_at is null or ended_told_at is null;
      create table pricing.promotion_variant (
        promotion_id uuid not null references pricing.promotion,
        variant_id uuid not null,
        primary key (promotion_id, variant_id)
      );
      create index promotion_variant_of on pricing.promotion_variant (variant_id);

      create table pricing.manual_discount (
        id uuid primary key,
        line_id uuid not null,
        owner_id uuid not null,
        unit bigint not null check (unit > 0),
        new_unit bigint not null check (new_unit >= 0 and new_unit < unit),
        currency char(3) not null,
        basis_points int not null,
        limit_bp int not null,
        staff_id text not null,
        role text not null,
        reason text not null check (length(btrim(reason)) >= 3),
        granted_at timestamptz not null,
        check (basis_points <= limit_bp)
      );
      create index manual_discount_line on pricing.manual_discount (line_id);
      create index manual_discount_staff on pricing.manual_discount (staff_id, granted_at);
    `,
  },
  { id: '20261121T2214_pricing_quote', sql: quoteFunction },
  {
    // PostgreSQL would plan it for the very variants each time, which costs more than reading them.
    id: '20261122T1812_pricing_quote_planned_once',
    sql: `alter function pricing.quote(text, uuid[], timestamptz) set plan_cache_mode = 'force_generic_plan'`,
  },
];
