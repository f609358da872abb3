import { addMinutes } from '../calendar.ts';
import { type CatalogueEntry, findEntry } from '../products.ts';
import { type SeededRandom, seededRandom } from '../seeded-random.ts';
import type { Language } from '../types.ts';
import type { PageView, SessionEvent, Source } from './events.ts';
import { pickEntry } from './pick-goods.ts';

/** A version 4 UUID drawn from the seed. */
export function seededUuid(seed: string): string {
  const hex = seededRandom(`uuid:${seed}`).text(32, '0123456789abcdef');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const queries: Readonly<Record<Language, readonly string[]>> = {
  pl: [
    'zielona sofa aksamit',
    'narożnik',
    'kanapa',
    'lampa stołowa',
    'stół rozkładany',
    'dywan 160x230',
    'krzesla welurowe',
    'łóżko 160x200',
    'pufa',
    'zasłony zaciemniające',
    'fotel uszak',
    'biurko regulowane',
    'godziny otwarcia kraków',
  ],
  en: ['green velvet sofa', 'corner sofa', 'dining table oak', 'reading lamp', 'rug 160x230', 'returns'],
  ru: ['зелёный диван', 'угловой диван', 'кровать 160x200', 'настольная лампа', 'кресло велюр', 'доставка'],
};

/** Where a visit comes from; retargeting brings people back to what they saw. */
export function makeSource(random: SeededRandom, kind: Source['kind'], language: Language): Source {
  const none = { referrer: null, utm: null, clickId: null };
  switch (kind) {
    case 'organic':
      return { kind, ...none, referrer: random.chance(0.93) ? 'https://www.google.com/' : 'https://duckduckgo.com/' };
    case 'paid_search':
      return {
        kind,
        referrer: 'https://www.google.com/',
        utm: {
          source: 'google',
          medium: 'cpc',
          campaign: random.pick(['brand', 'sofas-search', 'lamps-search', 'shopping-all']),
          term: random.pick(queries[language]),
        },
        clickId: { name: 'gclid', value: `Cj0KCQ${random.text(58)}` },
      };
    case 'paid_social':
      return {
        kind,
        referrer: random.chance(0.5) ? 'https://l.facebook.com/' : 'https://l.instagram.com/',
        utm: {
          source: random.chance(0.6) ? 'facebook' : 'instagram',
          medium: 'paid_social',
          campaign: random.pick(['velvet-retargeting', 'autumn-living', 'velvet-retargeting']),
        },
        clickId: { name: 'fbclid', value: `IwAR${random.text(52)}` },
      };
    case 'email':
      return {
        kind,
        referrer: null,
        utm: {
          source: 'newsletter',
          medium: 'email',
          campaign: random.pick(['ideas-for-autumn', 'velvet-weeks', 'new-lamps']),
        },
        clickId: null,
      };
    case 'social':
      return {
        kind,
        ...none,
        referrer: random.pick(['https://www.pinterest.com/', 'https://www.instagram.com/', 'https://www.tiktok.com/']),
      };
    case 'referral':
      return {
        kind,
        ...none,
        referrer: random.pick([
          'https://wnetrza-blog.example/salon-z-aksamitem',
          'https://mieszkaj.example/10-sof-do-malego-salonu',
        ]),
      };
    default:
      return { kind: 'direct', ...none };
  }
}

export const sourceKinds: Readonly<Record<Source['kind'], number>> = {
  direct: 20,
  organic: 31,
  paid_search: 17,
  paid_social: 14,
  email: 8,
  social: 6,
  referral: 4,
};

export interface SessionPlan {
  readonly id: string;
  readonly at: string;
  readonly shopper: string | null;
  readonly anonymousId: string;
  readonly device: SessionEvent['device'];
  readonly language: Language;
  readonly consent: boolean;
  readonly identified: boolean;
  readonly source: Source['kind'];
  /** What they look for; other pages lie around it. */
  readonly skus: readonly string[];
  readonly outcome: 'looked' | 'cart' | 'ordered' | 'reserved';
}

/** A session with its pages, seconds to minutes apart. */
export function makeSession(random: SeededRandom, plan: SessionPlan): SessionEvent {
  let at = plan.at;
  const pages: PageView[] = [];
  const next = (low = 0.3, high = 3): string => {
    if (pages.length === 0) return at;
    at = addMinutes(at, low + random.next() * (high - low));
    return at;
  };
  const view = (entry: CatalogueEntry, addedToCart: boolean): void => {
    pages.push({ at: next(), page: 'product', sku: entry.variant.sku, addedToCart });
  };
  const source = makeSource(random, plan.source, plan.language);
  const first = plan.skus[0] === undefined ? pickEntry(random) : findEntry(plan.skus[0]);
  const landsOnProduct = plan.source === 'paid_social' || plan.source === 'paid_search' || random.chance(0.35);
  if (!landsOnProduct) {
    pages.push({ at, page: 'home' });
    if (random.chance(0.4)) pages.push({ at: next(), page: 'search', query: random.pick(queries[plan.language]) });
    else pages.push({ at: next(), page: 'category', category: first.product.category });
  }
  const buys = plan.outcome !== 'looked';
  const [leading = first.variant.sku, ...others] = plan.skus;
  view(findEntry(leading), buys && plan.outcome !== 'reserved');
  for (const sku of others) view(findEntry(sku), buys);
  const wandering = random.between(0, buys ? 2 : 4);
  for (let i = 0; i < wandering; i += 1) view(pickEntry(random), false);
  if (random.chance(0.12)) pages.push({ at: next(), page: 'policy', policy: random.pick(['delivery', 'returns']) });
  if (plan.outcome === 'reserved' || random.chance(0.07)) pages.push({ at: next(), page: 'stores' });
  if (plan.outcome === 'cart' || plan.outcome === 'ordered') pages.push({ at: next(), page: 'cart' });
  if (plan.outcome === 'ordered') {
    pages.push({ at: next(), page: 'checkout' });
    pages.push({ at: next(1, 4), page: 'order_placed' });
  }
  return {
    kind: 'session',
    id: plan.id,
    at: plan.at,
    shopper: plan.shopper,
    anonymousId: plan.anonymousId,
    device: plan.device,
    language: plan.language,
    consent: plan.consent,
    identified: plan.identified,
    source,
    pages,
  };
}
