import type { Migration } from '../../kernel/migrate.ts';

export const settingsMigrations: Migration[] = [
  {
    id: '20261121T2210_settings_tables',
    sql: `
      create schema settings;
      -- One row per part that is edited as a whole ('retailer', 'market:PL', 'limits' …): the lock of an edit, the
      -- version two editors compare, and the version of the event that tells of it.
      create table settings.revision (
        part text primary key,
        version bigint not null check (version > 0),
        changed_at timestamptz not null
      );
      create table settings.retailer (
        only_one boolean primary key default true check (only_one),
        name text not null,
        zone text not null,
        default_market text not null,
        default_language text not null check (default_language in ('en', 'pl', 'ru')),
        legal jsonb not null
      );
      create table settings.market (
        code text primary key check (code ~ '^[A-Z]{2}(-[A-Z0-9]{1,10})?$'),
        country char(2) not null,
        currency char(3) not null,
        languages text[] not null check (cardinality(languages) > 0 and languages <@ array['en', 'pl', 'ru']),
        active boolean not null
      );
      create table settings.delivery_zone (
        id uuid primary key,
        market text not null,
        position int not null,
        name jsonb not null,
        postcode_prefixes text[] not null,
        currency char(3) not null,
        rate bigint not null check (rate >= 0),
        free_from bigint check (free_from >= 0),
        days_min int not null check (days_min >= 0),
        days_max int not null check (days_max >= days_min),
        archived_at timestamptz
      );
      create index delivery_zone_market on settings.delivery_zone (market, position) where archived_at is null;
      create table settings.policy (
        kind text primary key check (kind in ('delivery', 'returns', 'privacy', 'terms', 'contact')),
        text jsonb not null
      );
      create table settings.discount_limit (
        role text primary key check (role in ('agent', 'associate', 'manager', 'admin')),
        basis_points int not null check (basis_points between 0 and 10000)
      );
      create table settings.hold_limit (
        purpose text not null check (purpose in ('checkout', 'reserve_and_try', 'agent_hold', 'pickup')),
        role text not null check (role in ('shopper', 'agent', 'associate', 'manager', 'admin')),
        opening_days int not null check (opening_days between 0 and 365),
        primary key (purpose, role)
      );
    `,
  },
  {
    id: '20261122T1312_settings_hand_over',
    sql: `
      create table settings.hand_over_limit (
        only_one boolean primary key default true check (only_one),
        -- Minor units of the home market's currency; null = nobody is asked.
        id_above bigint check (id_above >= 0)
      );
    `,
  },
  {
    // A zone's named methods, saved with it as a whole: [{id, name, rate, freeFrom, daysMin, daysMax, cutOff}], amounts in
    // minor units. null: the zone's own rate and days are its only method, as the server version before this has it.
    id: '20261122T1821_settings_delivery_methods',
    sql: `
      alter table settings.delivery_zone add column methods jsonb check (jsonb_typeof(methods) = 'array');
    `,
  },
];
