import type { Migration } from '../../../kernel/migrate.ts';

export const matchingMigrations: Migration[] = [
  {
    id: '20261123T0020_customers_matching',
    sql: `
      -- What a customer was compared by, and when.
      create table customers.match_record (
        customer_id uuid primary key references customers.customer (id),
        fingerprint bigint not null,
        at timestamptz not null
      );
      -- Keys under which customers who may be the same meet. Rules from 100 on count names and find nobody.
      create table customers.match_key (
        customer_id uuid not null references customers.match_record (customer_id) on delete cascade,
        rule smallint not null,
        key bigint not null, -- pii: hashes of names, contacts and addresses; for telephones the number
        primary key (rule, key, customer_id)
      );
      create index match_key_customer on customers.match_key (customer_id);

      -- Two who may be one person. By subjects, not customers: what was decided stays with them whoever they are joined with.
      create table customers.match_proposal (
        id uuid primary key,
        low_subject uuid not null references customers.subject (id),
        high_subject uuid not null references customers.subject (id),
        bits double precision not null, -- log2 of the odds that they are one person
        steps jsonb not null, -- how the score came about; levels and weights, no values
        both_verified boolean not null,
        state text not null check (state in ('open', 'later', 'merged', 'not_same', 'withdrawn')),
        later_until timestamptz,
        link_id uuid references customers.link (id),
        found_at timestamptz not null,
        decided_at timestamptz,
        decided_by text,
        reason text check (reason in ('said_so', 'id_seen', 'same_documents')),
        unique (low_subject, high_subject),
        check (low_subject < high_subject),
        check ((state = 'later') = (later_until is not null)),
        check ((decided_at is null) = (decided_by is null)),
        check (state not in ('merged', 'not_same', 'later') or decided_at is not null)
      );
      create index match_proposal_queue on customers.match_proposal (state, bits desc, id);
      create index match_proposal_high on customers.match_proposal (high_subject);

      create table customers.match_setting (
        one boolean primary key default true check (one),
        automatic boolean not null default false,
        automatic_bits double precision not null default 10 check (automatic_bits >= 7),
        model jsonb, -- what the last full run estimated
        read_until timestamptz,
        last_run jsonb
      );
      insert into customers.match_setting default values;

      create index identifier_at on customers.identifier (at);
      create index trait_at on customers.trait (at);
      create index address_changed on customers.address (changed_at);
      create index link_at on customers.link (at);
      create index link_undone on customers.link (undone_at) where undone_at is not null;
    `,
  },
];
