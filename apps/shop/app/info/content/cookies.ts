import type { InfoText } from './infoText.ts';

/** What this shop stores in a browser, by name. Keep it equal to the code: customers/shopCookie, shared, consent, tracker. */
export const cookies: InfoText = {
  title: { en: 'Cookie settings', pl: 'Ustawienia cookie', ru: 'Настройки cookie' },
  sections: {
    en: [
      {
        heading: 'What the shop needs to work',
        paragraphs: ['Stored only when you use what it is for. No consent is needed for these.'],
        lines: [
          'tl_shop: your cart, reservations, chat and sign-in; 400 days, a sign-in lasts 30',
          'tl_store: the store you chose; one year',
          'tl_language: the language you chose; one year',
          'tl_consent: what you chose here; six months',
        ],
      },
      {
        heading: 'Measurement, only with your consent',
        paragraphs: [
          'Which pages and goods are looked at and what is searched for, under a random number. It stays with us and is used to improve the shop and to see which advertisement led to a visit. After a refusal it is removed.',
        ],
        lines: ['tl_anonymous_id: a random number; one year, as a cookie and in the browser’s storage'],
      },
    ],
    pl: [
      {
        heading: 'Czego sklep potrzebuje do działania',
        paragraphs: ['Zapisywane dopiero wtedy, gdy z tego korzystasz. Zgoda nie jest tu potrzebna.'],
        lines: [
          'tl_shop: koszyk, rezerwacje, czat i logowanie; 400 dni, zalogowanie trwa 30',
          'tl_store: wybrany sklep; rok',
          'tl_language: wybrany język; rok',
          'tl_consent: wybór dokonany na tej stronie; sześć miesięcy',
        ],
      },
      {
        heading: 'Pomiar, tylko za Twoją zgodą',
        paragraphs: [
          'Które strony i towary są oglądane i czego się szuka, pod losowym numerem. Dane zostają u nas i służą ulepszaniu sklepu oraz sprawdzaniu, która reklama doprowadziła do wizyty. Po odmowie są usuwane.',
        ],
        lines: ['tl_anonymous_id: losowy numer; rok, jako cookie i w pamięci przeglądarki'],
      },
    ],
    ru: [
      {
        heading: 'Что нужно для работы сайта',
        paragraphs: ['Сохраняется, только когда вы этим пользуетесь. Согласие здесь не нужно.'],
        lines: [
          'tl_shop: корзина, бронь, чат и вход; 400 дней, вход действует 30',
          'tl_store: выбранный магазин; год',
          'tl_language: выбранный язык; год',
          'tl_consent: ваш выбор на этой странице; шесть месяцев',
        ],
      },
      {
        heading: 'Измерение, только с вашего согласия',
        paragraphs: [
          'Какие страницы и товары смотрят и что ищут, под случайным номером. Данные остаются у нас и служат тому, чтобы улучшать сайт и понимать, какая реклама привела посетителя. После отказа они удаляются.',
        ],
        lines: ['tl_anonymous_id: случайный номер; год, в cookie и в памяти браузера'],
      },
    ],
  },
};
