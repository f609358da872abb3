import type { Generated } from 'kysely';
import type { Channel, Ctx } from '../../kernel/context.ts';

export type ReservationState = 'held' | 'committed' | 'consumed' | 'released' | 'expired';
export type ReservationPurpose = 'checkout' | 'reserve_and_try' | 'agent_hold' | 'pickup' | 'till' | 'external';

export type StockTables = {
  'stock.level': {
    variant_id: string;
    location_id: string;
    on_hand: number;
    reserved: Generated<number>;
    safety: Generated<number>;
    display: Generated<number>;
    damaged: Generated<number>;
    /** null: what its location says, or else the company. */
    own_safety: number | null;
    incoming: Generated<number>;
    incoming_at: Date | null;
    version: Generated<number>;
    updated_at: Date;
  };
  'stock.reservation': {
    id: string;
    owner_kind: string;
    owner_id: string;
    subject_id: string | null;
    purpose: ReservationPurpose;
    state: ReservationState;
    expires_at: Date | null;
    at_risk: Generated<boolean>;
    actor: string;
    channel: Channel;
    context: Record<string, unknown>;
    created_at: Date;
    closed_at: Date | null;
    version: Generated<number>;
  };
  'stock.reservation_line': {
    reservation_id: string;
    variant_id: string;
    location_id: string;
    quantity: number;
    state: ReservationState;
    expires_at: Date | null;
    at_risk: Generated<boolean>;
  };
  'stock.safety_default': {
    /** The nil id is the company. */
    location_id: string;
    safety: number;
    updated_at: Date;
  };
  'stock.movement': {
    seq: Generated<number>;
    variant_id: string;
    location_id: string;
    kind: string;
    on_hand_delta: number;
    reserved_delta: number;
    damaged_delta: Generated<number>;
    document_kind: string | null;
    document_id: string | null;
    reservation_id: string | null;
    actor: string;
    channel: Channel;
    cause: string | null;
    reason: string | null;
    at: Date;
  };
};

export const tables = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<StockTables>();
