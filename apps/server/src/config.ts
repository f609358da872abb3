import { resolve } from 'node:path';

/** What an operator can set, read once, here and nowhere else. */
export interface Config {
  /** `api` answers requests, `worker` runs events and jobs, `all` does both. */
  role: 'all' | 'api' | 'worker';
  host: string;
  port: number;
  /** Where shoppers reach this server; links in messages are made from it. */
  publicUrl: string;
  dataDir: string;
  databaseUrl: string | undefined;
  clickhouseUrl: string | undefined;
  /** smtp://user:pass@host:port; undefined = the built-in mailbox of development. */
  smtpUrl: string | undefined;
  /** A gateway of text messages that speaks Twilio's API. */
  smsUrl: string | undefined;
  mailFrom: string;
  /** Signs what a mail provider tells of bounces and complaints; undefined = nobody tells. */
  mailWebhookSecret: string | undefined;
  /** Cards and BLIK by Stripe; undefined = the simulated card of development. */
  stripe: { secretKey: string; webhookSecret: string; apiBase: string } | undefined;
  /** Where customers may transfer money to; undefined = bank transfer is not offered. */
  bankAccount: string | undefined;
  /** How long what trackers sent is kept; touchpoints: undefined = for good. */
  keepDays: { inbox: number; deadLetters: number; touchpoints: number | undefined; mails: number; audit: number };
  /** Of one file of history that is sent over HTTP. */
  historyMegabytes: number;
  /** Whether webhooks may go to addresses of a private network; otherwise they cannot be used to look around in it. */
  privateWebhooks: boolean;
  demo: boolean;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Signs links and cookies; undefined = a random one kept in the data folder. */
  secret: string | undefined;
  /** Lets a parent process move the clock over IPC: for tests and the story only. */
  controllableClock: boolean;
  /** What a controllable clock shows at the start; undefined = now. */
  clockFrom: Date | undefined;
}

/** A setting that cannot be used; its message is shown to the operator as it is. */
export class ConfigError extends Error {}

type Env = Record<string, string | undefined>;

/** Set and empty is not set: that is what a `NAME=${NAME}` of a container file leaves. */
const text = (env: Env, name: string): string | undefined => env[name] || undefined;

function choice<T extends string>(env: Env, name: string, allowed: readonly T[], fallback: T): T {
  const value = text(env, name);
  if (value === undefined) return fallback;
  const found = allowed.find((option) => option === value);
  if (!found) throw new ConfigError(`${name} is "${value}"; it must be one of ${allowed.join(', ')}.`);
  return found;
}

function url(env: Env, name: string, protocols: readonly string[]): string | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  let parsed: URL | undefined;
  try {
    parsed = new URL(value);
  } catch {
    parsed = undefined;
  }
  if (!parsed || !protocols.includes(parsed.protocol)) {
    throw new ConfigError(`${name} is not a URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')}.`);
  }
  return value;
}

/** Without its parts every message would be refused one by one, hours later. */
function textGateway(env: Env): string | undefined {
  const value = url(env, 'SMS_URL', ['https:', 'http:']);
  if (value === undefined) return undefined;
  const { username, password, searchParams, protocol, hostname } = new URL(value);
  if (!username || !password || !searchParams.get('from'))
    throw new ConfigError(
      'SMS_URL must name account, token and sender: https://SID:TOKEN@api.twilio.com?from=%2B48732000000.',
    );
  if (protocol === 'http:' && hostname !== 'localhost' && hostname !== '127.0.0.1')
    throw new ConfigError('SMS_URL must begin with https://; without it the token would travel readable.');
  return value;
}

function port(env: Env): number {
  const value = text(env, 'PORT') ?? '4000';
  const number = Number(value);
  if (!/^\d{1,5}$/.test(value) || number > 65_535) {
    throw new ConfigError(`PORT is "${value}"; it must be a whole number from 0 to 65535.`);
  }
  return number;
}

function days(env: Env, name: string, least: number, most: number): number | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!/^\d{1,5}$/.test(value) || number < least || number > most)
    throw new ConfigError(`${name} is "${value}"; it must be a whole number of days from ${least} to ${most}.`);
  return number;
}

function megabytes(env: Env, name: string): number | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(value))
    throw new ConfigError(`${name} is "${value}"; it must be a whole number of megabytes from 1 to 999999.`);
  return Number(value);
}

