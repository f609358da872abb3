import type { PageView, SessionEvent } from '../../velora/index.ts';
import type { Directory } from '../directory.ts';

/** A visit as a Segment-compatible tracker would have sent it: a page event a page, and what was done there. */
export function describeVisit(directory: Directory, publicUrl: string, visit: SessionEvent): object[] {
  return visit.pages.flatMap((view, index) => {
    const { path, title } = placeOf(directory, visit, view);
    const arrival = index === 0 ? arrivalOf(visit) : { search: '', referrer: publicUrl };
    const common = {
      anonymousId: visit.anonymousId,
      timestamp: view.at,
      context: {
        locale: visit.language,
        device: { type: visit.device },
        page: { path, url: `${publicUrl}${path}${arrival.search}`, ...arrival },
      },
    };
    const page = { ...common, type: 'page', name: title, messageId: `${visit.id}:${index}:page`, properties: {} };
    return [
      page,
      ...deedsOf(directory, view).map(({ event, properties }, n) => ({
        ...common,
        type: 'track',
        event,
        messageId: `${visit.id}:${index}:${n}`,
        properties,
      })),
    ];
  });
}

function placeOf(directory: Directory, { language }: SessionEvent, view: PageView): { path: string; title: string } {
  const root = `/${language}`;
  switch (view.page) {
    case 'home':
      return { path: root, title: 'Home' };
    case 'product':
      return { path: `${root}/p/${directory.variant(view.sku).slug[language]}`, title: 'Product' };
    case 'category':
      return { path: `${root}/c/${view.category}`, title: 'Category' };
    case 'search':
      return { path: `${root}/search`, title: 'Search' };
    case 'policy':
      return { path: `${root}/${view.policy}`, title: 'Policy' };
    default:
      return { path: `${root}/${view.page.replace('_', '-')}`, title: view.page };
  }
}

function arrivalOf({ source }: SessionEvent): { search: string; referrer: string } {
  const query = new URLSearchParams();
  if (source.utm) {
    query.set('utm_source', source.utm.source);
    query.set('utm_medium', source.utm.medium);
    query.set('utm_campaign', source.utm.campaign);
    if (source.utm.term) query.set('utm_term', source.utm.term);
  }
  if (source.clickId) query.set(source.clickId.name, source.clickId.value);
  const search = query.toString();
  return { search: search === '' ? '' : `?${search}`, referrer: source.referrer ?? '' };
}

/** Names and properties of Segment's e-commerce specification. */
function deedsOf(directory: Directory, view: PageView): { event: string; properties: object }[] {
  if (view.page === 'search') return [{ event: 'Products Searched', properties: { query: view.query } }];
  if (view.page === 'category')
    return [{ event: 'Product List Viewed', properties: { list_id: view.category, category: view.category } }];
  if (view.page !== 'product') return [];
  const card = directory.variant(view.sku);
  const goods = { product_id: card.productId, variant_id: card.id, sku: card.sku };
  return [
    { event: 'Product Viewed', properties: goods },
    ...(view.addedToCart ? [{ event: 'Product Added', properties: { ...goods, quantity: 1 } }] : []),
  ];
}
