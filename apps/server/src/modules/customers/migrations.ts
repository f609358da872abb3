import type { Migration } from '../../kernel/migrate.ts';
import { consentMigrations } from './consent/migrations.ts';
import { matchingMigrations } from './matching/migrations.ts';
import { privacyMigrations } from './privacy/migrations.ts';

export const migrations: Migration[] = [
  {
    id: '20261121T2231_customers_identity',
    sql: `
      create schema customers;

      -- A customer is the set of subjects that say so in subject.customer_id. Rows are never deleted: a customer whose
      -- subjects all moved is an empty shell that an undo fills again, and its id still leads to the right person
      -- through its home subject.
      create table customers.customer (
        id uuid primary key,
        version bigint not null default 1,
        language char(2) not null check (language in ('en', 'pl', 'ru')),
        created_at timestamptz not null
      );

      -- The identity under which something happened: one per verified identifier, or one per
      -- (source, anonymous id, epoch). Only customer_id ever changes.
      create table customers.subject (
        id uuid primary key,
        kind text not null check (kind in ('verified', 'anonymous')),
        source text,
        anonymous_id text,
        epoch int check (epoch > 0),
        home_customer_id uuid not null unique references customers.customer (id),
        customer_id uuid not null references customers.customer (id),
        session_since timestamptz, -- when the first session began on it; see startSession
        created_at timestamptz not null,
        unique (source, anonymous_id, epoch),
        check ((kind = 'anonymous') = (source is not null and anonymous_id is not null and epoch is not null))
      );
      create index subject_customer on customers.subject (customer_id);

      create table customers.identifier (
        id uuid primary key,
        subject_id uuid not null references customers.subject (id),
        kind text not null check (kind in ('email', 'phone', 'loyalty', 'cookie', 'device', 'messenger', 'order')),
        value text not null check (length(value) between 1 and 254), -- pii, normalised
        state text not null check (state in ('verified', 'claimed')),
        source text not null,
        at timestamptz not null,
        unique (subject_id, kind, value)
      );
      create unique index identifier_verified on customers.identifier (kind, value) where state = 'verified';
      create unique index identifier_one_verified on customers.identifier (subject_id) where state = 'verified';
      create index identifier_value on customers.identifier (kind, value);

      -- Why two subjects are one person. Customers are the connected components of the links not undone.
      create table customers.link (
        id uuid primary key,
        seq bigint generated always as identity,
        subject_id uuid not null references customers.subject (id),
        anchor_subject_id uuid not null references customers.subject (id),
        from_customer uuid not null references customers.customer (id),
        to_customer uuid not null references customers.customer (id),
        evidence_kind text not null,
        evidence jsonb not null,
        at timestamptz not null,
        actor text not null,
        undone_at timestamptz,
        undone_by text,
        check (subject_id <> anchor_subject_id),
        check ((undone_at is null) = (undone_by is null))
      );
      create unique index link_pair on customers.link (least(subject_id, anchor_subject_id), greatest(subject_id, anchor_subject_id))
        where undone_at is null;
      create index link_subject on customers.link (subject_id);
      create index link_anchor on customers.link (anchor_subject_id);

      -- What is known about a person, each with who said it: it goes back to its owner when a link is undone.
      create table customers.trait (
        subject_id uuid not null references customers.subject (id),
        name text not null check (name in ('given_name', 'family_name')),
        source text not null,
        value text not null check (length(value) between 1 and 120), -- pii
        folded text not null, -- pii: without diacritics and case, for search
        at timestamptz not null,
        primary key (subject_id, name, source)
      );
      create index trait_search on customers.trait (folded text_pattern_ops);
    `,
  },
  {
    id: '20261121T2232_customers_sessions',
    sql: `
      create table customers.session (
        id uuid primary key,
        token_hash bytea not null unique check (length(token_hash) = 32), -- SHA-256; the token is only in the browser
        subject_id uuid not null references customers.subject (id),
        verified_subject_id uuid references customers.subject (id),
        verified_until timestamptz,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        check ((verified_subject_id is null) = (verified_until is null))
      );
      create index session_subject on customers.session (subject_id);
      create index session_end on customers.session (expires_at);

      -- One-time codes. Neither the e-mail nor the code is here, only keyed hashes of both.
      create table customers.sign_in_code (
        id uuid primary key,
        seq bigint generated always as identity, -- which code is the newest, whatever two servers' clocks say
        email_key bytea not null,
        code_hash bytea not null,
        attempts int not null default 0 check (attempts between 0 and 5),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index sign_in_code_newest on customers.sign_in_code (email_key, seq desc);
      create index sign_in_code_age on customers.sign_in_code (expires_at);

      create table customers.budget (
        key bytea primary key,
        taken int not null,
        resets_at timestamptz not null
      );
    `,
  },
  {
    id: '20261121T2233_customers_timeline',
    sql: `
      create table customers.timeline (
        event_id uuid primary key,
        subject_id uuid not null,
        at timestamptz not null,
        type text not null,
        channel text not null,
        location_id uuid,
        actor text not null,
        role text,
        data jsonb not null
      );
      create index timeline_subject on customers.timeline (subject_id, at desc, event_id desc);
    `,
  },
  {
    // A guest gives the name whole: its second word is looked for as well, which an index of beginnings cannot.
    id: '20261122T1512_customers_words_of_names',
    sql: `
      create extension if not exists pg_trgm;
      create index trait_words on customers.trait using gin ((' ' || folded) gin_trgm_ops);
      drop index customers.trait_search;
    `,
  },
  {
    id: '20261122T1824_customers_addresses',
    sql: `
      create table customers.address (
        id uuid primary key,
        subject_id uuid not null references customers.subject (id),
        name text not null check (length(name) between 1 and 200), -- pii, as all of it
        line1 text not null check (length(line1) between 1 and 200), -- pii
        line2 text check (length(line2) <= 200), -- pii
        postcode text not null check (length(postcode) between 2 and 12), -- pii
        city text not null check (length(city) between 1 and 100), -- pii
        country char(2) not null,
        note text check (length(note) <= 500), -- pii
        is_default boolean not null,
        changed_at timestamptz not null
      );
      create index address_subject on customers.address (subject_id);
      create unique index address_one_default on customers.address (subject_id) where is_default;
    `,
  },
  ...consentMigrations,
  ...privacyMigrations,
  {
    id: '20261123T0082_customers_identifier_kinds',
    sql: `
      alter table customers.identifier drop constraint identifier_kind_check;
      alter table customers.identifier add constraint identifier_kind_check
        check (kind in ('email', 'phone', 'loyalty', 'cookie', 'device', 'messenger', 'order', 'email_hash', 'address', 'ip'));
      -- What can be said and never proven; see canBeVerified.
      alter table customers.identifier add constraint identifier_claimed_kinds
        check (state = 'claimed' or kind not in ('email_hash', 'address', 'ip')) not valid;
      -- An e-mail by its hash, as advertisers and old systems send it. No e-mail has a backslash, so the cast keeps its bytes.
      create index identifier_email_hash on customers.identifier (encode(sha256(value::bytea), 'hex')) where kind = 'email';
    `,
  },
  ...matchingMigrations,
];
