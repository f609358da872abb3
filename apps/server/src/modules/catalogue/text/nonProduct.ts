import { addPhrase, emptyPhrases, longestPhrase, type PhraseNode } from './phrases.ts';
import { languagesOf } from './readings.ts';
import { stem } from './stem.ts';
import { contentWords, wordsWithoutStopwords } from './synonyms.ts';
import { tokenise } from './tokenise.ts';
import { LANGUAGES, type Language } from './types.ts';

/** What people type into the search box that is not a product. */
export type NonProductIntent =
  | 'returns'
  | 'delivery'
  | 'opening_hours'
  | 'contact'
  | 'stores'
  | 'payment'
  | 'order_status'
  | 'warranty';

export type NonProductMatch = {
  readonly intent: NonProductIntent;
  /** True if the query says nothing else: answer with the page. Else show the page beside the products. */
  readonly exclusive: boolean;
};

const PHRASES: Readonly<Record<NonProductIntent, Readonly<Record<Language, string>>>> = {
  returns: {
    en: 'return, returns, return policy, returns policy, refund, refunds, exchange, send back, withdraw from contract, withdrawal, money back, cancel order, cancel my order',
    pl: 'zwrot, zwroty, zwrócić, zwrot towaru, zwrot pieniędzy, wymiana, wymienić, odstąpienie, odstąpienie od umowy, odstąpić od umowy, polityka zwrotów, anulować zamówienie, anulowanie zamówienia',
    ru: 'возврат, вернуть, вернуть товар, возврат товара, обмен, обменять, вернуть деньги, отказ от договора, отменить заказ, отмена заказа',
  },
  delivery: {
    en: 'delivery, shipping, delivery cost, delivery time, shipping cost, delivery charges, home delivery, free delivery, click and collect, pick up in store',
    pl: 'dostawa, wysyłka, koszt dostawy, czas dostawy, transport, darmowa dostawa, odbiór osobisty, odbiór w sklepie, wniesienie, przesyłka, kurier',
    ru: 'доставка, стоимость доставки, сроки доставки, бесплатная доставка, самовывоз, подъём на этаж, отправка, курьер',
  },
  opening_hours: {
    en: 'opening hours, opening times, opening time, store hours, business hours, hours, open today, open sunday, open on sunday, when open, closing time, trading hours',
    pl: 'godziny otwarcia, godziny pracy, czynne, otwarte dziś, otwarte dzisiaj, otwarte w niedzielę, niedziela handlowa, do której czynne, kiedy otwarte, godziny',
    ru: 'часы работы, режим работы, время работы, график работы, работаете, открыто сегодня, когда открыто, до скольки работает',
  },
  contact: {
    en: 'contact, contact us, customer service, customer support, phone number, telephone, helpline, help, chat, email address, call us, complaint, complaints',
    pl: 'kontakt, obsługa klienta, biuro obsługi klienta, numer telefonu, telefon, infolinia, pomoc, czat, adres email, skarga',
    ru: 'контакты, контакт, служба поддержки, поддержка, номер телефона, телефон, горячая линия, помощь, чат, связаться, обратная связь, жалоба',
  },
  stores: {
    en: 'store locator, stores, store near me, shop near me, find store, nearest store, showroom, showrooms, store locations, directions',
    pl: 'sklepy, salony sprzedaży, lokalizacje sklepów, najbliższy sklep, sklep stacjonarny, sklepy stacjonarne, dojazd, showroom, adresy sklepów',
    ru: 'магазины, адреса магазинов, ближайший магазин, шоурум, салоны, как добраться, проезд, пункты выдачи',
  },
  payment: {
    en: 'payment, payment methods, pay, instalments, installments, finance, pay later, gift card, gift voucher, invoice',
    pl: 'płatność, płatności, metody płatności, raty, na raty, kredyt, karta podarunkowa, bon podarunkowy, faktura, blik, zapłacić',
    ru: 'оплата, способы оплаты, рассрочка, в рассрочку, кредит, подарочная карта, подарочный сертификат, счёт фактура, оплатить',
  },
  order_status: {
    en: 'order status, track order, track my order, order tracking, where is my order, tracking, my order, my orders, parcel tracking, track parcel',
    pl: 'status zamówienia, śledzenie zamówienia, śledzenie przesyłki, gdzie jest moje zamówienie, moje zamówienie, moje zamówienia, gdzie jest paczka, zamówienie, gdzie zamówienie',
    ru: 'статус заказа, отследить заказ, отслеживание, где мой заказ, мой заказ, мои заказы, где посылка, заказ, где заказ',
  },
  warranty: {
    en: 'warranty, guarantee, claim, spare parts, assembly instructions, assembly manual, repair, assembly service, faulty, damaged',
    pl: 'gwarancja, reklamacja, rękojmia, reklamować, części zamienne, instrukcja montażu, montaż, naprawa, uszkodzony, serwis',
    ru: 'гарантия, рекламация, запчасти, запасные части, инструкция по сборке, сборка, ремонт, брак, повреждён, инструкция сборки',
  },
};

