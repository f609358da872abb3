import type { Migration } from '../../../kernel/migrate.ts';

export const profileMigrations: Migration[] = [
  {
    id: '20261123T0060_customers_profile',
    sql: `
      -- What a person had to do with us, one row each: what lists and figures are made from without asking other modules.
      -- It keeps the subject under which it happened, so that a merge and its undoing move it without being told.
      create table customers.dealing (
        kind text not null check (kind in ('order', 'hold', 'return', 'thread')),
        id uuid not null,
        subject_id uuid,
        state text not null,
        is_open boolean not null,
        number text,
        at timestamptz not null,
        paid_at timestamptz,
        channel text not null,
        location_id uuid,
        amount bigint,
        currency char(3),
        goods jsonb not null default '[]',
        version bigint not null,
        primary key (kind, id)
      );
      create index dealing_subject on customers.dealing (subject_id, kind);
      create index dealing_number on customers.dealing (number) where number is not null;

      -- How often somebody was met, by month and channel: a chart of years that costs no look at ten thousand entries.
      create table customers.activity (
        subject_id uuid not null,
        month date not null,
        channel text not null,
        times int not null check (times > 0),
        last_at timestamptz not null,
        primary key (subject_id, month, channel)
      );

      -- The figures of each customer, for lists, filters and segments. Nothing personal: names and contacts stay with the subject.
      create table customers.profile_facts (
        customer_id uuid primary key,
        is_known boolean not null default false,
        is_verified boolean not null default false,
        currency char(3),
        orders int not null default 0,
        value_minor bigint not null default 0,
        returned_minor bigint not null default 0,
        average_minor bigint,
        return_rate_bp int,
        first_purchase_at timestamptz,
        last_purchase_at timestamptz,
        favourite_location_id uuid,
        favourite_channel text,
        favourite_category_id uuid,
        open_orders int not null default 0,
        open_holds int not null default 0,
        open_threads int not null default 0,
        touchpoints int not null default 0,
        first_seen_at timestamptz,
        last_seen_at timestamptz,
        tags text[] not null default '{}',
        refreshed_at timestamptz not null
      );
      create index facts_seen on customers.profile_facts (last_seen_at desc, customer_id desc) where is_known;
      create index facts_value on customers.profile_facts (value_minor desc, customer_id desc) where is_known;
      create index facts_orders on customers.profile_facts (orders desc, customer_id desc) where is_known;
      create index facts_new on customers.profile_facts (first_seen_at desc, customer_id desc) where is_known;
      create index facts_location on customers.profile_facts (favourite_location_id, last_seen_at desc, customer_id desc) where is_known;
      create index facts_channel on customers.profile_facts (favourite_channel, last_seen_at desc, customer_id desc) where is_known;
      create index facts_category on customers.profile_facts (favourite_category_id, last_seen_at desc, customer_id desc) where is_known;
      create index facts_open_order on customers.profile_facts (last_seen_at desc, customer_id desc) where is_known and open_orders > 0;
      create index facts_open_hold on customers.profile_facts (last_seen_at desc, customer_id desc) where is_known and open_holds > 0;
      create index facts_open_thread on customers.profile_facts (last_seen_at desc, customer_id desc) where is_known and open_threads > 0;
      create index facts_tags on customers.profile_facts using gin (tags) where is_known;

      create table customers.tag (
        subject_id uuid not null references customers.subject (id),
        tag text not null check (length(tag) between 1 and 40 and tag = lower(tag)),
        at timestamptz not null,
        actor text not null,
        primary key (subject_id, tag)
      );

      create table customers.note (
        id uuid primary key,
        subject_id uuid not null references customers.subject (id),
        body text not null check (length(body) between 1 and 4000), -- pii
        version int not null default 1,
        created_at timestamptz not null,
        created_by text not null,
        changed_at timestamptz,
        changed_by text,
        removed_at timestamptz
      );
      create index note_subject on customers.note (subject_id, created_at desc);
    `,
  },
  {
    id: '20261123T0062_customers_traits',
    sql: `
      -- What may be known about a person beside the name: a small catalogue, typed, each with who may see and set it.
      create table customers.trait_definition (
        name text primary key check (name ~ '^[a-z][a-z0-9_]{1,39}$'),
        label jsonb not null,
        type text not null check (type in ('text', 'number', 'date', 'choice', 'yes_no')),
        choices jsonb not null default '[]',
        is_pii boolean not null,
        seen_by text[] not null,
        set_by text[] not null,
        version int not null default 1,
        archived_at timestamptz,
        changed_at timestamptz not null
      );

      -- A value belongs to the subject it was said under and to who said it; what a merge brings, its undoing takes back.
      create table customers.trait_value (
        subject_id uuid not null references customers.subject (id),
        name text not null references customers.trait_definition (name),
        source text not null,
        value jsonb not null, -- pii where its definition says so
        at timestamptz not null,
        actor text not null,
        primary key (subject_id, name, source)
      );
    `,
  },
  {
    id: '20261123T0201_customers_tag_by_name',
    sql: `
      -- Whoever has a tag that few have: without it the list walks through everybody to find them.
      create index tag_name on customers.tag (tag, subject_id);
    `,
  },
  {
    id: '20261123T1400_customers_seen',
    sql: `
      -- Which kinds of device somebody came with, and what they searched for: families and words, no agent's whole text.
      create table customers.device (
        subject_id uuid not null references customers.subject (id),
        browser text not null,
        system text not null,
        source text not null,
        first_at timestamptz not null,
        last_at timestamptz not null,
        primary key (subject_id, browser, system, source)
      );

      create table customers.search (
        subject_id uuid not null references customers.subject (id),
        words text not null check (length(words) between 1 and 100), -- pii
        times int not null check (times > 0),
        last_at timestamptz not null,
        primary key (subject_id, words)
      );
    `,
  },
  {
    id: '20261123T1600_customers_agreed_to',
    sql: `
      -- The ways of sending news somebody agreed to, so that a list of a million people can be asked for them.
      alter table customers.profile_facts add column agreed_to text[] not null default '{}';
      create index facts_agreed_to on customers.profile_facts using gin (agreed_to) where is_known;
      update customers.profile_facts f set agreed_to = q.ways from (
        select w.customer_id, array_agg(w.way order by w.way) as ways from (
          select distinct on (s.customer_id, ways.way) s.customer_id, ways.way, k.state
          from customers.consent k
          join customers.subject s on s.id = k.subject_id
          join unnest(array['email', 'sms', 'phone', 'whatsapp', 'push']) as ways(way) on k.channel in (ways.way, 'all')
          where k.purpose = 'marketing'
          order by s.customer_id, ways.way, k.at desc, (k.state = 'withdrawn') desc) w
        where w.state = 'given' group by w.customer_id) q
      where q.customer_id = f.customer_id;
    `,
  },
];
