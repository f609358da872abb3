import { addMinutes } from '../calendar.ts';
import { locationOf } from '../locations.ts';
import { findEntry } from '../products.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { agents } from '../staff.ts';
import type { Language, LocalizedText, LocationCode } from '../types.ts';
import type { ChatEvent } from './events.ts';

const t = (en: string, pl: string, ru: string): LocalizedText => ({ en, pl, ru });
type Line = readonly ['shopper' | 'agent', LocalizedText];

/** `{item}` and `{store}` stand for the piece and the town. */
const talks: Readonly<Record<string, readonly Line[]>> = {
  availability: [
    [
      'shopper',
      t(
        'Hello, is {item} still available?',
        'Dzień dobry, czy można jeszcze kupić: {item}?',
        'Здравствуйте, {item} ещё есть в наличии?',
      ),
    ],
    [
      'agent',
      t(
        'Good morning! Yes, it is in our warehouse. Shall I tell you when it could be with you?',
        'Dzień dobry! Tak, mamy w magazynie. Sprawdzić, kiedy możemy dostarczyć?',
        'Добрый день! Да, есть на складе. Посмотреть, когда сможем доставить?',
      ),
    ],
    ['shopper', t('Yes please.', 'Tak, poproszę.', 'Да, пожалуйста.')],
    [
      'agent',
      t(
        'Next week, on the day you choose at checkout.',
        'W przyszłym tygodniu, w dniu wybranym przy zamówieniu.',
        'На следующей неделе, в день, который выберете при заказе.',
      ),
    ],
  ],
  hold: [
    [
      'shopper',
      t(
        'I would like to see {item} before I buy. Is it in the store in {store}?',
        'Chcę najpierw zobaczyć: {item}. Czy sklep {store} to ma?',
        'Хочу посмотреть перед покупкой: {item}. Есть в магазине {store}?',
      ),
    ],
    [
      'agent',
      t(
        'Yes. I can put it aside for two days, you pay in the store.',
        'Tak. Mogę odłożyć na dwa dni, płatność na miejscu.',
        'Да. Могу отложить на два дня, оплата в магазине.',
      ),
    ],
    ['shopper', t('Great, thank you!', 'Świetnie, dziękuję!', 'Отлично, спасибо!')],
    [
      'agent',
      t(
        'Done. Bring the code from the message, the desk will have it ready.',
        'Gotowe. Wystarczy kod z wiadomości, w punkcie odbioru będzie czekać.',
        'Готово. Возьмите код из сообщения, на выдаче всё будет ждать.',
      ),
    ],
  ],
  size: [
    [
      'shopper',
      t(
        'Will {item} fit through a 76 cm door?',
        'Czy {item} przejdzie przez drzwi 76 cm?',
        '{item}: пройдёт в дверь 76 см?',
      ),
    ],
    [
      'agent',
      t(
        'Let me look at the largest box. Do you also have to turn on the stairs?',
        'Sprawdzę wymiary największej paczki. Czy na schodach trzeba skręcać?',
        'Посмотрю размер самой большой коробки. На лестнице нужно поворачивать?',
      ),
    ],
    ['shopper', t('No, there is a lift.', 'Nie, jest winda.', 'Нет, есть лифт.')],
    [
      'agent',
      t(
        'Then it will do; the figure is on the product page under measures.',
        'W takim razie tak; dokładna liczba jest na stronie produktu w wymiarach.',
        'Тогда пройдёт; точная цифра — на странице товара в размерах.',
      ),
    ],
  ],
  return: [
    [
      'shopper',
      t(
        'How do I send back {item}? The colour is not for us.',
        'Jak zwrócić: {item}? Kolor jednak nie pasuje.',
        'Как вернуть: {item}? Цвет не подошёл.',
      ),
    ],
    [
      'agent',
      t(
        'Any of our stores takes it back, or we fetch it from your door.',
        'Przyjmie to każdy nasz sklep albo odbierzemy spod drzwi.',
        'Можно сдать в любой наш магазин, или заберём от двери.',
      ),
    ],
    [
      'shopper',
      t('I will bring it to {store} then.', 'To przywiozę do sklepu {store}.', 'Тогда привезу в магазин {store}.'),
    ],
  ],
  care: [
    [
      'shopper',
      t(
        'Red wine on {item}. What now?',
        'Czerwone wino, a to {item}. Co robić?',
        'Красное вино, и это {item}. Что делать?',
      ),
    ],
    [
      'agent',
      t(
        'Dab with a dry white cloth, do not rub. Then lukewarm water with a drop of soap.',
        'Osuszyć białą ściereczką, nie pocierać. Potem letnia woda z kroplą mydła.',
        'Промокните сухой белой тканью, не трите. Затем тёплая вода с каплей мыла.',
      ),
    ],
    ['shopper', t('It worked, thank you.', 'Udało się, dziękuję.', 'Получилось, спасибо.')],
  ],
  delivery: [
    ['shopper', t('When does my order come?', 'Kiedy przyjedzie moje zamówienie?', 'Когда приедет мой заказ?')],
    [
      'agent',
      t(
        'The van is planned for the day on your confirmation; the two-hour window comes by message the evening before.',
        'Samochód jest zaplanowany na dzień z potwierdzenia; dwugodzinny przedział przyślemy wieczorem dzień wcześniej.',
        'Машина запланирована на день из подтверждения; двухчасовой интервал пришлём накануне вечером.',
      ),
    ],
  ],
};

export const chatTopics = ['availability', 'size', 'return', 'care', 'delivery'] as const;

export interface ChatPlan {
  readonly id: string;
  readonly at: string;
  readonly shopper: string | null;
  readonly anonymousId: string | null;
  readonly language: Language;
  readonly topic: 'availability' | 'hold' | 'size' | 'return' | 'care' | 'delivery';
  readonly sku: string;
  readonly store: LocationCode;
}

/** A conversation, answered by an agent who speaks the language. */
export function makeChat(random: SeededRandom, plan: ChatPlan): ChatEvent {
  const able = agents.filter((agent) => agent.languages.includes(plan.language));
  const agent = random.pick(able.length > 0 ? able : agents);
  const item = findEntry(plan.sku).variant.title[plan.language];
  const town = locationOf(plan.store).name[plan.language];
  let at = plan.at;
  const messages = (talks[plan.topic] ?? []).map(([from, text], i) => {
    if (i > 0) at = addMinutes(at, from === 'agent' ? 0.5 + random.next() * 3 : 0.4 + random.next() * 5);
    return { at, from, text: text[plan.language].replace('{item}', item).replace('{store}', town) };
  });
  return {
    kind: 'chat',
    id: plan.id,
    at: plan.at,
    shopper: plan.shopper,
    channel: plan.anonymousId
      ? random.weighted({ chat: 88, messenger: 12 })
      : random.weighted({ whatsapp: 55, email: 45 }),
    anonymousId: plan.anonymousId,
    agent: agent.code,
    language: plan.language,
    topic: plan.topic,
    sku: plan.topic === 'delivery' ? null : plan.sku,
    messages,
  };
}
