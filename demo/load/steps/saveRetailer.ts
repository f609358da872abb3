import { Refusal } from '../../../apps/server/src/kernel/result.ts';
import type { LocalizedText } from '../../../apps/server/src/kernel/schemas.ts';
import { getServiceHours, saveServiceHours } from '../../../apps/server/src/modules/conversations/index.ts';
import {
  type DeliveryZoneInput,
  type PolicyKind,
  saveDeliveryZones,
  saveLimits,
  saveMarket,
  savePolicy,
  updateRetailer,
} from '../../../apps/server/src/modules/settings/index.ts';
import type { Policy } from '../../velora/content.ts';
import { deliveryRates, policies, retailer, zoneOfPostcode } from '../../velora/index.ts';
import type { languages } from '../../velora/types.ts';
import { at } from '../inThePast.ts';
import { CURRENCY, type Loading, MARKET } from '../loading.ts';

const { address } = retailer;

/** Who sells, where, by which rules. All of it may be written again. */
export async function saveRetailer({ ctx, today, opened, tell }: Loading): Promise<void> {
  const then = at(ctx, opened);
  await updateRetailer(then, {
    name: retailer.brand,
    zone: today.zone,
    defaultMarket: MARKET,
    defaultLanguage: 'pl',
    legal: {
      companyName: retailer.legalName,
      address: `${address.street}, ${address.postcode} ${address.city}`,
      taxId: retailer.taxNumber,
      registration: `${retailer.courtNumber}, ${retailer.registryNumber}`,
      email: retailer.email,
      phone: retailer.phone,
    },
  });
  await saveMarket(then, {
    code: MARKET,
    country: 'PL',
    currency: CURRENCY,
    languages: ['pl', 'en', 'ru'],
    active: true,
  });
  await saveDeliveryZones(then, { market: MARKET, zones: zones() });
  const texts = policyTexts();
  for (const [index, [kind, text]] of texts.entries()) {
    await savePolicy(then, { kind, text });
    tell(index + 1, texts.length);
  }
  await saveLimits(then, {
    discount: { agent: 500, associate: 500, manager: 1500, admin: 3000 },
    // As the policies say: until closing for who reserves alone, two opening days with an adviser, a week for what is paid.
    hold: { reserve_and_try: { shopper: 0, agent: 2 }, pickup: { shopper: 6 } },
  });
  const { version } = await getServiceHours(then);
  const weekday: [string, string][] = [['08:00', '20:00']];
  const saved = await saveServiceHours(then, {
    hours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: [['09:00', '17:00']], sun: [] },
    exceptions: [],
    expectedAnswerMinutes: 5,
    version,
  });
  if (saved instanceof Refusal) throw new Error(`the chat's hours were refused: ${saved.reason}`);
}

/** A method has one rate for all goods, so it is that of furniture, which is what this shop sells. */
function zones(): DeliveryZoneInput[] {
  const prefixes = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'));
  return (['city', 'poland'] as const).map((code) => {
    const rates = deliveryRates.filter((row) => row.zone === code && row.size === 'furniture');
    if (rates.length === 0) throw new Error(`no rate for ${code}`);
    return {
      name:
        code === 'city'
          ? { en: 'Near our stores', pl: 'Blisko naszych sklepów', ru: 'Рядом с нашими магазинами' }
          : { en: 'Poland', pl: 'Polska', ru: 'Польша' },
      postcodePrefixes: code === 'city' ? prefixes.filter((prefix) => zoneOfPostcode(`${prefix}-000`) === 'city') : [],
      methods: rates.map((rate) => ({
        name: rate.name,
        rate: { amount: rate.priceMinor, currency: CURRENCY },
        freeFrom: rate.freeFromMinor === null ? null : { amount: rate.freeFromMinor, currency: CURRENCY },
        daysMin: rate.minDays,
        daysMax: rate.maxDays,
        cutOff: rate.cutOff ?? null,
      })),
    };
  });
}

/** Pages of the demo by the kind of policy they are part of. The shop's own pages say what has no kind: accessibility. */
const kindOf: Readonly<Record<string, PolicyKind>> = {
  delivery: 'delivery',
  returns: 'returns',
  withdrawal: 'returns',
  contact: 'contact',
  terms: 'terms',
  privacy: 'privacy',
};

function policyTexts(): [PolicyKind, LocalizedText][] {
  const texts = new Map<PolicyKind, LocalizedText>();
  for (const page of policies) {
    const kind = kindOf[page.code];
    if (!kind) continue;
    const before = texts.get(kind);
    texts.set(kind, joined(before ? [before, textOf(page)] : [textOf(page)]));
  }
  return [...texts];
}

const inEach = (make: (language: (typeof languages)[number]) => string): LocalizedText => ({
  en: make('en'),
  pl: make('pl'),
  ru: make('ru'),
});

const joined = (texts: readonly LocalizedText[]) =>
  inEach((language) => texts.map((text) => text[language]).join('\n\n'));

const textOf = (page: Policy): LocalizedText =>
  joined(page.sections.flatMap((section) => [section.heading, ...section.paragraphs]));
