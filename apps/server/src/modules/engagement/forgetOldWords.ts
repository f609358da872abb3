import { sql } from 'kysely';
import { inTransaction } from '../../kernel/database.ts';
import type { JobDefinition } from '../../kernel/jobs.ts';

/** Texts hold codes and short notices; the mailbox of development is for looking at what was just sent. */
const shortDays = 30;

/**
 * Nightly: the words and addresses of mails that are old enough are emptied, as an erasure does it. The row stays, so that
 * what was told once is not told again; texts go whole.
 */
export const forgetOldWords = (keep: { mailDays: number }): JobDefinition => ({
  name: 'engagement.forget-old-words',
  cron: '37 3 * * *',
  handle: (ctx) => {
    const daysAgo = (days: number) => new Date(ctx.clock.now().getTime() - days * 86_400_000);
    return inTransaction(ctx, async (tx) => {
      await sql`update engagement.mail set to_address = '', subject = '', html = '', body_text = '', pictures = '[]', data = null,
          response = null, last_error = case when state = 'failed' then 'too old' end, version = version + 1
        where queued_at < ${daysAgo(keep.mailDays)} and state in ('sent', 'failed') and to_address <> ''`.execute(
        tx.db,
      );
      await sql`delete from engagement.text_message where queued_at < ${daysAgo(shortDays)} and state in ('sent', 'failed')`.execute(
        tx.db,
      );
      await sql`delete from engagement.caught_text where caught_at < ${daysAgo(shortDays)}`.execute(tx.db);
      await sql`delete from engagement.caught_mail where caught_at < ${daysAgo(shortDays)}`.execute(tx.db);
    });
  },
});
