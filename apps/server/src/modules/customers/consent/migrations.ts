import type { Migration } from '../../../kernel/migrate.ts';
import { firstWordings, tickWordings, type Wording } from './wordings.ts';

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const rowsOf = (wordings: readonly Wording[]) =>
  wordings
    .map(({ version, place, text }) => `(${[version, place, text.en, text.pl, text.ru].map(quoted).join(', ')})`)
    .join(',\n        ');

export const consentMigrations: Migration[] = [
  {
    id: '20261123T0040_customers_consent',
    sql: `
      -- What was shown when somebody chose. Never edited: new words are a new version.
      create table customers.consent_wording (
        version text primary key check (version ~ '^[a-z]+-[0-9]+$'),
        place text not null check (place in ('banner', 'preferences', 'staff')),
        text_en text not null,
        text_pl text not null,
        text_ru text not null
      );

      -- Every yes and no, only added to. A row stays with the subject that said it, so that it goes back to its owner
      -- when a link is undone; what holds for a customer is the newest over the customer's subjects.
      create table customers.consent (
        id uuid primary key,
        subject_id uuid not null references customers.subject (id),
        purpose text not null check (purpose in ('service', 'analytics', 'personalisation', 'marketing')),
        channel text not null check (channel in ('all', 'web', 'email', 'sms', 'phone', 'push', 'whatsapp')),
        state text not null check (state in ('given', 'withdrawn')),
        source text not null check (source in ('banner', 'checkout', 'preference_centre', 'message_link', 'staff', 'import')),
        wording text not null references customers.consent_wording (version),
        language char(2) not null check (language in ('en', 'pl', 'ru')),
        -- Ids of what proves it (request, confirmation, mail); no contact.
        proof jsonb not null,
        actor text not null,
        at timestamptz not null,
        check (state = 'withdrawn' or channel <> 'all' or purpose = 'personalisation')
      );
      create index consent_subject on customers.consent (subject_id, at);

      create function customers.never_changed() returns trigger language plpgsql as
        $$ begin raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation'; end $$;
      create trigger consent_never_changed before update or delete on customers.consent
        for each row execute function customers.never_changed();
      create trigger wording_never_changed before update or delete on customers.consent_wording
        for each row execute function customers.never_changed();

      -- A yes to advertising by e-mail that waits for the link in the mail (double opt-in).
      create table customers.consent_request (
        id uuid primary key,
        token_hash bytea not null unique check (length(token_hash) = 32),
        subject_id uuid references customers.subject (id), -- who asked, where that is known
        email text not null, -- pii; forgotten when confirmed or expired
        source text not null,
        wording text not null references customers.consent_wording (version),
        language char(2) not null check (language in ('en', 'pl', 'ru')),
        requested_at timestamptz not null,
        expires_at timestamptz not null,
        confirmed_at timestamptz
      );
      create index consent_request_end on customers.consent_request (expires_at);
      create index consent_request_subject on customers.consent_request (subject_id);

      -- Addresses nobody may write to unasked, by keyed hash: it outlives the person's data and names nobody.
      create table customers.suppression (
        id uuid primary key,
        kind text not null check (kind in ('email', 'phone')),
        value_hash bytea not null check (length(value_hash) = 32),
        reason text not null check (reason in ('unsubscribed', 'bounced', 'complained', 'erased')),
        at timestamptz not null,
        lifted_at timestamptz
      );
      create unique index suppression_value on customers.suppression (kind, value_hash, reason) where lifted_at is null;

      insert into customers.consent_wording (version, place, text_en, text_pl, text_ru) values
        ${rowsOf(firstWordings)};
    `,
  },
  {
    id: '20261123T1110_customers_consent_ticks',
    sql: `
      alter table customers.consent_wording drop constraint consent_wording_place_check;
      alter table customers.consent_wording add check (place in ('banner', 'preferences', 'staff', 'receipt', 'checkout'));
      alter table customers.consent drop constraint consent_source_check;
      alter table customers.consent add check (source in
        ('banner', 'checkout', 'preference_centre', 'message_link', 'staff', 'import', 'receipt'));
      insert into customers.consent_wording (version, place, text_en, text_pl, text_ru) values
        ${rowsOf(tickWordings)};
    `,
  },
  {
    id: '20261123T1120_customers_consent_reports',
    sql: `
      alter table customers.consent drop constraint consent_source_check;
      alter table customers.consent add check (source in ('banner', 'checkout', 'preference_centre', 'message_link', 'staff',
        'import', 'receipt', 'mail_report', 'text_reply'));
    `,
  },
  {
    id: '20261123T1620_customers_wording_published',
    sql: `
      -- Words that the Office published have a day and an author; those a shop began with have neither.
      alter table customers.consent_wording add column published_at timestamptz, add column published_by text;
      alter table customers.consent_wording add check (length(text_en) between 1 and 2000 and length(text_pl) between 1 and 2000
        and length(text_ru) between 1 and 2000);
    `,
  },
];
