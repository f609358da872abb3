import type { Migration } from '../../kernel/migrate.ts';

export const creditsMigrations: Migration[] = [
  {
    id: '20261122T1803_credits_credits',
    sql: `
      create schema credits;
      create table credits.credit (
        id uuid primary key,
        -- Whoever shows it may spend it, as with a gift card.
        code text not null unique,
        currency char(3) not null,
        issued bigint not null check (issued between 1 and 9007199254740991),
        balance bigint not null constraint credit_balance check (balance between 0 and issued),
        cause text not null check (cause in ('return', 'exchange')),
        cause_id uuid not null,
        subject_id uuid,
        location_id uuid,
        version bigint not null default 1,
        created_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index credit_subject on credits.credit (subject_id, created_at) where subject_id is not null;
      create index credit_cause on credits.credit (cause_id);
      -- Append-only: the balance is the sum of its entries, and each is written once under its key.
      create table credits.entry (
        id uuid primary key,
        credit_id uuid not null references credits.credit,
        kind text not null check (kind in ('issue', 'spend', 'give_back')),
        delta bigint not null check (delta <> 0 and (delta < 0) = (kind = 'spend')),
        balance bigint not null check (balance >= 0),
        key text not null unique,
        order_id uuid,
        location_id uuid,
        actor text not null,
        at timestamptz not null
      );
      create index entry_credit on credits.entry (credit_id, at, id);
    `,
  },
  {
    id: '20261122T1941_credits_excess',
    sql: `
      -- What somebody paid too much may become a credit as well.
      alter table credits.credit drop constraint credit_cause_check;
      alter table credits.credit add constraint credit_cause_check check (cause in ('return', 'exchange', 'excess'));
    `,
  },
];
