/** Query parameters that advertising networks add to a click. That one was there is told, its value never. */
const clickIds = [
  'gclid',
  'gbraid',
  'wbraid',
  'dclid',
  'fbclid',
  'msclkid',
  'ttclid',
  'twclid',
  'li_fat_id',
  'epik',
  'rdt_cid',
  'sccid',
  'yclid',
];
const campaignNames = { source: 'source', medium: 'medium', campaign: 'name', term: 'term', content: 'content' };

/** Page, campaign and click ids of an address, in the shape of Segment's `context`. */
export function readContext(url: string, referrer: string): Record<string, unknown> {
  const address = new URL(url);
  const query = address.searchParams;
  const campaign: Record<string, string> = {};
  for (const [parameter, name] of Object.entries(campaignNames)) {
    const value = query.get(`utm_${parameter}`);
    if (value) campaign[name] = value;
  }
  const clicks = clickIds.filter((name) => query.get(name));
  // Whatever else is in an address may be an e-mail or the token of an order: it stays in the browser.
  for (const name of [...query.keys()]) if (!name.startsWith('utm_')) query.delete(name);
  for (const name of clicks) query.set(name, '1');
  address.hash = '';
  return {
    page: { url: address.href, path: address.pathname, search: address.search, referrer: withoutQuery(referrer) },
    ...(Object.keys(campaign).length > 0 ? { campaign } : {}),
    ...(clicks.length > 0 ? { clickIds: clicks } : {}),
  };
}

/** In a single-page app the referrer is the address before, with all it had. */
function withoutQuery(referrer: string): string {
  try {
    const { origin, pathname } = new URL(referrer);
    return origin + pathname;
  } catch {
    return '';
  }
}
