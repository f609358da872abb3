import type { Migration } from '../../../kernel/migrate.ts';

export const importMigrations: Migration[] = [
  {
    id: '20261123T0200_customers_imports',
    sql: `
      -- A file of customers on its way in: sent in parts, read, compared, applied, perhaps taken back. Each step keeps how
      -- far it came, so that a server that ends in the middle costs nothing but the time.
      create table customers.import (
        id uuid primary key,
        version int not null default 1,
        state text not null check (state in
          ('uploading', 'mapping', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'failed')),
        file_name text not null check (length(file_name) between 1 and 200),
        bytes bigint not null check (bytes > 0),
        digest text,
        encoding text,
        delimiter text,
        columns jsonb not null default '[]', -- names and a few cells of each; emptied with the file
        mapping jsonb not null default '[]',
        options jsonb not null default '{}',
        choice jsonb,
        line int not null default 0,
        done int not null default 0,
        total int,
        counts jsonb not null default '{}',
        fault text,
        created_at timestamptz not null,
        created_by text not null,
        applied_at timestamptz,
        worked_at timestamptz not null
      );
      create index import_newest on customers.import (created_at desc, id desc);

      create table customers.import_part (
        import_id uuid not null references customers.import (id),
        n int not null check (n >= 0),
        bytes bytea not null, -- pii; goes when the rows are read
        primary key (import_id, n)
      );

      -- One row of the file as it was understood. What went in is emptied of its values; what could not waits for the
      -- report, thirty days.
      create table customers.import_row (
        import_id uuid not null references customers.import (id),
        line int not null,
        fields jsonb, -- pii
        cells jsonb, -- pii: as in the file, of rows with a fault only
        email text, -- pii
        phone text, -- pii
        loyalty text, -- pii
        faults jsonb not null default '[]',
        is_refused boolean not null default false,
        same_as int, -- an earlier line of the file that is this person
        found uuid, -- the customer who has one of these contacts
        doubt text, -- why it is not sure to be that one
        outcome text check (outcome in ('made', 'filled', 'unchanged', 'skipped')),
        subject_id uuid,
        primary key (import_id, line)
      );
      create index import_row_email on customers.import_row (email) where email is not null;
      create index import_row_phone on customers.import_row (phone) where phone is not null;
      create index import_row_subject on customers.import_row (subject_id) where subject_id is not null;

      insert into customers.consent_wording (version, place, text_en, text_pl, text_ru) values ('import-1', 'staff',
        'Given in another system; source and date as its records say.',
        'Zgoda wyrażona w innym systemie; źródło i data według jego zapisów.',
        'Согласие дано в другой системе; источник и дата — по её записям.');
    `,
  },
];
