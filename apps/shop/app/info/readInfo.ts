import { type Answer, type Api, unwrap } from '@throughline/client';
import type { Language } from '@throughline/ui/words';
import type { InfoPage } from '../shared/addresses.ts';
import { sectionsOf } from '../shared/sections.ts';
import { accessibility } from './content/accessibility.ts';
import { cookies } from './content/cookies.ts';
import { guarantee } from './content/guarantee.ts';
import { fillIn, type InfoSection, type InfoText, type RetailerFacts } from './content/infoText.ts';
import { withdraw } from './content/withdraw.ts';

/** Pages the law words alike for everybody; the retailer's own policies come from the settings. */
const own: Partial<Record<InfoPage, InfoText>> = { withdraw, guarantee, accessibility, cookies };
const policyOf: Partial<Record<InfoPage, string>> = {
  delivery: 'delivery',
  returns: 'returns',
  contact: 'contact',
  privacy: 'privacy',
  terms: 'terms',
};

export interface InfoData {
  page: InfoPage;
  /** null: named by the page's words. */
  title: string | null;
  sections: InfoSection[];
  facts: RetailerFacts;
  zones: Answer<'/api/shop/delivery-zones', 'get'>['zones'];
  chat: Answer<'/api/shop/chat/status', 'get'> | null;
}

export async function readInfo(api: Api, page: InfoPage, language: Language): Promise<InfoData> {
  const [info, zones, chat] = await Promise.all([
    unwrap(api.GET('/api/shop/store-info')),
    page === 'delivery' ? unwrap(api.GET('/api/shop/delivery-zones')) : { zones: [] },
    page === 'contact' ? unwrap(api.GET('/api/shop/chat/status')) : null,
  ]);
  const { name, legal } = info.retailer;
  const facts = {
    company: legal.companyName,
    address: legal.address,
    email: legal.email,
    phone: legal.phone,
    shop: name,
  };
  const text = own[page];
  const policy = info.policies.find((one) => one.kind === policyOf[page])?.text[language] ?? '';
  return {
    page,
    title: text?.title[language] ?? null,
    sections: text
      ? fillIn(text, language, facts)
      : sectionsOf(policy).map(({ heading, paragraphs }) => ({ heading: heading ?? '', paragraphs })),
    facts,
    zones: zones.zones,
    chat,
  };
}
