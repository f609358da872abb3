import type { Migration } from '../../kernel/migrate.ts';

export const engagementMigrations: Migration[] = [
  {
    id: '20261121T2255_engagement_mail',
    sql: `
      create schema engagement;
      -- Every mail the system wrote, kept as it was written: proof of what a customer was told, and when.
      create table engagement.mail (
        id uuid primary key,
        -- Names the reason of the mail; a second request for the same reason is the same mail.
        unique_key text not null unique check (char_length(unique_key) between 1 and 200),
        template text not null,
        language text not null check (language in ('en', 'pl', 'ru')),
        subject_id uuid,
        customer_id uuid,
        thread_id uuid,
        -- The message of the conversation that this mail carries, if it carries one.
        chat_message_id uuid,
        to_address text not null, -- pii
        subject text, -- pii
        html text, -- pii
        body_text text, -- pii
        pictures jsonb not null default '[]', -- pii
        -- What it was to be written from; kept only while it could not be written.
        data jsonb, -- pii
        state text not null check (state in ('queued', 'sending', 'sent', 'failed')),
        attempts int not null default 0,
        -- Sending belongs to one worker until then; after it another may take over.
        leased_until timestamptz,
        message_id text unique,
        response text,
        last_error text,
        queued_at timestamptz not null,
        sent_at timestamptz,
        failed_at timestamptz,
        version bigint not null default 1,
        check ((state = 'sending') = (leased_until is not null)),
        check ((state = 'sent') = (sent_at is not null)),
        check ((state = 'failed') = (failed_at is not null)),
        check (state = 'failed' or (subject is not null and html is not null and body_text is not null))
      );
      create index mail_leased on engagement.mail (leased_until) where state = 'sending';
      create index mail_failed on engagement.mail (failed_at desc, id desc) where state = 'failed';
      create index mail_thread on engagement.mail (thread_id, queued_at) where thread_id is not null;
      create index mail_subject on engagement.mail (subject_id, queued_at) where subject_id is not null;
      create index mail_customer on engagement.mail (customer_id, queued_at) where customer_id is not null;
    `,
  },
  {
    id: '20261121T2256_engagement_caught_mail',
    sql: `
      -- The mailbox of development: what the built-in mail server received. In the database, so that two servers and a
      -- restart show the same one.
      create table engagement.caught_mail (
        id uuid primary key,
        message_id text not null unique,
        -- How often it arrived: a repeat after a crash carries the same Message-ID.
        copies int not null default 1,
        from_address text not null,
        to_addresses text[] not null, -- pii
        subject text not null, -- pii
        html text, -- pii
        body_text text, -- pii
        headers jsonb not null, -- pii
        attachments jsonb not null, -- pii
        caught_at timestamptz not null
      );
      create index caught_mail_time on engagement.caught_mail (caught_at desc, id desc);
      create index caught_mail_to on engagement.caught_mail using gin (to_addresses);
    `,
  },
  {
    id: '20261121T2257_engagement_smart_link',
    sql: `
      create table engagement.smart_link (
        id uuid primary key,
        slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
        variant_id uuid,
        product_id uuid,
        category_slug text,
        campaign_source text not null,
        campaign_medium text not null,
        campaign_name text not null,
        campaign_content text,
        label text not null,
        created_by text not null,
        created_at timestamptz not null,
        archived_at timestamptz,
        version bigint not null default 1,
        check (num_nonnulls(variant_id, product_id, category_slug) = 1)
      );
      create index smart_link_time on engagement.smart_link (created_at desc, id desc);
      -- One row a click and no counter on the link: an advertisement that goes well must not queue at one row.
      create table engagement.smart_link_click (
        id uuid primary key,
        link_id uuid not null references engagement.smart_link (id),
        subject_id uuid,
        clicked_at timestamptz not null,
        landed_on text
      );
      create index smart_link_click_link on engagement.smart_link_click (link_id, clicked_at);
    `,
  },
  {
    id: '20261123T0041_engagement_mail_purpose',
    sql: `
      -- Why it is sent: marketing goes only where consent holds, also at the moment of sending.
      alter table engagement.mail add column purpose text not null default 'service' check (purpose in ('service', 'marketing'));
    `,
  },
  {
    id: '20261123T0080_engagement_texts',
    sql: `
      create table engagement.text_message (
        id uuid primary key,
        unique_key text not null unique check (char_length(unique_key) between 1 and 200),
        template text not null,
        language text not null check (language in ('en', 'pl', 'ru')),
        subject_id uuid,
        to_number text not null check (to_number ~ '^[+][0-9]{6,15}$'), -- pii
        body text not null check (char_length(body) <= 480), -- pii; emptied when a secret one was sent
        state text not null check (state in ('queued', 'sending', 'sent', 'failed')),
        attempts int not null default 0,
        good_until timestamptz not null,
        -- Sending belongs to one worker until then; after it another may take over.
        leased_until timestamptz,
        provider_id text,
        last_error text,
        queued_at timestamptz not null,
        sent_at timestamptz,
        failed_at timestamptz,
        version bigint not null default 1,
        check ((state = 'sending') = (leased_until is not null)),
        check ((state = 'sent') = (sent_at is not null)),
        check ((state = 'failed') = (failed_at is not null))
      );
      create index text_message_open on engagement.text_message (queued_at) where state in ('queued', 'sending');
      create index text_message_subject on engagement.text_message (subject_id, queued_at) where subject_id is not null;
      -- Beside the mailbox of development: text messages that went nowhere.
      create table engagement.caught_text (
        id uuid primary key,
        to_number text not null, -- pii
        body text not null, -- pii
        caught_at timestamptz not null
      );
      create index caught_text_time on engagement.caught_text (caught_at desc, id desc);
    `,
  },
  {
    id: '20261123T1130_engagement_report',
    sql: `
      -- What providers told of an address: bounces, complaints, a STOP by text. Once each, by their own id.
      create table engagement.report (
        id uuid primary key,
        event_id text not null unique check (event_id ~ '^[0-9a-f]{64}$'),
        kind text not null check (kind in ('hard', 'soft', 'complaint', 'stop')),
        address text not null, -- pii
        at timestamptz not null
      );
      create index report_address on engagement.report (address);
    `,
  },
];
