import { type Answer, type Api, unwrap } from '@throughline/client';
import type { Language } from '@throughline/ui/words';
import type { AppLoadContext } from 'react-router';
import { type Consent, readConsent } from '../consent/consentCookie.ts';
import { cookieOf, readChosenStore } from '../shared/chosenStore.ts';

export interface MenuEntry {
  code: string;
  name: string;
  slug: string;
  children: { code: string; name: string; slug: string }[];
}

export interface FrameStore {
  id: string;
  code: string;
  name: string;
  city: string;
  zone: string;
  today: Answer<'/api/shop/locations', 'get'>['items'][number]['today'];
}

/** What every page shows around itself, and what pages may need of the shop as a whole. */
export interface Frame {
  shopName: string;
  publicUrl: string;
  defaultLanguage: Language;
  zone: string;
  legal: Answer<'/api/shop/store-info', 'get'>['retailer']['legal'];
  menu: MenuEntry[];
  stores: FrameStore[];
  /** Code of the store the shopper chose; null: none yet, or it is no more. */
  chosenStore: string | null;
  cartPieces: number;
  consent: Consent | null;
  /** The words of the question, `text` empty where it was answered. */
  banner: { version: string; text: string };
  writeKey: string | null;
  demo: boolean;
  mailbox: boolean;
}

export async function readFrame(
  api: Api,
  request: Request,
  language: Language,
  context: AppLoadContext,
): Promise<Frame> {
  const [info, categories, locations, tracking, wordings, cartPieces] = await Promise.all([
    unwrap(api.GET('/api/shop/store-info')),
    unwrap(api.GET('/api/shop/categories')),
    unwrap(api.GET('/api/shop/locations')),
    unwrap(api.GET('/api/shop/tracking')),
    unwrap(api.GET('/api/shop/wordings')),
    countPieces(api, request),
  ]);
  const chosen = readChosenStore(request)?.code;
  const { banner } = wordings;
  const consent = readConsent(request, banner.version);
  return {
    shopName: info.retailer.name || 'Throughline',
    publicUrl: context.publicUrl,
    defaultLanguage: info.retailer.defaultLanguage,
    zone: info.retailer.zone,
    legal: info.retailer.legal,
    menu: menuOf(categories.items, language),
    stores: locations.items.map(({ id, code, name, address, zone, today }) => ({
      id,
      code,
      name,
      city: address.city,
      zone,
      today,
    })),
    chosenStore: locations.items.find(({ code }) => code === chosen)?.code ?? null,
    cartPieces,
    consent,
    // Its words only where they are shown.
    banner: { version: banner.version, text: consent === null ? banner.text[language] : '' },
    writeKey: tracking.writeKey,
    demo: context.demo,
    mailbox: context.mailbox,
  };
}

/** Pieces in the cart. A visitor without a session has none, and asking for it must not give them one. */
async function countPieces(api: Api, request: Request): Promise<number> {
  if (!cookieOf(request, 'tl_shop')) return 0;
  const { data } = await api.GET('/api/shop/cart');
  return data?.lines.reduce((sum, line) => sum + line.quantity, 0) ?? 0;
}

type Categories = Answer<'/api/shop/categories', 'get'>['items'];

function menuOf(categories: Categories, language: Language): MenuEntry[] {
  const entry = ({ code, name, slug }: Categories[number]) => ({ code, name: name[language], slug: slug[language] });
  const selling = categories.filter((category) => category.productCount > 0);
  return selling
    .filter((category) => category.parentId === null)
    .map((root) => ({
      ...entry(root),
      children: selling.filter((category) => category.parentId === root.id).map(entry),
    }));
}
