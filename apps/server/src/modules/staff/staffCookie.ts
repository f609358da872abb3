import { createHmac, timingSafeEqual } from 'node:crypto';
import { deviceCookie, type StaffConfig, sessionDays, staffCookie } from './auth.ts';

function signature(token: string, config: StaffConfig): string {
  if (!config.secret) throw new Error('the staff sign-in needs the secret that signs its cookies');
  return createHmac('sha256', config.secret).update(token).digest('base64');
}

/** The session token of a `tl_staff` cookie, if its signature is ours. The form is better-auth's: `token.base64(HMAC-SHA256)`. */
export function tokenOfCookie(value: string | undefined, config: StaffConfig): string | undefined {
  const dot = value?.lastIndexOf('.') ?? -1;
  if (!value || dot < 1) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1));
  const right = Buffer.from(signature(token, config));
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined;
}

/** The set-cookie header that carries a session, or with `undefined` ends it in this browser. */
export function staffSetCookie(token: string | undefined, config: StaffConfig): string {
  const value = token === undefined ? '' : encodeURIComponent(`${token}.${signature(token, config)}`);
  const seconds = token === undefined ? 0 : sessionDays * 86_400;
  const secure = config.publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${staffCookie}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** 400 days: the longest a browser keeps a cookie (RFC 6265bis §5.5). It is set anew whenever somebody switches. */
const deviceDays = 400;

/** The set-cookie header that makes this browser the store's device, or with `undefined` no longer. */
export function deviceSetCookie(token: string | undefined, config: StaffConfig): string {
  const seconds = token === undefined ? 0 : deviceDays * 86_400;
  const secure = config.publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${deviceCookie}=${token ?? ''}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}
