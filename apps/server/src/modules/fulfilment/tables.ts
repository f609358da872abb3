import type { Generated } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { ShortageChoice, ShortageKind } from './shortages.ts';
import type { FulfilmentState } from './states.ts';

export type FulfilmentKind = 'pickup' | 'ship' | 'hold' | 'handover';

export type FulfilmentRow = {
  id: string;
  kind: FulfilmentKind;
  location_id: string;
  order_id: string | null;
  reservation_id: string | null;
  subject_id: string | null;
  code: string;
  state: FulfilmentState;
  place: string | null;
  picked_by: string | null;
  reason: string | null;
  promised_at: Date | null;
  keep_until: Date | null;
  done_by: string | null;
  done_at: Date | null;
  /** pii */
  collected_by: string | null;
  id_seen: boolean;
  /** pii */
  collector: string | null;
  /** A store of ours that a parcel goes to. */
  to_location_id: string | null;
  arrived_at: Date | null;
  carrier: string | null;
  tracking_number: string | null;
  tracking_url: string | null;
  /** 'YYYY-MM-DD' */
  arrives_earliest: string | null;
  arrives_latest: string | null;
  serving_by: string | null;
  serving_since: Date | null;
  version: number;
  created_at: Date;
  updated_at: Date;
};

export type ShortageRow = {
  id: string;
  fulfilment_id: string;
  location_id: string;
  order_id: string;
  order_line_id: string;
  variant_id: string;
  quantity: number;
  what: ShortageKind;
  reason: string;
  state: 'open' | 'waiting' | 'settled';
  choice: ShortageChoice | null;
  settled_by: string | null;
  settled_at: Date | null;
  created_at: Date;
};

export type FulfilmentTables = {
  'fulfilment.fulfilment': Omit<FulfilmentRow, 'version' | 'id_seen'> & {
    version: Generated<number>;
    id_seen: Generated<boolean>;
  };
  'fulfilment.line': {
    fulfilment_id: string;
    position: number;
    variant_id: string;
    quantity: number;
    order_line_id: string | null;
    picked: Generated<number>;
  };
  'fulfilment.shortage': ShortageRow;
  'fulfilment.step': {
    id: string;
    fulfilment_id: string;
    from_state: FulfilmentState | null;
    to_state: FulfilmentState;
    actor: string;
    place: string | null;
    reason: string | null;
    at: Date;
  };
};

export const tables = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<FulfilmentTables>();
