import type { Migration } from './migrate.ts';

export const kernelMigrations: Migration[] = [
  {
    id: '20261121T2200_kernel_spine',
    sql: `
      -- The outbox. (xid, seq) is the relay's cursor: rows below the oldest running transaction can no longer gain
      -- neighbours, so reading in that order skips nothing; a plain sequence would (commits arrive out of order).
      create table kernel.outbox (
        xid xid8 not null default pg_current_xact_id(),
        seq bigint generated always as identity,
        id uuid not null,
        type text not null,
        version int not null,
        occurred_at timestamptz not null,
        subject_id uuid,
        aggregate text not null,
        aggregate_id text not null,
        aggregate_version bigint not null,
        actor text not null,
        role text,
        channel text not null,
        location_id uuid,
        cause text,
        data jsonb not null,
        primary key (xid, seq)
      );
      create table kernel.outbox_cursor (
        subscriber text primary key,
        xid xid8 not null default '0',
        seq bigint not null default 0,
        -- Subscribers that write elsewhere (ClickHouse) note the end of the range they are sending, so that after a
        -- crash the same range goes out again under the same deduplication token.
        sending_xid xid8,
        sending_seq bigint,
        leased_by text,
        leased_until timestamptz
      );
      create table kernel.dead_event (
        subscriber text not null,
        event_id uuid not null,
        error text not null,
        failed_at timestamptz not null,
        event jsonb not null,
        primary key (subscriber, event_id)
      );
      create table kernel.idempotency (
        actor text not null,
        act text not null,
        key text not null,
        fingerprint text not null,
        outcome jsonb,
        created_at timestamptz not null,
        primary key (actor, act, key)
      );
      create index idempotency_age on kernel.idempotency (created_at);
      create table kernel.audit (
        id uuid primary key,
        at timestamptz not null,
        actor text not null,
        role text,
        act text not null,
        target text not null,
        target_id text not null,
        location_id uuid,
        request_id text not null,
        reason text,
        before jsonb,
        after jsonb
      );
      create index audit_target on kernel.audit (target, target_id, at);
      create index audit_time on kernel.audit (at, id);
    `,
  },
];
