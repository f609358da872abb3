/** The store a shopper chose, as the browser keeps it: its code, and where it is, so that lists need not ask first. */
export interface ChosenStore {
  code: string;
  /** `lat,lon`, as the API takes it for `near`. */
  near: string;
}

const cookieName = 'tl_store';
const yearSeconds = 365 * 86_400;

/** What the visitor chose before; undefined where nothing was, or something else wrote the cookie. */
export function readChosenStore(request: Request): ChosenStore | undefined {
  const text = cookieOf(request, cookieName);
  const match = /^([A-Z0-9-]{1,24})_(-?\d{1,2}(?:\.\d+)?)_(-?\d{1,3}(?:\.\d+)?)$/.exec(text ?? '');
  return match?.[1] ? { code: match[1], near: `${match[2]},${match[3]}` } : undefined;
}

/** The cookie that keeps a choice for a year, or forgets it. Needed for what was asked for, so no consent is. */
export function storeCookie(store: { code: string; point: { lat: number; lon: number } } | undefined): string {
  const value = store ? `${store.code}_${store.point.lat}_${store.point.lon}` : '';
  return `${cookieName}=${value}; Path=/; Max-Age=${store ? yearSeconds : 0}; SameSite=Lax`;
}

export function cookieOf(request: Request, name: string): string | undefined {
  return (request.headers.get('cookie') ?? '')
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}
