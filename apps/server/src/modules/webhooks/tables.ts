import type { Ctx } from '../../kernel/context.ts';

export type EndpointRow = {
  id: string;
  url: string;
  description: string;
  types: string[];
  secret: string;
  old_secret: string | null;
  old_secret_until: Date | null;
  active: boolean;
  failures: number;
  disabled_reason: string | null;
  created_by: string;
  created_at: Date;
};

export type DeliveryState = 'pending' | 'delivered' | 'failed';

export type DeliveryRow = {
  id: string;
  endpoint_id: string;
  event_id: string;
  event_type: string;
  payload: string;
  state: DeliveryState;
  attempts: number;
  next_at: Date | null;
  last_status: number | null;
  last_error: string | null;
  created_at: Date;
  delivered_at: Date | null;
};

type WebhooksTables = { 'webhooks.endpoint': EndpointRow; 'webhooks.delivery': DeliveryRow };

export const tables = (ctx: Pick<Ctx, 'db'>) => ctx.db.withTables<WebhooksTables>();
