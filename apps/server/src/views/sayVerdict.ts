import { formatMoney } from '@throughline/ui/format';
import type { Language } from '../kernel/context.ts';
import type { Money } from '../kernel/money.ts';

/**
 * What a scan at the desk comes to.
 * - ready, held_not_put_aside, partly_ready: it may be handed over now, or a part of it
 * - on_its_way: another store sends it here, to be collected
 * - being_handed_over: a colleague has just said that they stand with it
 * - not_ready: an order that is still being prepared
 * - unpaid: an order that waits for its money before anybody fetches it
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
  'refunded',
  'unpaid',
  'partly_ready',
  'being_handed_over',
  'on_its_way',
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
  /** How far that is. */
  distanceKm?: number | undefined;
  /** Pieces in the picker's hand or in the bay, of how many. */
  there?: { n: number; of: number } | undefined;
  /** A colleague's name. */
  by?: string | undefined;
  /** Who came for it. */
  collectedBy?: string | null | undefined;
  /** Free here now, of what ended. */
  free?: number | undefined;
  refund?: Money | undefined;
  /** It has left the other store. */
  isSent?: boolean | undefined;
  /** When it ended, was collected, or is promised. */
  at?: string | null | undefined;
  zone?: string | undefined;
}

interface Said {
  place: string;
  pay: string;
  store: string;
  at: string;
  far: string;
  there: { n: number; of: number } | undefined;
  by: string;
  collectedBy: string;
  free: number | undefined;
  refund: string;
  isSent: boolean;
}
type Sayings = Record<Verdict, (said: Said) => string>;

const paid: Record<Language, string> = { en: 'It is paid.', pl: 'Zapłacone.', ru: 'Оплачено.' };
const take: Record<Language, (sum: string) => string> = {
  en: (sum) => `To pay: ${sum}.`,
  pl: (sum) => `Do zapłaty: ${sum}.`,
  ru: (sum) => `К оплате: ${sum}.`,
};

