import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Config } from '../../config.ts';
import type { Ctx } from '../../kernel/context.ts';

export type CustomersConfig = Pick<Config, 'publicUrl' | 'secret'>;

/** HMAC-SHA256 under the server's secret: what is hashed (six digits, an e-mail) could be guessed from a plain hash. */
export function keyedHash(config: CustomersConfig, purpose: string, ...parts: string[]): Buffer {
  if (!config.secret) throw new Error('the sign-in of shoppers needs the secret of this server');
  return createHmac('sha256', config.secret)
    .update(JSON.stringify([purpose, ...parts]))
    .digest();
}

/** 256 random bits for a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** A token of 256 bits cannot be guessed from its plain SHA-256. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Under this name contexts carry the module's configuration (see Ctx.connections), for faces that hash and sign. */
export const customersConnection = 'customers';

export function customersConfigOf(ctx: Pick<Ctx, 'connections'>): CustomersConfig {
  const config = ctx.connections?.get(customersConnection) as CustomersConfig | undefined;
  if (!config) throw new Error('this server was composed without the configuration of customers');
  return config;
}
