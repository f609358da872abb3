import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

function refusal(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error('it was accepted');
}

describe('settings', () => {
  test('nothing set is a shop with a demo on this machine, for this machine only', () => {
    expect(readConfig({})).toEqual({
      role: 'all',
      host: '127.0.0.1',
      port: 4000,
      publicUrl: 'http://localhost:4000',
      dataDir: resolve('.data'),
      databaseUrl: undefined,
      clickhouseUrl: undefined,
      smtpUrl: undefined,
      smsUrl: undefined,
      mailFrom: 'Velora <hello@velora.example>',
      mailWebhookSecret: undefined,
      stripe: undefined,
      bankAccount: undefined,
      keepDays: { inbox: 7, deadLetters: 30, touchpoints: undefined, mails: 730, audit: 1_095 },
      historyMegabytes: 2_048,
      privateWebhooks: false,
      demo: true,
      logLevel: 'info',
      secret: undefined,
      controllableClock: false,
      clockFrom: undefined,
    });
  });

  test('set and empty is not set, as an unset variable of a container file leaves it', () => {
    const names = ['PORT', 'HOST', 'PUBLIC_URL', 'THROUGHLINE_DATA', 'THROUGHLINE_ROLE', 'THROUGHLINE_DEMO'];
    const more = [
      'DATABASE_URL',
      'CLICKHOUSE_URL',
      'SMTP_URL',
      'MAIL_FROM',
      'THROUGHLINE_STRIPE_SECRET_KEY',
      'THROUGHLINE_STRIPE_WEBHOOK_SECRET',
      'THROUGHLINE_STRIPE_API_BASE',
      'THROUGHLINE_BANK_ACCOUNT',
      'THROUGHLINE_PRIVATE_WEBHOOKS',
      'LOG_LEVEL',
      'THROUGHLINE_CLOCK',
      'THROUGHLINE_CLOCK_FROM',
    ];
    const empty = Object.fromEntries([...names, ...more].map((name) => [name, '']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  test('all set is taken as it is', () => {
    const secret = 's'.repeat(32);
    expect(
      readConfig({
        PORT: '8080',
        HOST: '0.0.0.0',
        PUBLIC_URL: 'https://shop.example/',
        THROUGHLINE_DATA: '/srv/shop',
        THROUGHLINE_ROLE: 'worker',
        THROUGHLINE_DEMO: 'off',
        THROUGHLINE_SECRET: secret,
        THROUGHLINE_CLOCK: 'controllable',
        THROUGHLINE_CLOCK_FROM: '2026-12-21T05:00:00Z',
        DATABASE_URL: 'postgresql://shop:p%40ss@db:5432/shop?sslmode=require',
        CLICKHOUSE_URL: 'https://shop:pass@clickhouse:8443/shop',
        SMTP_URL: 'smtps://shop:pass@mail:465',
        MAIL_FROM: 'Shop <hello@shop.example>',
        LOG_LEVEL: 'warn',
        THROUGHLINE_STRIPE_SECRET_KEY: 'sk_test_abc',
        THROUGHLINE_STRIPE_WEBHOOK_SECRET: 'whsec_abc',
        THROUGHLINE_BANK_ACCOUNT: 'PL61 1090 1014 0000 0712 1981 2874',
        THROUGHLINE_KEEP_INBOX_DAYS: '14',
        THROUGHLINE_KEEP_DEAD_LETTER_DAYS: '60',
        THROUGHLINE_KEEP_TRACKED_DAYS: '1095',
        THROUGHLINE_KEEP_MAIL_DAYS: '365',
        THROUGHLINE_KEEP_AUDIT_DAYS: '730',
        THROUGHLINE_HISTORY_MB: '500',
        THROUGHLINE_PRIVATE_WEBHOOKS: 'on',
      }),
    ).toEqual({
      role: 'worker',
      host: '0.0.0.0',
      port: 8080,
      publicUrl: 'https://shop.example',
      dataDir: '/srv/shop',
      databaseUrl: 'postgresql://shop:p%40ss@db:5432/shop?sslmode=require',
      clickhouseUrl: 'https://shop:pass@clickhouse:8443/shop',
      smtpUrl: 'smtps://shop:pass@mail:465',
      mailFrom: 'Shop <hello@shop.example>',
      stripe: { secretKey: 'sk_test_abc', webhookSecret: 'whsec_abc', apiBase: 'https://api.stripe.com' },
      bankAccount: 'PL61109010140000071219812874',
      keepDays: { inbox: 14, deadLetters: 60, touchpoints: 1095, mails: 365, audit: 730 },
      historyMegabytes: 500,
      privateWebhooks: true,
      demo: false,
      logLevel: 'warn',
      secret,
      controllableClock: true,
      clockFrom: new Date('2026-12-21T05:00:00Z'),
    });
  });

  test('a gateway of text messages is named whole, and its token does not travel readable', () => {
    const whole = 'https://AC1:token@api.twilio.com?from=%2B48732000000';
    expect(readConfig({ SMS_URL: whole }).smsUrl).toBe(whole);
    for (const part of ['https://api.twilio.com?from=%2B48732000000', 'https://AC1:token@api.twilio.com'])
      expect(refusal({ SMS_URL: part })).toContain('account, token and sender');
    expect(refusal({ SMS_URL: 'http://AC1:token@sms.example?from=Velora' })).toContain('https://');
    expect(readConfig({ SMS_URL: 'http://AC1:token@127.0.0.1:9?from=Velora' }).smsUrl).toBeDefined();
  });

  test('a clock that nobody may move starts now, and one that may starts at an instant', () => {
    expect(refusal({ THROUGHLINE_CLOCK_FROM: '2026-12-21T05:00:00Z' })).toContain('THROUGHLINE_CLOCK=controllable');
    for (const from of ['tomorrow', '2026-12-21', '2026-13-41T05:00:00Z'])
      expect(refusal({ THROUGHLINE_CLOCK: 'controllable', THROUGHLINE_CLOCK_FROM: from })).toContain(from);
  });

  test('how long tracked events are kept is a number of days that does not break what looks back', () => {
    for (const value of ['6', '0', '-1', '7.5', 'week', '91'])
      expect(refusal({ THROUGHLINE_KEEP_INBOX_DAYS: value })).toBe(
        `THROUGHLINE_KEEP_INBOX_DAYS is "${value}"; it must be a whole number of days from 7 to 90.`,
      );
    expect(refusal({ THROUGHLINE_KEEP_TRACKED_DAYS: '30' })).toContain('from 90 to');
  });

  test('the address others reach us at follows the port', () => {
    expect(readConfig({ PORT: '4100' }).publicUrl).toBe('http://localhost:4100');
    expect(readConfig({ PORT: '4100', PUBLIC_URL: 'http://10.0.0.5:80' }).publicUrl).toBe('http://10.0.0.5:80');
  });

  test.each(['-1', '65536', '4000.5', '4e3', '0x50', ' 4000', '4000 ', 'http', '1_000', '٤٠٠٠'])(
    'the port "%s" is refused',
    (value) => {
      expect(refusal({ PORT: value })).toBe(`PORT is "${value}"; it must be a whole number from 0 to 65535.`);
    },
  );

  test('whatever the port says, it is a port or a refusal in one line', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        try {
          const { port } = readConfig({ PORT: value });
          return Number.isInteger(port) && port >= 0 && port <= 65_535;
        } catch (error) {
          return error instanceof ConfigError;
        }
      }),
    );
  });

  test.each([
    ['THROUGHLINE_ROLE', 'boss', 'all, api, worker'],
    ['THROUGHLINE_ROLE', 'API', 'all, api, worker'],
    ['THROUGHLINE_DEMO', 'yes', 'on, off'],
    ['THROUGHLINE_CLOCK', 'fast', 'real, controllable'],
    ['LOG_LEVEL', 'loud', 'fatal, error, warn, info, debug, trace, silent'],
  ])('%s=%s is refused with what it may be', (name, value, allowed) => {
    expect(refusal({ [name]: value })).toBe(`${name} is "${value}"; it must be one of ${allowed}.`);
  });

  test.each([
    ['DATABASE_URL', 'mysql://shop:hush@db/shop', 'postgres:// or postgresql://'],
    ['DATABASE_URL', 'shop:hush@db/shop', 'postgres:// or postgresql://'],
    ['CLICKHOUSE_URL', 'clickhouse://shop:hush@ch:9000', 'http:// or https://'],
    ['SMTP_URL', 'mail.example:hush', 'smtp:// or smtps://'],
    ['PUBLIC_URL', 'shop.example/hush', 'http:// or https://'],
    ['PUBLIC_URL', 'javascript:hush', 'http:// or https://'],
  ])('%s of another kind is refused without repeating it: it may hold a password', (name, value, kinds) => {
    const line = refusal({ [name]: value });
    expect(line).toBe(`${name} is not a URL that starts with ${kinds}.`);
    expect(line).not.toContain('hush');
  });

  test('a secret of less than 32 characters is refused, an empty one too, and never shown', () => {
    for (const secret of ['', 'hush', 'h'.repeat(31)]) {
      expect(refusal({ THROUGHLINE_SECRET: secret })).toBe('THROUGHLINE_SECRET must have at least 32 characters.');
    }
    expect(readConfig({ THROUGHLINE_SECRET: 'h'.repeat(32) }).secret).toBe('h'.repeat(32));
  });

  test.each<[Record<string, string>, string]>([
    [{ THROUGHLINE_STRIPE_SECRET_KEY: 'pk_test_hush', THROUGHLINE_STRIPE_WEBHOOK_SECRET: 'whsec_hush' }, 'SECRET_KEY'],
    [{ THROUGHLINE_STRIPE_SECRET_KEY: 'sk_test_hush' }, 'WEBHOOK_SECRET'],
    [{ THROUGHLINE_STRIPE_WEBHOOK_SECRET: 'whsec_hush' }, 'SECRET_KEY'],
    [
      {
        THROUGHLINE_STRIPE_SECRET_KEY: 'sk_live_hush',
        THROUGHLINE_STRIPE_WEBHOOK_SECRET: 'whsec_hush',
        THROUGHLINE_STRIPE_API_BASE: 'http://127.0.0.1:4242',
      },
      'API_BASE',
    ],
    [{ THROUGHLINE_BANK_ACCOUNT: 'PL61109010140000071219812875' }, 'BANK_ACCOUNT'],
  ])('what cannot take money is refused in one line that shows no secret: %j', (environment, name) => {
    const line = refusal(environment);
    expect(line).toContain(`THROUGHLINE_${name.startsWith('BANK') ? '' : 'STRIPE_'}${name}`);
    expect(line).not.toMatch(/hush|\n/);
  });

  test('every setting is documented, and nothing else is', () => {
    const read = new Set<string>();
    readConfig(
      new Proxy<Record<string, string | undefined>>(
        {},
        {
          get: (_target, name) => {
            read.add(String(name));
            return undefined;
          },
        },
      ),
    );
    const page = readFileSync(join(import.meta.dirname, '../../../docs/reference/settings.md'), 'utf8');
    const documented = [...page.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap((row) =>
      [...(row[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map((name) => name[1]),
    );
    expect([...read].sort()).toEqual(documented.sort());
  });
});
