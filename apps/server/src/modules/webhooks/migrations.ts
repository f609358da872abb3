import type { Migration } from '../../kernel/migrate.ts';

export const webhooksMigrations: Migration[] = [
  {
    id: '20261122T1725_webhooks_webhooks',
    sql: `
      create schema webhooks;
      create table webhooks.endpoint (
        id uuid primary key,
        url text not null,
        description text not null,
        -- Event types: whole ones, or their beginning with a star ('orders.*').
        types text[] not null check (cardinality(types) between 1 and 50),
        -- Signs what is sent; the receiver has the same one, so it cannot be kept as a hash.
        secret text not null,
        active boolean not null default true,
        -- In a row; none after a delivery that was taken.
        failures int not null default 0 check (failures >= 0),
        disabled_reason text,
        created_by text not null,
        created_at timestamptz not null
      );
      create table webhooks.delivery (
        id uuid primary key,
        endpoint_id uuid not null references webhooks.endpoint on delete cascade,
        event_id uuid not null,
        event_type text not null,
        payload text not null,
        state text not null check (state in ('pending', 'delivered', 'failed')),
        attempts int not null default 0 check (attempts >= 0),
        next_at timestamptz,
        last_status int,
        last_error text,
        created_at timestamptz not null,
        delivered_at timestamptz,
        -- An event is told to an endpoint once, however often the relay hands it over.
        constraint delivery_once unique (endpoint_id, event_id)
      );
      create index delivery_log on webhooks.delivery (endpoint_id, created_at desc, id desc);
      create index delivery_created on webhooks.delivery (created_at desc, id desc);
    `,
  },
  {
    id: '20261122T1902_webhooks_old_secrets',
    sql: `
      -- While a receiver changes over, what is sent is signed with both.
      alter table webhooks.endpoint add column old_secret text, add column old_secret_until timestamptz,
        add constraint endpoint_old_secret check ((old_secret is null) = (old_secret_until is null));
    `,
  },
];
