import { isId } from '../cart/readWay.ts';
import { cookieOf } from './chosenStore.ts';

const cookieName = 'tl_delivery';

/** The way of delivery a visitor chose, by its id. Where a postcode has no such way, the usual one counts. */
export function rememberedMethod(request: Request): string | undefined {
  const id = cookieOf(request, cookieName);
  return isId(id) ? id : undefined;
}

export const methodCookie = (id: string): string => `${cookieName}=${id}; Path=/; Max-Age=${30 * 86_400}; SameSite=Lax`;
