import { formatMoney } from '@throughline/ui/format';
import type { Language } from '../kernel/context.ts';
import type { Money } from '../kernel/money.ts';

/**
 * What a scan at the desk comes to.
 * - ready, held_not_put_aside: it may be handed over now
 * - not_ready: an order that is still being prepared
 * - cart: goods to be sold, nothing waits for them
 */
export const verdicts = [
  'ready',
  'not_ready',
  'held_not_put_aside',
  'expired',
  'already_collected',
  'wrong_location',
  'unknown',
  'cancelled',
  'not_found',
  'cart',
] as const;
export type Verdict = (typeof verdicts)[number];

export interface SaidFacts {
  /** "bay 4" */
  place?: string | null | undefined;
  toPay?: Money | null | undefined;
  /** The right store. */
  locationName?: string | undefined;
  /** When it ended, was collected, or is promised. */
  at?: string | null | undefined;
  zone?: string | undefined;
}

type Sayings = Record<Verdict, (said: { place: string; pay: string; store: string; at: string }) => string>;

const paid: Record<Language, string> = { en: 'It is paid.', pl: 'Zapłacone.', ru: 'Оплачено.' };
const take: Record<Language, (sum: string) => string> = {
  en: (sum) => `To pay: ${sum}.`,
  pl: (sum) => `Do zapłaty: ${sum}.`,
  ru: (sum) => `К оплате: ${sum}.`,
};

const sayings: Record<Language, Sayings> = {
  en: {
    ready: ({ place, pay }) => `Ready${place && `: ${place}`}. ${pay}`,
    not_ready: ({ at }) => `This order is still being prepared${at && `; promised for ${at}`}.`,
    held_not_put_aside: ({ pay }) => `Held for this customer but not put aside yet: fetch it from the shelf. ${pay}`,
    expired: ({ at }) => `The hold ended${at && ` ${at}`}. What is free can be sold at today’s price.`,
    already_collected: ({ at }) => `It was handed over${at && ` ${at}`}.`,
    wrong_location: ({ store }) => `The goods wait in ${store}, not here.`,
    unknown: () => 'Nothing is known under this code. Check it and type it again.',
    cancelled: () => 'This was cancelled; nothing waits here.',
    not_found: () => 'The goods were not found in the store. Offer another store or delivery.',
    cart: () => 'A cart to go on with: nothing is held for it beyond what is shown.',
  },
  pl: {
    ready: ({ place, pay }) => `Gotowe${place && `: ${place}`}. ${pay}`,
    not_ready: ({ at }) => `To zamówienie jest jeszcze przygotowywane${at && `; obiecane na ${at}`}.`,
    held_not_put_aside: ({ pay }) => `Zarezerwowane, ale jeszcze nieodłożone: weź z półki. ${pay}`,
    expired: ({ at }) => `Rezerwacja wygasła${at && ` ${at}`}. To, co jest wolne, można sprzedać w dzisiejszej cenie.`,
    already_collected: ({ at }) => `Już wydane${at && ` ${at}`}.`,
    wrong_location: ({ store }) => `Towar czeka w innym salonie: ${store}.`,
    unknown: () => 'Nic nie znaleziono pod tym kodem. Sprawdź go i wpisz jeszcze raz.',
    cancelled: () => 'Anulowane; nic tu nie czeka.',
    not_found: () => 'Towaru nie znaleziono w salonie. Zaproponuj inny salon albo dostawę.',
    cart: () => 'Koszyk do dokończenia: zarezerwowane jest tylko to, co widać.',
  },
  ru: {
    ready: ({ place, pay }) => `Готово${place && `: ${place}`}. ${pay}`,
    not_ready: ({ at }) => `Заказ ещё собирают${at && `; обещан к ${at}`}.`,
    held_not_put_aside: ({ pay }) => `Отложено за покупателем, но ещё не убрано: возьмите с витрины. ${pay}`,
    expired: ({ at }) => `Бронь закончилась${at && ` ${at}`}. Свободный товар можно продать по сегодняшней цене.`,
    already_collected: ({ at }) => `Уже выдано${at && ` ${at}`}.`,
    wrong_location: ({ store }) => `Товар ждёт в другом салоне: ${store}.`,
    unknown: () => 'По этому коду ничего нет. Проверьте его и введите ещё раз.',
    cancelled: () => 'Отменено; здесь ничего не ждёт.',
    not_found: () => 'Товар в салоне не нашли. Предложите другой салон или доставку.',
    cart: () => 'Корзина, которую можно оформить: отложено только то, что показано.',
  },
};

const locales: Record<Language, string> = { en: 'en-GB', pl: 'pl-PL', ru: 'ru-RU' };

/** One sentence for the person at the desk, in their language, times as the store's clock shows them. */
export function sayVerdict(verdict: Verdict, facts: SaidFacts, language: Language): string {
  return sayings[language]
    [verdict]({
      place: facts.place ?? '',
      pay: facts.toPay ? payment(facts.toPay, language) : '',
      store: facts.locationName ?? '',
      at: facts.at ? moment(facts.at, facts.zone, language) : '',
    })
    .trim();
}

function payment(toPay: Money, language: Language): string {
  if (toPay.amount <= 0) return paid[language];
  return take[language](formatMoney(toPay, language));
}

const moment = (at: string, zone: string | undefined, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...(zone ? { timeZone: zone } : {}),
  }).format(new Date(at));
