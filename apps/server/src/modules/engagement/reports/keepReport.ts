import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/database.ts';
import { emit } from '../../../kernel/outbox.ts';
import { stopNews, suppress } from '../../customers/index.ts';
import type { MailReportKind } from './readMailReports.ts';

export interface Report {
  /** The provider's own, hashed. */
  eventId: string;
  kind: MailReportKind | 'stop';
  address: { kind: 'email' | 'phone'; value: string };
}

/**
 * What a provider told of an address, once however often it is told. Nobody there: no advertising until its reader asks anew.
 * A complaint or a STOP is a no as well. A soft bounce is only counted: the mailbox may be full today.
 */
export async function keepReport(ctx: Ctx, report: Report): Promise<{ isNew: boolean }> {
  return inTransaction(ctx, async (tx) => {
    const id = tx.newId();
    const { rows } = await sql`insert into engagement.report (id, event_id, kind, address, at)
      values (${id}, ${report.eventId}, ${report.kind}, ${report.address.value.toLowerCase()}, ${tx.clock.now()})
      on conflict (event_id) do nothing returning id`.execute(tx.db);
    if (rows.length === 0) return { isNew: false };
    const proof = { reportId: id };
    if (report.kind === 'hard') await suppress(tx, report.address, 'bounced');
    if (report.kind === 'complaint')
      await stopNews(tx, report.address, { reason: 'complained', source: 'mail_report', proof });
    if (report.kind === 'stop')
      await stopNews(tx, report.address, { reason: 'unsubscribed', source: 'text_reply', proof });
    await emit(tx, {
      type: 'engagement.address.reported',
      aggregate: 'report',
      aggregateId: id,
      aggregateVersion: 1,
      data: { reportId: id, addressKind: report.address.kind, kind: report.kind },
    });
    return { isNew: true };
  });
}
