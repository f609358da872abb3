import type { Migration } from '../../kernel/migrate.ts';

export const returnsMigrations: Migration[] = [
  {
    id: '20261122T1801_returns_returns',
    sql: `
      create schema returns;
      create sequence returns.number start 100001;
      create sequence returns.withdrawal_number start 100001;
      create table returns.policy (
        only_one boolean primary key default true check (only_one),
        body jsonb not null,
        version bigint not null check (version > 0),
        changed_at timestamptz not null
      );
      create table returns.return (
        id uuid primary key,
        number text not null unique default 'R-' || nextval('returns.number'),
        version bigint not null default 1,
        state text not null check (state in ('announced', 'received', 'inspected', 'settled', 'refused', 'cancelled')),
        way text not null check (way in ('desk', 'post')),
        order_id uuid not null,
        order_number text not null,
        subject_id uuid,
        language text not null,
        currency char(3) not null,
        -- Where the goods are expected, then where they came in: what is restocked is restocked there.
        location_id uuid,
        note text,
        refund_due_at timestamptz,
        answer_due_at timestamptz,
        announced_at timestamptz not null,
        received_at timestamptz,
        inspected_at timestamptz,
        settled_at timestamptz,
        closed_at timestamptz,
        close_reason text,
        taken_by uuid,
        goods_amount bigint not null default 0 check (goods_amount >= 0),
        delivery_amount bigint not null default 0 check (delivery_amount >= 0),
        payouts jsonb not null default '[]',
        exchange_order_id uuid,
        check (state in ('announced', 'refused', 'cancelled') or (received_at is not null and location_id is not null)),
        check ((state = 'settled') = (settled_at is not null)),
        check ((state in ('refused', 'cancelled')) = (closed_at is not null))
      );
      create index return_order on returns.return (order_id);
      create index return_newest on returns.return (announced_at desc, id desc);
      create index return_place on returns.return (location_id, state, announced_at desc);
      create table returns.line (
        id uuid primary key,
        return_id uuid not null references returns.return,
        position int not null,
        order_line_id uuid not null,
        variant_id uuid not null,
        quantity int not null check (quantity > 0),
        reason text not null,
        rule text not null check (rule in ('withdrawal', 'shop_policy', 'complaint')),
        condition text check (condition in ('unopened', 'opened', 'used', 'damaged', 'faulty')),
        -- What became of the pieces, and where: said once, at the inspection.
        outcome text check (outcome in ('restock', 'damaged', 'write_off', 'send_back', 'not_received')),
        location_id uuid,
        -- What the pieces cost as bought; less what was taken off for use; is what is given back.
        share bigint check (share >= 0),
        deduction bigint not null default 0 check (deduction >= 0),
        amount bigint check (amount = share - deduction and amount >= 0),
        unique (return_id, position),
        check ((outcome is null) = (condition is null))
      );
      create index line_order_line on returns.line (order_line_id);
      -- One row for a bought line: no piece of it is claimed twice, nor more given back for it than it cost.
      create table returns.unit (
        order_line_id uuid primary key,
        order_id uuid not null,
        bought int not null check (bought > 0),
        gross bigint not null check (gross >= 0),
        claimed int not null,
        settled int not null default 0,
        withdrawn int not null default 0,
        refunded bigint not null default 0,
        constraint unit_returned_once check (claimed between 0 and bought),
        constraint unit_settled check (settled between 0 and claimed),
        constraint unit_withdrawn check (withdrawn between 0 and settled),
        constraint unit_refunded check (refunded between 0 and gross)
      );
      create index unit_order on returns.unit (order_id);
      create table returns.step (
        id uuid primary key,
        return_id uuid not null references returns.return,
        from_state text,
        to_state text not null,
        actor text not null,
        location_id uuid,
        reason text,
        at timestamptz not null
      );
      create index step_trail on returns.step (return_id, at, id);
      -- Declarations as they were sent: kept whole, whatever they could be matched with.
      create table returns.withdrawal (
        id uuid primary key,
        number text not null unique default 'W-' || nextval('returns.withdrawal_number'),
        version bigint not null default 1,
        declared_at timestamptz not null,
        name text not null, -- pii
        contract text not null,
        email text not null, -- pii
        goods text,
        language text not null,
        channel text not null,
        recorded_by text not null,
        order_id uuid,
        return_id uuid references returns.return,
        state text not null check (state in ('open', 'matched', 'closed')),
        close_reason text,
        check (state <> 'matched' or order_id is not null)
      );
      create index withdrawal_open on returns.withdrawal (declared_at) where state = 'open';
      create index withdrawal_order on returns.withdrawal (order_id) where order_id is not null;
    `,
  },
  {
    id: '20261122T1921_returns_withdrawn_before',
    sql: `
      -- Pieces that had not left the house and were taken off the order for a declaration.
      alter table returns.withdrawal add column cancelled jsonb not null default '[]';
    `,
  },
  {
    id: '20261122T1923_returns_answers',
    sql: `
      alter table returns.return
        add column answer text check (answer in ('accepted', 'refused', 'silence')),
        add column answered_at timestamptz,
        add column answer_text text,
        add constraint return_answered check ((answer is null) = (answered_at is null));
      create index return_unanswered on returns.return (answer_due_at) where answer is null and answer_due_at is not null;
      alter table returns.line
        add column deduction_bp int not null default 0 check (deduction_bp between 0 and 10000),
        add column deduction_reason text;
    `,
  },
  {
    id: '20261122T1924_returns_blind',
    sql: `
      -- Goods taken back without a sale: numbered with all others, worth at most what they cost lately, paid onto a code.
      create table returns.blind (
        id uuid primary key,
        number text not null unique default 'R-' || nextval('returns.number'),
        location_id uuid not null,
        contact jsonb not null, -- pii
        currency char(3) not null,
        total bigint not null check (total > 0),
        credit_id uuid not null,
        note text,
        taken_by uuid not null,
        taken_at timestamptz not null
      );
      create index blind_newest on returns.blind (taken_at desc, id desc);
      create table returns.blind_line (
        id uuid primary key,
        blind_id uuid not null references returns.blind,
        position int not null,
        variant_id uuid not null,
        quantity int not null check (quantity > 0),
        reason text not null,
        condition text not null check (condition in ('unopened', 'opened', 'used', 'damaged', 'faulty')),
        outcome text not null check (outcome in ('restock', 'damaged', 'write_off')),
        cap bigint not null,
        unit bigint not null check (unit between 0 and cap),
        amount bigint not null check (amount = unit * quantity),
        tax_rate_bp int not null,
        unique (blind_id, position)
      );
    `,
  },
];
