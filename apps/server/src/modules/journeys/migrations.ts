import type { Migration } from '../../kernel/migrate.ts';
import { historyMigrations } from './history/historyMigrations.ts';

export const journeysMigrations: Migration[] = [
  {
    id: '20261121T2255_journeys_sources',
    sql: `
      create schema journeys;
      -- Who may send: a site, an app, a till system. The write key is public by nature (it is in every page).
      create table journeys.source (
        id uuid primary key,
        name text not null unique check (name ~ '^[a-z][a-z0-9_-]{1,39}$'),
        write_key text not null unique check (length(write_key) between 6 and 100),
        channel text not null,
        allowed_origins text[] not null default '{}', -- empty: any
        created_at timestamptz not null,
        disabled_at timestamptz
      );
      -- Requests that were turned away, so that a wrong key in a page shows.
      create table journeys.refusal (
        day date not null,
        reason text not null,
        requests bigint not null check (requests > 0),
        primary key (day, reason)
      );
    `,
  },
  {
    id: '20261121T2256_journeys_inbox',
    sql: `
      create sequence journeys.inbox_seq;
      -- What clients sent, as they sent it, durable before they hear 200. (xid, seq) is the reader's cursor, for the
      -- reason given at kernel.outbox: a plain sequence skips what commits late. Days are partitions that are dropped.
      create table journeys.inbox (
        received_at timestamptz not null,
        xid xid8 not null default pg_current_xact_id(),
        seq bigint not null default nextval('journeys.inbox_seq'),
        id uuid not null,
        source_id uuid not null,
        type text not null,
        at timestamptz not null, -- by the client's clock, corrected
        event json not null, -- pii; json and not jsonb: it is never searched, and jsonb refuses NUL and lone surrogates
        primary key (xid, seq, received_at)
      ) partition by range (received_at);
      -- Messages seen, by the hash of their id. A generation is a week; the current and the one before are kept, so that a
      -- repeat is known for seven days at least. See keepEvents for how the change of generations is kept free of races.
      create table journeys.seen_message (
        generation int not null,
        source_id uuid not null,
        key uuid not null,
        primary key (generation, source_id, key)
      ) partition by list (generation);
      create table journeys.dead_letter (
        id uuid primary key,
        received_at timestamptz not null,
        source_id uuid not null,
        reason text not null,
        event text not null -- pii, cut to 4 KB
      );
      create index dead_letter_age on journeys.dead_letter (received_at);
    `,
  },
  {
    id: '20261121T2257_journeys_resolved',
    sql: `
      -- How far the inbox is resolved; its row lock lets one server at a time do it.
      create table journeys.cursor (
        name text primary key,
        xid xid8 not null default '0',
        seq bigint not null default 0
      );
      insert into journeys.cursor (name) values ('inbox');
      -- Who used a device, so that a second person on it becomes a subject of their own. The user id is only hashed.
      create table journeys.device_user (
        source text not null,
        anonymous_id text not null,
        user_key text not null,
        subject_id uuid not null,
        epoch int not null,
        primary key (source, anonymous_id, user_key)
      );
      create index device_user_subject on journeys.device_user (subject_id);
      -- Visits of web and app, for the timeline: 30 minutes of silence or a new campaign begin another.
      create table journeys.visit (
        id uuid primary key,
        subject_id uuid not null,
        started_at timestamptz not null,
        last_at timestamptz not null check (last_at >= started_at),
        campaign text not null
      );
      create index visit_subject on journeys.visit (subject_id, last_at);
      create index visit_age on journeys.visit (last_at);
      -- Batches resolved and not yet in ClickHouse: one row is one range of the inbox, its token is that range.
      create table journeys.outgoing (
        seq bigint generated always as identity primary key,
        token text not null unique,
        oldest_received_at timestamptz not null,
        rows json not null,
        tries int not null default 0,
        wait_until timestamptz
      );
    `,
  },
  {
    id: '20261123T0042_journeys_consent_of_sources',
    sql: `
      -- Whether events must say that their person agreed to be measured; those that do not are counted and not kept.
      alter table journeys.source add column requires_consent boolean not null default false;
    `,
  },
  {
    id: '20261123T0084_journeys_history',
    sql: `
      -- Messages of imported history are known for good: generation 0, which is never dropped.
      create table journeys.seen_history partition of journeys.seen_message for values in (0);
      -- How far the import of a file with its mapping got.
      create table journeys.history_import (
        id text primary key check (id ~ '^[0-9a-f]{64}$'),
        source_id uuid not null references journeys.source (id),
        events_done bigint not null check (events_done >= 0),
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
    `,
  },
  {
    id: '20261123T0000_journeys_source_care',
    sql: `
      alter table journeys.source
        -- What people call it. The name stays: it is what anonymous people of this source are known under.
        add column label text check (length(label) between 1 and 60),
        -- The key before the present one, until somebody switches it off.
        add column old_write_key text unique check (length(old_write_key) between 6 and 100);
      -- What came in at the door, by source and day (of the retailer's zone): events, bots, repeats, hints.
      create table journeys.source_day (
        day date not null,
        source_id uuid not null,
        what text not null check (what ~ '^[a-z][a-z_:]{1,60}$'),
        n bigint not null check (n > 0),
        last_at timestamptz not null,
        primary key (day, source_id, what)
      );
      create index source_day_source on journeys.source_day (source_id, day);
    `,
  },
  {
    id: '20261123T0001_journeys_dead_letters',
    sql: `
      -- With what came beside the event, it can be taken in again. Rows without \`whole\` were cut and are for reading only.
      alter table journeys.dead_letter
        add column whole boolean not null default false,
        add column given_type text, -- what the address said it is
        add column sent_at text, -- of its batch, as sent
        add column error text, -- why it could not be resolved
        add column tried_at timestamptz; -- when it was last taken in again in vain
      create index dead_letter_newest on journeys.dead_letter (received_at desc, id desc);
    `,
  },
  {
    id: '20261123T0400_journeys_visit_grows_in_place',
    sql: `
      -- Nearly every page moves the end of a visit: no index may hold it, so that the row changes in its own block and no
      -- index is written. A person has few visits in the two weeks that are kept.
      create index visit_person on journeys.visit (subject_id);
      create index visit_begun on journeys.visit (started_at);
      drop index journeys.visit_subject;
      drop index journeys.visit_age;
      alter table journeys.visit set (fillfactor = 70);
    `,
  },
  {
    id: '20261123T0700_journeys_channel_rules',
    sql: `
      -- Every version that ever held: what was reported under it can be explained.
      create table journeys.channel_rules (
        version int primary key check (version >= 0),
        rules json not null,
        at timestamptz not null,
        changed_by text not null
      );
      -- A run over what is kept. What was read under older rules and not sent yet has a seq up to the barrier.
      create table journeys.channel_run (
        id uuid primary key,
        version int not null references journeys.channel_rules (version),
        barrier bigint not null,
        started_at timestamptz not null,
        worked_at timestamptz not null,
        finished_at timestamptz,
        done bigint not null default 0,
        total bigint,
        changed bigint not null default 0
      );
      create unique index channel_run_one on journeys.channel_run ((true)) where finished_at is null;
    `,
  },
  {
    id: '20261123T1000_journeys_source_secrets',
    sql: `
      -- Keys that only tills, phone systems and servers hold. What is sent with one is believed; the key itself is never kept.
      create table journeys.source_secret (
        id uuid primary key,
        source_id uuid not null references journeys.source (id),
        hash bytea not null unique check (length(hash) = 32), -- SHA-256 of 256 random bits
        hint text not null check (length(hint) = 4), -- its last characters, to tell one from another
        created_at timestamptz not null,
        created_by text not null,
        revoked_at timestamptz,
        last_used_at timestamptz -- to the minute
      );
      create index source_secret_source on journeys.source_secret (source_id, created_at);
      -- Whether an event came with a secret key. Said by the door, never by the event.
      alter table journeys.inbox add column trusted boolean not null default false;
      alter table journeys.dead_letter add column trusted boolean not null default false;
    `,
  },
  ...historyMigrations,
  {
    id: '20261123T1010_journeys_unknown_stores',
    sql: `
      -- Codes of stores that tills sent and no location has, by source and day (of the retailer's zone).
      create table journeys.unknown_store (
        day date not null,
        source_id uuid not null,
        code text not null check (length(code) between 1 and 64),
        n bigint not null check (n > 0),
        primary key (day, source_id, code)
      );
    `,
  },
];

/** ClickHouse: plain MergeTree with tokens, so that chDB, one server and a cluster run the same text. */
export const journeysAnalyticsMigrations: Migration[] = [
  {
    id: '20261121T2258_journeys_touchpoints',
    sql: `
      create table touchpoint (
        id String,
        subject_id UUID,
        at DateTime64(3, 'UTC'),
        seq UInt64,
        origin LowCardinality(String),
        kind LowCardinality(String),
        channel LowCardinality(String),
        source LowCardinality(String),
        step LowCardinality(String),
        touch LowCardinality(String),
        campaign String,
        location_id UUID,
        order_id UUID,
        amount Int64,
        currency LowCardinality(String),
        properties Map(LowCardinality(String), String),
        received_at DateTime64(3, 'UTC')
      ) engine = MergeTree
      partition by toYYYYMM(at)
      order by (subject_id, at, seq, id)
      settings non_replicated_deduplication_window = 10000;
      create table subject_customer (
        subject_id UUID,
        customer_id UUID,
        version UInt64
      ) engine = ReplacingMergeTree(version)
      order by subject_id
      settings non_replicated_deduplication_window = 10000
    `,
  },
];