const sayings: Record<Language, Sayings> = {
  en: {
    ready: ({ place, pay }) => `Ready${place && `: ${place}`}. ${pay}`,
    not_ready: ({ at, there }) =>
      `This order is still being prepared${there ? `: ${there.n} of ${there.of} picked` : ''}${at && `; promised for ${at}`}.`,
    unpaid: ({ pay, at }) => `Not paid yet. ${pay}${at && ` Kept until ${at}.`}`,
    partly_ready: ({ there, place, pay }) =>
      `${there?.n ?? 0} of ${there?.of ?? 0} pieces are here${place && `: ${place}`}. Hand these over, or wait for the rest. ${pay}`,
    being_handed_over: ({ by, at }) => `${by || 'A colleague'} has been handing this over since ${at}.`,
    on_its_way: ({ store, isSent }) =>
      isSent
        ? `On its way here from ${store}. Is it in the delivery?`
        : `${store} will send it here; it has not left yet.`,
    refunded: ({ refund, at }) =>
      `This was cancelled${at && ` ${at}`} and ${refund} was given back; nothing waits here.`,
    held_not_put_aside: ({ pay }) => `Held for this customer but not put aside yet: fetch it from the shelf. ${pay}`,
    expired: ({ at, free }) =>
      `The hold ended${at && ` ${at}`}. ${free === undefined ? 'What is free can be sold at today’s price.' : free > 0 ? `${free} free here: hold it again or sell it at today’s price.` : 'Nothing of it is free here now.'}`,
    already_collected: ({ at, by, collectedBy }) =>
      `It was handed over${at && ` ${at}`}${by && ` by ${by}`}${collectedBy && ` to ${collectedBy}`}.`,
    wrong_location: ({ store, far }) => `The goods wait in ${store}${far && `, ${far} from here`}, not here.`,
    unknown: () => 'Nothing is known under this code. Check it and type it again.',
    cancelled: () => 'This was cancelled; nothing waits here.',
    not_found: () => 'The goods were not found in the store. Offer another store or delivery.',
    cart: () => 'A cart to go on with: nothing is held for it beyond what is shown.',
  },
  pl: {
    ready: ({ place, pay }) => `Gotowe${place && `: ${place}`}. ${pay}`,
    not_ready: ({ at, there }) =>
      `To zamówienie jest jeszcze przygotowywane${there ? `: zebrano ${there.n} z ${there.of}` : ''}${at && `; obiecane na ${at}`}.`,
    unpaid: ({ pay, at }) => `Jeszcze nieopłacone. ${pay}${at && ` Czeka do ${at}.`}`,
    partly_ready: ({ there, place, pay }) =>
      `Na miejscu: ${there?.n ?? 0} z ${there?.of ?? 0} sztuk${place && ` (${place})`}. Wydaj je albo poczekajcie na resztę. ${pay}`,
    being_handed_over: ({ by, at }) => `Wydaje to już ${by || 'ktoś inny'}, od ${at}.`,
    on_its_way: ({ store, isSent }) =>
      isSent
        ? `W drodze do nas z: ${store}. Czy jest w dostawie?`
        : `${store} dopiero to wyśle; jeszcze nie wyjechało.`,
    refunded: ({ refund, at }) => `Anulowane${at && ` ${at}`}, zwrócono ${refund}; nic tu nie czeka.`,
    held_not_put_aside: ({ pay }) => `Zarezerwowane, ale jeszcze nieodłożone: weź z półki. ${pay}`,
    expired: ({ at, free }) =>
      `Rezerwacja wygasła${at && ` ${at}`}. ${free === undefined ? 'To, co jest wolne, można sprzedać w dzisiejszej cenie.' : free > 0 ? `Wolne tutaj: ${free}. Zarezerwuj ponownie albo sprzedaj w dzisiejszej cenie.` : 'Tutaj nie ma teraz wolnych sztuk.'}`,
    already_collected: ({ at, by, collectedBy }) =>
      `Już wydane${at && ` ${at}`}${by && `, obsługa: ${by}`}${collectedBy && `, odbiór: ${collectedBy}`}.`,
    wrong_location: ({ store, far }) => `Towar czeka w innym salonie: ${store}${far && ` (${far} stąd)`}.`,
    unknown: () => 'Nic nie znaleziono pod tym kodem. Sprawdź go i wpisz jeszcze raz.',
    cancelled: () => 'Anulowane; nic tu nie czeka.',
    not_found: () => 'Towaru nie znaleziono w salonie. Zaproponuj inny salon albo dostawę.',
    cart: () => 'Koszyk do dokończenia: zarezerwowane jest tylko to, co widać.',
  },
  ru: {
    ready: ({ place, pay }) => `Готово${place && `: ${place}`}. ${pay}`,
    not_ready: ({ at, there }) =>
      `Заказ ещё собирают${there ? `: собрано ${there.n} из ${there.of}` : ''}${at && `; обещан к ${at}`}.`,
    unpaid: ({ pay, at }) => `Ещё не оплачено. ${pay}${at && ` Ждёт до ${at}.`}`,
    partly_ready: ({ there, place, pay }) =>
      `На месте ${there?.n ?? 0} из ${there?.of ?? 0} штук${place && `: ${place}`}. Выдайте их или дождитесь остального. ${pay}`,
    being_handed_over: ({ by, at }) => `Это уже выдаёт ${by || 'коллега'}, с ${at}.`,
    on_its_way: ({ store, isSent }) =>
      isSent ? `В пути сюда из: ${store}. Есть ли это в поставке?` : `${store} ещё отправит это сюда; пока не выехало.`,
    refunded: ({ refund, at }) => `Отменено${at && ` ${at}`}, возвращено ${refund}; здесь ничего не ждёт.`,
    held_not_put_aside: ({ pay }) => `Отложено за покупателем, но ещё не убрано: возьмите с витрины. ${pay}`,
    expired: ({ at, free }) =>
      `Бронь закончилась${at && ` ${at}`}. ${free === undefined ? 'Свободный товар можно продать по сегодняшней цене.' : free > 0 ? `Свободно здесь: ${free}. Забронируйте снова или продайте по сегодняшней цене.` : 'Свободного товара здесь сейчас нет.'}`,
    already_collected: ({ at, by, collectedBy }) =>
      `Уже выдано${at && ` ${at}`}${by && `, выдача: ${by}`}${collectedBy && `, получение: ${collectedBy}`}.`,
    wrong_location: ({ store, far }) => `Товар ждёт в другом салоне: ${store}${far && ` (${far} отсюда)`}.`,
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
      far:
        facts.distanceKm === undefined
          ? ''
          : new Intl.NumberFormat(locales[language], {
              style: 'unit',
              unit: 'kilometer',
              maximumFractionDigits: 1,
            }).format(facts.distanceKm),
      there: facts.there,
      by: facts.by ?? '',
      collectedBy: facts.collectedBy ?? '',
      free: facts.free,
      isSent: facts.isSent ?? false,
      refund: facts.refund ? formatMoney(facts.refund, language) : '',
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
