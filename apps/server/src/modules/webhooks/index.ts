import type { Module } from '../../kernel/module.ts';
import { deliver } from './deliver.ts';
import { forgetOldDeliveries } from './deliveries.ts';
import { webhooksMigrations } from './migrations.ts';
import { webhooksPersonal } from './personal.ts';
import { webhooksColumns } from './personalColumns.ts';
import { queueDeliveries } from './queueDeliveries.ts';
import { webhooksRoutes } from './routes.ts';

/** Events told to other systems, signed as Standard Webhooks. */
export function createWebhooksModule(config: { privateWebhooks: boolean }): Module {
  return {
    name: 'webhooks',
    personalColumns: webhooksColumns,
    migrations: webhooksMigrations,
    personal: webhooksPersonal,
    routes: webhooksRoutes(config.privateWebhooks),
    subscribers: [queueDeliveries],
    jobs: [
      deliver(config.privateWebhooks),
      { name: 'webhooks.forget-old', cron: '17 3 * * *', handle: forgetOldDeliveries },
    ],
  };
}
