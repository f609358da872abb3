import type { Migration } from '../../../kernel/migrate.ts';

export const privacyMigrations: Migration[] = [
  {
    id: '20261123T0044_customers_data_requests',
    sql: `
      -- Who asked for somebody's data or its erasure, how far it is, and what came of it.
      create table customers.data_request (
        id uuid primary key,
        kind text not null check (kind in ('export', 'erasure')),
        customer_id uuid not null references customers.customer (id),
        state text not null check (state in ('queued', 'done')),
        asked_by text not null,
        asked_at timestamptz not null,
        reason text,
        -- Modules that are done, so that work that was broken off goes on where it was.
        progress jsonb not null default '{}',
        answer json, -- pii: the export, for a week
        certificate jsonb,
        finished_at timestamptz,
        check ((state = 'done') = (finished_at is not null))
      );
      create unique index data_request_open on customers.data_request (customer_id, kind) where state = 'queued';
      create index data_request_customer on customers.data_request (customer_id, asked_at);
    `,
  },
];
