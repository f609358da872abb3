import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Ctx } from '../../../kernel/context.ts';
import { storeCaughtMail } from './storeCaughtMail.ts';

export interface Catcher {
  url: string;
  port: number;
  stop(): Promise<void>;
}

const largestMailBytes = 5_000_000;

/**
 * A mail server on this machine that keeps what it gets: development without an account anywhere, over the very same
 * conversation (SMTP) that a real server is spoken to in. Nothing leaves the machine.
 */
export async function startCatcher(ctx: Ctx, port = 0): Promise<Catcher> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    hideSTARTTLS: true,
    size: largestMailBytes,
    banner: 'Throughline mailbox',
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', done);
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          done(Object.assign(new Error('the mail is too large'), { responseCode: 552 }));
          return;
        }
        const envelope = {
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          to: session.envelope.rcptTo.map((recipient) => recipient.address),
        };
        // Answered only when it is stored: the sender marks it sent on our word.
        storeCaughtMail(ctx, Buffer.concat(chunks), envelope).then(
          () => done(),
          (error: unknown) => {
            ctx.log.warn({ err: error }, 'the mailbox could not keep a mail');
            done(Object.assign(new Error('could not be stored, try again'), { responseCode: 451 }));
          },
        );
      });
    },
  });
  server.on('error', (error) => ctx.log.warn({ err: error }, 'mailbox'));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.server.off('error', reject);
      resolve();
    });
  });
  // A mailbox alone is no reason to stay alive.
  server.server.unref();
  const bound = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
