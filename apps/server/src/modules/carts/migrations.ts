import type { Migration } from '../../kernel/migrate.ts';

export const cartsMigrations: Migration[] = [
  {
    id: '20261121T2210_carts_carts',
    sql: `
      create schema carts;
      create table carts.cart (
        id uuid primary key,
        version bigint not null default 1 check (version > 0),
        market text not null,
        currency char(3) not null,
        subject_id uuid not null,
        state text not null check (state in ('open', 'ordered', 'merged')),
        coupon_code text check (length(coupon_code) <= 64),
        order_id uuid,
        merged_into uuid references carts.cart,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check ((state = 'ordered') = (order_id is not null)),
        check ((state = 'merged') = (merged_into is not null))
      );
      create index cart_open on carts.cart (subject_id, updated_at desc) where state = 'open';
      create table carts.line (
        id uuid primary key,
        cart_id uuid not null references carts.cart,
        variant_id uuid not null,
        quantity int not null constraint line_quantity check (quantity between 1 and 10000),
        method text not null check (method in ('delivery', 'pickup', 'in_store')),
        location_id uuid,
        -- The terms as quoted: gross minor units in the cart's currency.
        unit bigint not null check (unit between 0 and 9007199254740991),
        quoted_at timestamptz not null,
        valid_until timestamptz not null,
        quote_channel text not null,
        reservation_id uuid,
        held_until timestamptz,
        held_by uuid,
        advised_by uuid,
        hold_ended_at timestamptz,
        hold_ended_reason text,
        discount_unit bigint check (discount_unit between 0 and 9007199254740991),
        discount_basis_points int check (discount_basis_points between 0 and 10000),
        discount_reason text,
        discount_by uuid,
        added_at timestamptz not null,
        check ((method = 'delivery') = (location_id is null)),
        check ((reservation_id is null) = (held_until is null)),
        -- A promise of a price lasts at least as long as the hold it belongs to.
        constraint line_terms_outlast_hold check (held_until is null or valid_until >= held_until),
        check (num_nonnulls(discount_unit, discount_basis_points, discount_reason, discount_by) in (0, 4))
      );
      create index line_cart on carts.line (cart_id);
      create unique index line_reservation on carts.line (reservation_id) where reservation_id is not null;
      create table carts.handoff (
        id uuid primary key,
        cart_id uuid not null references carts.cart,
        -- No reference: a line may leave the cart while its code still has to be recognised at the counter.
        line_id uuid,
        location_id uuid,
        code char(6) not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{6}$'),
        -- The token is made from this and the server's secret, so that a link can be shown again though only its
        -- hash is stored (see handoffLinks.ts).
        nonce bytea not null check (length(nonce) = 16),
        token_hash bytea not null check (length(token_hash) = 32),
        created_by text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        check (expires_at > created_at)
      );
      create unique index handoff_code_live on carts.handoff (code) where ended_at is null;
      create unique index handoff_one_live on carts.handoff (cart_id, coalesce(line_id, cart_id)) where ended_at is null;
      create unique index handoff_token on carts.handoff (token_hash);
      create index handoff_expiry on carts.handoff (expires_at) where ended_at is null;
    `,
  },
];