/** Words that go with a question and say nothing of a product. */
const FILLERS: Readonly<Record<Language, string>> = {
  en: 'how, what, when, where, do, does, can, i, you, me, want, please, long, much, cost, costs, item, order, product, goods, policy, information, info, page, need, get, make, are, item, items, near, day, days, store, shop, today, sunday, saturday, your, free, number',
  pl: 'jak, kiedy, gdzie, ile, czy, można, mogę, chcę, proszę, koszt, kosztuje, towar, towaru, zamówienie, zamówienia, produkt, produktu, informacja, informacje, potrzebuję, trwa, sklep, sklepu, dziś, dzisiaj, niedziela, sobota, dni, darmowy, numer',
  ru: 'как, когда, где, сколько, можно, могу, хочу, пожалуйста, стоимость, стоит, товар, товара, заказ, заказа, информация, нужно, магазин, магазина, сегодня, воскресенье, суббота, дней, бесплатно, номер, ли, вы',
};

type Rules = { readonly intents: PhraseNode<NonProductIntent>; readonly fillers: ReadonlySet<string> };

function buildRules(language: Language): Rules {
  const stemsOf = (phrase: string): string[] => contentWords(phrase, language).map((word) => stem(word, language));
  const intents = emptyPhrases<NonProductIntent>();
  for (const [intent, phrases] of Object.entries(PHRASES) as Array<[NonProductIntent, Record<Language, string>]>) {
    for (const phrase of phrases[language].split(',')) addPhrase(intents, stemsOf(phrase), intent);
  }
  return { intents, fillers: new Set(FILLERS[language].split(',').flatMap(stemsOf)) };
}

const RULES: Readonly<Record<Language, Rules>> = { en: buildRules('en'), pl: buildRules('pl'), ru: buildRules('ru') };

type Tokens = ReturnType<typeof tokenise>;

function detectIn(tokens: Tokens, language: Language): (NonProductMatch & { length: number }) | null {
  const stems = wordsWithoutStopwords(tokens, language).map((word) => stem(word, language));
  const { intents, fillers } = RULES[language];
  let best: { intent: NonProductIntent; length: number } | null = null;
  const covered = new Set<number>();
  for (let start = 0; start < stems.length; start++) {
    const match = longestPhrase(intents, (place) => stems[place], start);
    const intent = match?.values[0];
    if (match === null || intent === undefined) continue;
    for (let place = start; place < start + match.length; place++) covered.add(place);
    if (best === null || match.length > best.length) best = { intent, length: match.length };
  }
  if (best === null) return null;
  const exclusive = stems.every((word, place) => covered.has(place) || fillers.has(word));
  return { ...best, exclusive };
}

/**
 * The service page a query asks for, or null. The longest phrase decides ("where is my order" over "order"); between
 * languages one that explains the whole query wins.
 *
 * @example detectNonProduct('godziny otwarcia') // { intent: 'opening_hours', exclusive: true }
 * @example detectNonProduct('zwrot sofy') // { intent: 'returns', exclusive: false }
 */
export function detectNonProduct(query: string): NonProductMatch | null {
  const tokens = tokenise(query);
  const spoken = new Set(tokens.flatMap((token) => languagesOf(token.folded, undefined)));
  const found = LANGUAGES.filter((language) => spoken.has(language))
    .map((language) => detectIn(tokens, language))
    .filter((match) => match !== null)
    .sort((a, b) => Number(b.exclusive) - Number(a.exclusive) || b.length - a.length);
  const [first] = found;
  return first === undefined ? null : { intent: first.intent, exclusive: first.exclusive };
}
