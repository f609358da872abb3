import type { Migration } from '../../../kernel/migrate.ts';

export const historyMigrations: Migration[] = [
  {
    id: '20261123T1200_journeys_history_uploads',
    sql: `
      -- A file of history on its way in: sent as a stream, looked at, taken in by a worker. How far each came is kept with
      -- what it did, so that a server that ends in the middle costs nothing but the time.
      create table journeys.history_upload (
        id uuid primary key,
        state text not null check (state in
          ('uploading', 'uploaded', 'running', 'paused', 'done', 'failed', 'cancelled')),
        file_name text not null check (length(file_name) between 1 and 200),
        bytes bigint not null check (bytes > 0),
        uploaded bigint not null default 0 check (uploaded between 0 and bytes),
        mapping jsonb,
        bytes_read bigint not null default 0,
        rows_read bigint not null default 0,
        rows_done bigint not null default 0,
        events_done bigint not null default 0,
        kept bigint not null default 0,
        known bigint not null default 0,
        faulty bigint not null default 0,
        fault text, -- why it failed
        worker uuid, -- who is at it, and until when nobody else may be
        leased_until timestamptz,
        tries int not null default 0,
        created_at timestamptz not null,
        created_by text not null,
        started_at timestamptz,
        finished_at timestamptz,
        worked_at timestamptz not null,
        is_file_kept boolean not null default true,
        check (state <> 'running' or mapping is not null)
      );
      create index history_upload_newest on journeys.history_upload (created_at desc, id desc);
      create index history_upload_running on journeys.history_upload (started_at) where state = 'running';

      create table journeys.history_part (
        import_id uuid not null references journeys.history_upload (id),
        start_at bigint not null check (start_at >= 0),
        bytes bytea not null, -- pii; goes when its events are kept
        primary key (import_id, start_at)
      );
      -- Most files are packed already.
      alter table journeys.history_part alter column bytes set storage external;

      create table journeys.history_fault (
        import_id uuid not null references journeys.history_upload (id),
        n int not null,
        line int not null,
        column_name text not null,
        rule text not null,
        sample text not null, -- masked
        primary key (import_id, n)
      );
    `,
  },
  {
    id: '20261123T1610_journeys_history_fault_rule',
    sql: `
      -- Which rule stopped an import and where, so that a screen can say it in the reader's language.
      alter table journeys.history_upload add column fault_rule text, add column fault_line int;
    `,
  },
];
