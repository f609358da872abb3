import type { Migration } from '../../kernel/migrate.ts';

export const locationsMigrations: Migration[] = [
  {
    id: '20261121T2211_locations_tables',
    sql: `
      create schema locations;
      create table locations.location (
        id uuid primary key,
        code text not null unique check (code ~ '^[A-Z0-9][A-Z0-9-]{0,23}$'),
        kind text not null check (kind in ('store', 'warehouse', 'dropshipper')),
        name text not null,
        address jsonb not null,
        lat double precision not null check (lat between -90 and 90),
        lon double precision not null check (lon between -180 and 180),
        zone text not null,
        phone text not null,
        hours jsonb not null,
        capabilities text[] not null check (capabilities <@ array['pickup', 'reserve', 'ship', 'display', 'return', 'pay']),
        preparation_minutes int not null check (preparation_minutes >= 0),
        cut_off text not null check (cut_off ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' or cut_off = '24:00'),
        archived_at timestamptz,
        version bigint not null check (version > 0)
      );
      create table locations.hours_exception (
        location_id uuid not null references locations.location,
        date date not null,
        open jsonb not null,
        note text,
        primary key (location_id, date)
      );
    `,
  },
];
