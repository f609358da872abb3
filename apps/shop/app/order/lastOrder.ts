import { type Answer, type Api, unwrap } from '@throughline/client';
import type { Language } from '@throughline/ui/words';
import { cookieOf } from '../shared/chosenStore.ts';

export type OrderPageData = Answer<'/api/shop/orders/{id}/page', 'get'>;

const cookieName = 'tl_order';
const days = 30;

/** Remembers the order made last in this browser, so that nobody pays twice or loses it. Scripts cannot read it. */
export const lastOrderCookie = (id: string, token: string, publicUrl: string): string =>
  `${cookieName}=${id}.${token}; Path=/; Max-Age=${days * 86_400}; HttpOnly; SameSite=Lax${publicUrl.startsWith('https:') ? '; Secure' : ''}`;

export const orderHref = (language: Language, id: string, token: string): string =>
  `/${language}/orders/${id}?token=${encodeURIComponent(token)}`;

/** The guest's way to the order made last in this browser. */
export const orderToken = (request: Request): string => (cookieOf(request, cookieName) ?? '').split('.')[1] ?? '';

/** The order made last in this browser, as it is now; undefined where there is none any more. */
export async function readLastOrder(
  api: Api,
  request: Request,
  language: Language,
): Promise<{ href: string; page: OrderPageData } | undefined> {
  const [id, token] = (cookieOf(request, cookieName) ?? '').split('.');
  if (!id || !token) return undefined;
  try {
    const page = await unwrap(api.GET('/api/shop/orders/{id}/page', { params: { path: { id }, query: { token } } }));
    return { href: orderHref(language, id, token), page };
  } catch {
    // A cookie somebody else wrote, or an order of a database that is no more: the page goes on without.
    return undefined;
  }
}
