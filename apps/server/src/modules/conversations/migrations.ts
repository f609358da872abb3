import type { Migration } from '../../kernel/migrate.ts';

export const conversationsMigrations: Migration[] = [
  {
    id: '20261121T2250_conversations_threads',
    sql: `
      create schema conversations;
      create table conversations.thread (
        id uuid primary key,
        customer_id uuid not null,
        -- The identity under which it was opened; messages keep their own, so that a merge can be undone.
        subject_id uuid not null,
        -- Who wrote last: whom an answer in the chat is for.
        reply_subject_id uuid not null,
        state text not null check (state in ('open', 'waiting', 'closed')),
        assignee_id uuid,
        last_seq bigint not null default 0 check (last_seq >= 0),
        last_message_at timestamptz not null,
        last_inbound_at timestamptz,
        last_chat_at timestamptz,
        unanswered_since timestamptz,
        shopper_read_seq bigint not null default 0,
        opened_at timestamptz not null,
        closed_at timestamptz,
        joined_into uuid references conversations.thread (id),
        version bigint not null default 1,
        check ((state = 'waiting') = (unanswered_since is not null)),
        check ((state = 'closed') = (closed_at is not null)),
        check (joined_into is null or state = 'closed')
      );
      -- One thread per customer.
      create unique index thread_customer on conversations.thread (customer_id) where joined_into is null;
      create index thread_recent on conversations.thread (last_message_at desc, id desc) where joined_into is null and last_seq > 0;
      create index thread_waiting on conversations.thread (unanswered_since, id) where unanswered_since is not null;
      create index thread_assignee on conversations.thread (assignee_id, last_message_at desc, id desc) where assignee_id is not null and state <> 'closed';

      create table conversations.message (
        id uuid primary key,
        thread_id uuid not null references conversations.thread (id),
        -- Counted per thread under the lock of its row: what a client resumes from.
        seq bigint not null check (seq > 0),
        subject_id uuid not null,
        direction text not null check (direction in ('in', 'out', 'system')),
        channel text not null,
        kind text not null check (kind in ('text', 'product', 'cart', 'hold', 'call', 'system')),
        -- Notes and call notes: colleagues only.
        internal boolean not null default false,
        author_kind text not null check (author_kind in ('shopper', 'staff', 'system')),
        author_id text,
        text text check (char_length(text) <= 4000), -- pii
        data jsonb not null default '{}',
        channel_account text,
        provider_id text,
        client_key text,
        delivery text check (delivery in ('pending', 'sent', 'delivered', 'read', 'failed')),
        delivery_reason text,
        sent_at timestamptz not null,
        constraint message_seq unique (thread_id, seq),
        -- A message sent twice by a client that did not hear our answer arrives once.
        constraint message_client_key unique (thread_id, client_key),
        check ((direction = 'out' and not internal) = (delivery is not null)),
        check (kind <> 'text' or text is not null)
      );
      create unique index message_provider on conversations.message (channel_account, provider_id) where provider_id is not null;
    `,
  },
  {
    id: '20261121T2251_conversations_desk',
    sql: `
      create table conversations.call (
        id uuid primary key,
        phone text not null, -- pii
        direction text not null check (direction in ('in', 'out')),
        missed boolean not null,
        started_at timestamptz not null,
        duration_seconds int check (duration_seconds >= 0),
        note text check (char_length(note) <= 4000), -- pii
        staff_id uuid,
        -- null until a colleague says whose call it was; a number alone may fit several people.
        thread_id uuid references conversations.thread (id),
        message_id uuid,
        logged_at timestamptz not null
      );
      create index call_open on conversations.call (started_at desc) where thread_id is null;
      create index call_thread on conversations.call (thread_id) where thread_id is not null;

      -- What a writer says to be called and where to answer: claimed, and kept under the identity that said it, so that it
      -- goes with that identity when customers are joined or taken apart.
      create table conversations.contact (
        subject_id uuid primary key,
        reply_email text, -- pii
        name text check (char_length(name) <= 120), -- pii
        updated_at timestamptz not null
      );

      create table conversations.draft (
        thread_id uuid not null references conversations.thread (id),
        staff_id uuid not null,
        text text not null check (char_length(text) <= 4000), -- pii
        version bigint not null default 1,
        updated_at timestamptz not null,
        primary key (thread_id, staff_id)
      );

      create table conversations.service_hours (
        service text primary key check (service = 'chat'),
        hours jsonb not null,
        exceptions jsonb not null,
        expected_answer_minutes int not null check (expected_answer_minutes between 1 and 1440),
        version bigint not null
      );
    `,
  },
  {
    id: '20261122T1201_conversations_presence',
    sql: `
      alter table conversations.thread add column snoozed_until timestamptz;
      create index thread_snoozed on conversations.thread (snoozed_until) where snoozed_until is not null;

      -- Who looks at a conversation or types in it, for some seconds. A crash may forget it: everyone says it again.
      create unlogged table conversations.presence (
        thread_id uuid not null,
        who text not null check (who in ('staff', 'shopper')),
        person_id uuid not null,
        doing text not null check (doing in ('looking', 'writing', 'noting')),
        until timestamptz not null,
        primary key (thread_id, who, person_id)
      );

      create table conversations.macro (
        id uuid primary key,
        shortcut text not null check (shortcut ~ '^[a-z0-9][a-z0-9-]{0,19}$'),
        title jsonb not null,
        text jsonb not null,
        version bigint not null default 1,
        updated_at timestamptz not null,
        constraint macro_shortcut unique (shortcut)
      );

      -- Words are looked for in the inbox.
      create extension if not exists pg_trgm;
      create index message_words on conversations.message using gin (text gin_trgm_ops) where text is not null;
    `,
  },
];