/** Both or neither: without the second, nobody could tell us that a customer paid. */
function stripe(env: Env): Config['stripe'] {
  const secretKey = text(env, 'THROUGHLINE_STRIPE_SECRET_KEY');
  const webhookSecret = text(env, 'THROUGHLINE_STRIPE_WEBHOOK_SECRET');
  const apiBase = url(env, 'THROUGHLINE_STRIPE_API_BASE', ['http:', 'https:']);
  if (!secretKey && !webhookSecret && !apiBase) return undefined;
  // Never the value itself: this line is printed.
  if (!secretKey || !/^[sr]k_(test|live)_\w+$/.test(secretKey))
    throw new ConfigError('THROUGHLINE_STRIPE_SECRET_KEY must be a key that starts with sk_test_, sk_live_ or rk_.');
  if (!webhookSecret?.startsWith('whsec_'))
    throw new ConfigError(
      'THROUGHLINE_STRIPE_WEBHOOK_SECRET must be the secret of the webhook: it starts with whsec_.',
    );
  if (apiBase && secretKey.includes('_live_'))
    throw new ConfigError('THROUGHLINE_STRIPE_API_BASE is for simulators; a live key goes to Stripe alone.');
  return { secretKey, webhookSecret, apiBase: apiBase ?? 'https://api.stripe.com' };
}

function mailWebhookSecret(env: Env): string | undefined {
  const value = text(env, 'THROUGHLINE_MAIL_WEBHOOK_SECRET');
  // Never the value itself: this line is printed.
  if (value !== undefined && value.length < 32)
    throw new ConfigError('THROUGHLINE_MAIL_WEBHOOK_SECRET must have at least 32 characters.');
  return value;
}

/** An IBAN with its check digits (ISO 13616), so that no customer sends money to a typing error. */
function bankAccount(env: Env): string | undefined {
  const value = text(env, 'THROUGHLINE_BANK_ACCOUNT')?.replaceAll(' ', '').toUpperCase();
  if (value === undefined) return undefined;
  const digits = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(value)
    ? [...`${value.slice(4)}${value.slice(0, 4)}`].map((sign) => String(Number.parseInt(sign, 36))).join('')
    : '';
  const isRight = digits !== '' && BigInt(digits) % 97n === 1n;
  if (!isRight) throw new ConfigError('THROUGHLINE_BANK_ACCOUNT is not an IBAN; compare its digits.');
  return value;
}

function clockFrom(env: Env, controllable: boolean): Date | undefined {
  const value = text(env, 'THROUGHLINE_CLOCK_FROM');
  if (value === undefined) return undefined;
  if (!controllable) throw new ConfigError('THROUGHLINE_CLOCK_FROM is only for THROUGHLINE_CLOCK=controllable.');
  const instant = new Date(value);
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) || Number.isNaN(instant.getTime()))
    throw new ConfigError(`THROUGHLINE_CLOCK_FROM is "${value}"; it must be an instant such as 2026-12-21T05:00:00Z.`);
  return instant;
}

export function readConfig(env: Env = process.env): Config {
  const listenPort = port(env);
  // Here empty is a mistake: servers of one database would each make a secret of their own.
  const secret = env.THROUGHLINE_SECRET;
  const controllableClock = choice(env, 'THROUGHLINE_CLOCK', ['real', 'controllable'], 'real') === 'controllable';
  if (secret !== undefined && secret.length < 32)
    throw new ConfigError('THROUGHLINE_SECRET must have at least 32 characters.');
  return {
    role: choice(env, 'THROUGHLINE_ROLE', ['all', 'api', 'worker'], 'all'),
    host: text(env, 'HOST') ?? '127.0.0.1',
    port: listenPort,
    publicUrl: (url(env, 'PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${listenPort}`).replace(/\/$/, ''),
    dataDir: resolve(text(env, 'THROUGHLINE_DATA') ?? '.data'),
    databaseUrl: url(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    clickhouseUrl: url(env, 'CLICKHOUSE_URL', ['http:', 'https:']),
    smtpUrl: url(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    smsUrl: textGateway(env),
    mailFrom: text(env, 'MAIL_FROM') ?? 'Velora <hello@velora.example>',
    mailWebhookSecret: mailWebhookSecret(env),
    stripe: stripe(env),
    bankAccount: bankAccount(env),
    keepDays: {
      inbox: days(env, 'THROUGHLINE_KEEP_INBOX_DAYS', 7, 90) ?? 7,
      deadLetters: days(env, 'THROUGHLINE_KEEP_DEAD_LETTER_DAYS', 1, 365) ?? 30,
      touchpoints: days(env, 'THROUGHLINE_KEEP_TRACKED_DAYS', 90, 36_500),
      mails: days(env, 'THROUGHLINE_KEEP_MAIL_DAYS', 30, 3_650) ?? 730,
      audit: days(env, 'THROUGHLINE_KEEP_AUDIT_DAYS', 365, 3_650) ?? 1_095,
    },
    historyMegabytes: megabytes(env, 'THROUGHLINE_HISTORY_MB') ?? 2_048,
    privateWebhooks: choice(env, 'THROUGHLINE_PRIVATE_WEBHOOKS', ['on', 'off'], 'off') === 'on',
    demo: choice(env, 'THROUGHLINE_DEMO', ['on', 'off'], 'on') === 'on',
    logLevel: choice(env, 'LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
    secret,
    controllableClock,
    clockFrom: clockFrom(env, controllableClock),
  };
}
