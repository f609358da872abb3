import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../kernel/errors.ts';
import type { Migration } from '../kernel/migrate.ts';

/** The table of rate-limiter-flexible: limits are held in the database, so that they hold over all servers. */
export const rateLimitMigration: Migration = {
  id: '20261121T2201_kernel_rate_limit',
  sql: 'create table kernel.rate_limit (key varchar(255) primary key, points integer not null default 0, expire bigint)',
};

export type RateLimit = (route: string, caller: string, perMinute: number) => Promise<void>;

export function createRateLimit(pool: pg.Pool): RateLimit {
  const limiters = new Map<number, RateLimiterPostgres>();
  return async (route, caller, perMinute) => {
    let limiter = limiters.get(perMinute);
    if (!limiter) {
      limiter = new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        schemaName: 'kernel',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        points: perMinute,
        duration: 60,
        keyPrefix: 'm',
      });
      limiters.set(perMinute, limiter);
    }
    try {
      await limiter.consume(`${route}:${caller}`);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const retryAfterSeconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw new AppError('rate_limited', {
        detail: `Nothing was done. Wait ${retryAfterSeconds} s, then send it again.`,
        retryAfterSeconds,
      });
    }
  };
}
