import { createClock } from '../../../kernel/clock.ts';
import type { Ctx } from '../../../kernel/context.ts';
import { openDatabase } from '../../../kernel/database.ts';
import { newId } from '../../../kernel/ids.ts';
import { sendMailJob } from './sendMailJob.ts';

/** A worker with one mail to send, in a process of its own that a test can kill. */
const [databaseUrl = '', smtpUrl = '', mailId = ''] = process.argv.slice(2);
const silent = () => undefined;
const ctx = {
  requestId: newId(),
  actor: { kind: 'system', name: 'child' },
  channel: 'web',
  locationId: undefined,
  language: 'en',
  db: openDatabase({ url: databaseUrl }).db,
  clock: createClock(),
  jobs: { enqueue: async () => undefined },
  newId,
  log: { info: silent, warn: silent, error: silent },
  idempotency: undefined,
  cause: undefined,
} as unknown as Ctx;
const config = {
  smtpUrl,
  smsUrl: undefined,
  mailWebhookSecret: undefined,
  mailFrom: 'Velora <hello@velora.example>',
  publicUrl: 'http://localhost',
  secret: 'a-secret-for-tests-of-32-characters!',
  keepDays: { mails: 730 },
};
await sendMailJob(config, async () => smtpUrl).handle(ctx, { mailId });
process.exit(0);
