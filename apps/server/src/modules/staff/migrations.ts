import type { Migration } from '../../kernel/migrate.ts';

export const migrations: Migration[] = [
  {
    id: '20261121T2271_staff_members',
    sql: `
      create schema staff;

      -- better-auth 1.7.25, as its compileMigrations() wrote it, with uuid ids and an index on (provider_id, account_id).
      create table staff.auth_user (
        id uuid primary key,
        name text not null, -- pii
        email text not null unique check (email = lower(email)), -- pii
        email_verified boolean not null,
        image text,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create table staff.auth_session (
        id uuid primary key,
        expires_at timestamptz not null,
        token text not null unique,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        ip_address text, -- pii, left empty: we do not pass it
        user_agent text,
        user_id uuid not null references staff.auth_user (id) on delete cascade
      );
      create index auth_session_user on staff.auth_session (user_id);
      create index auth_session_end on staff.auth_session (expires_at);
      create table staff.auth_account (
        id uuid primary key,
        account_id text not null,
        provider_id text not null,
        user_id uuid not null references staff.auth_user (id) on delete cascade,
        access_token text,
        refresh_token text,
        id_token text,
        access_token_expires_at timestamptz,
        refresh_token_expires_at timestamptz,
        scope text,
        password text,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (provider_id, account_id)
      );
      create index auth_account_user on staff.auth_account (user_id);
      create table staff.auth_verification (
        id uuid primary key,
        identifier text not null,
        value text not null,
        expires_at timestamptz not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index auth_verification_identifier on staff.auth_verification (identifier);

      -- What a person of staff may do. Read on every request, so that a change of role is immediate.
      create table staff.member (
        id uuid primary key references staff.auth_user (id),
        version bigint not null default 1,
        role text not null check (role in ('agent', 'associate', 'manager', 'admin')),
        location_ids uuid[], -- null = every location
        language char(2) not null check (language in ('en', 'pl', 'ru')),
        active boolean not null default true,
        created_at timestamptz not null
      );
      create index member_role on staff.member (role) where active;

      create table staff.api_key (
        id uuid primary key,
        name text not null check (length(name) between 1 and 80),
        token_hash bytea not null unique check (length(token_hash) = 32), -- SHA-256; the token itself is never kept
        scopes text[] not null check (cardinality(scopes) > 0),
        created_by text not null,
        created_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz
      );

      -- Tries of one e-mail to sign in. The key is an HMAC: what strangers type is not kept.
      create table staff.sign_in_tries (
        key bytea primary key,
        tries int not null,
        resets_at timestamptz not null
      );
    `,
  },
  {
    id: '20261122T1320_staff_devices',
    sql: `
      create table staff.device (
        id uuid primary key,
        name text not null check (length(name) between 1 and 80),
        location_id uuid not null,
        token_hash bytea not null unique check (length(token_hash) = 32), -- SHA-256; the token itself is only in the device's cookie
        registered_by uuid not null,
        created_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz
      );
      create index device_location on staff.device (location_id, created_at);

      create table staff.pin (
        member_id uuid primary key references staff.member (id) on delete cascade,
        hash text not null, -- scrypt, as passwords
        set_at timestamptz not null,
        -- Wrong ones in the present window, and since it last was right.
        tries int not null default 0 check (tries >= 0),
        resets_at timestamptz,
        failures int not null default 0 check (failures >= 0)
      );

      -- A session that was opened by PIN belongs to its device and ends with it.
      alter table staff.auth_session add column device_id uuid references staff.device (id);
    `,
  },
  {
    id: '20261122T1410_staff_setup_code',
    sql: `
      -- One row at most: the code that makes the first administrator of a fresh instance.
      create table staff.setup_code (
        singleton boolean primary key check (singleton),
        code_hash bytea not null check (length(code_hash) = 32), -- SHA-256; the code itself is never kept
        expires_at timestamptz not null
      );
    `,
  },
  {
    id: '20261123T1500_staff_may_export',
    sql: `
      -- Whether the member may take many people's or orders' data away as a file. Each gets it by hand, administrators have it.
      alter table staff.member add column may_export boolean not null default false;
      update staff.member set may_export = true where role = 'admin';
    `,
  },
];
