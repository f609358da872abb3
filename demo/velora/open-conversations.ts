import type { Language } from './types.ts';

export interface OpenConversation {
  readonly shopper: string;
  readonly language: Language;
  readonly sku: string | null;
  /** The code of the agent it belongs to. */
  readonly agent: string | null;
  /** In order; `minutes` before the demo is loaded. */
  readonly said: readonly {
    readonly minutes: number;
    readonly from: 'shopper' | 'agent' | 'note';
    readonly text: string;
  }[];
}

/** What lies on the desk when somebody first looks: questions of the last hour, some answered, some waiting. */
export const openConversations: readonly OpenConversation[] = [
  {
    shopper: 'P031',
    language: 'pl',
    sku: 'LUND-SOFA-BLUE-VELVET',
    agent: null,
    said: [
      { minutes: 3, from: 'shopper', text: 'Dzień dobry, czy niebieską sofę Lund można gdzieś obejrzeć na żywo?' },
    ],
  },
  {
    shopper: 'P032',
    language: 'ru',
    sku: null,
    agent: null,
    said: [
      { minutes: 11, from: 'shopper', text: 'Здравствуйте! Можно перенести доставку на следующую неделю?' },
      { minutes: 10, from: 'shopper', text: 'Лучше в четверг, после 16:00.' },
    ],
  },
  {
    shopper: 'P038',
    language: 'pl',
    sku: null,
    agent: 'ola-brzozowska',
    said: [
      { minutes: 52, from: 'shopper', text: 'Jedna z nóg stołu się chwieje. Co mogę zrobić?' },
      {
        minutes: 47,
        from: 'agent',
        text: 'Bardzo mi przykro. Czy może Pani przesłać zdjęcie mocowania? Zgłoszę to od razu jako reklamację.',
      },
      { minutes: 46, from: 'note', text: 'Reklamacja: odpowiedź najpóźniej w ciągu 14 dni.' },
      { minutes: 24, from: 'shopper', text: 'Śruba wyszła razem z gwintem. Zdjęcie mogę wysłać dopiero wieczorem.' },
    ],
  },
  {
    shopper: 'P061',
    language: 'en',
    sku: 'LUND-SOFA-GREY-VELVET',
    agent: 'ola-brzozowska',
    said: [
      { minutes: 38, from: 'shopper', text: 'Hi, do you deliver the grey Lund to the third floor without a lift?' },
      {
        minutes: 35,
        from: 'agent',
        text: 'Hello! Yes, two people carry it up. Please measure the stairs: it needs 90 cm.',
      },
    ],
  },
  {
    shopper: 'P043',
    language: 'pl',
    sku: null,
    agent: 'michal-cieslak',
    said: [
      {
        minutes: 31,
        from: 'shopper',
        text: 'Chciałabym zwrócić lampę kupioną w Poznaniu, ale mieszkam w Gdańsku. Da się?',
      },
      { minutes: 28, from: 'agent', text: 'Tak, przyjmie ją każdy nasz salon. Wystarczy kod zamówienia albo paragon.' },
      { minutes: 17, from: 'shopper', text: 'A bez paragonu? Płaciłam kartą.' },
    ],
  },
  {
    shopper: 'P048',
    language: 'ru',
    sku: null,
    agent: 'daria-sokolowa',
    said: [
      { minutes: 41, from: 'shopper', text: 'Подскажите, когда в Варшаве снова будет горчичный бархат?' },
      { minutes: 36, from: 'agent', text: 'Здравствуйте! Уточняю у склада и напишу здесь же.' },
    ],
  },
  {
    shopper: 'P049',
    language: 'pl',
    sku: null,
    agent: null,
    said: [{ minutes: 19, from: 'shopper', text: 'Czy faktura na firmę może być wystawiona po zakupie w salonie?' }],
  },
];
