import type { LocalizedText } from '../../../kernel/schemas.ts';

/** Where words are shown. */
export const wordingPlaces = ['banner', 'preferences', 'staff', 'receipt', 'checkout'] as const;

export type WordingPlace = (typeof wordingPlaces)[number];

/** What people are shown before they choose. A row of the database under its version, never edited: new words, new version. */
export interface Wording {
  version: string;
  place: WordingPlace;
  text: LocalizedText;
}

/** What a shop begins with. A migration writes each list, and its checksum fails when a text is edited; the Office adds newer ones. */
export const firstWordings: readonly Wording[] = [
  {
    version: 'banner-1',
    place: 'banner',
    text: {
      en: 'We need a few cookies for cart, sign-in and your store. With your consent we also measure how the shop is used, to improve it. Nothing is passed on.',
      pl: 'Kilku plików cookie potrzebujemy do koszyka, logowania i wybranego sklepu. Za Twoją zgodą mierzymy też, jak używany jest sklep, żeby go ulepszać. Niczego nie przekazujemy dalej.',
      ru: 'Несколько файлов cookie нужны для корзины, входа и выбранного магазина. С вашего согласия мы также измеряем, как пользуются сайтом, чтобы его улучшать. Никому ничего не передаём.',
    },
  },
  {
    version: 'preferences-1',
    place: 'preferences',
    text: {
      en: 'I agree to what I tick here, each for itself. I can take it back at any time, here or with the link in every message; what was done until then stays lawful. Messages about orders, holds and questions of mine come in any case.',
      pl: 'Zgadzam się na to, co tu zaznaczam, na każdą rzecz osobno. Zgodę mogę w każdej chwili wycofać, tutaj albo przez link w każdej wiadomości; nie wpływa to na zgodność z prawem wcześniejszych działań. Wiadomości o moich zamówieniach, rezerwacjach i pytaniach przychodzą niezależnie od tego.',
      ru: 'Я соглашаюсь с тем, что здесь отмечаю, — с каждым пунктом отдельно. Согласие можно отозвать в любой момент здесь или по ссылке в любом письме; это не влияет на законность того, что было сделано раньше. Сообщения о моих заказах, резервах и вопросах приходят в любом случае.',
    },
  },
  {
    version: 'staff-1',
    place: 'staff',
    text: {
      en: 'May we write or call you with news and offers of our stores? You can say no at any time, in every message or here.',
      pl: 'Czy możemy pisać lub dzwonić do Pani/Pana z nowościami i ofertami naszych sklepów? Zgodę można wycofać w każdej chwili: w każdej wiadomości albo u nas.',
      ru: 'Можно ли присылать вам новости и предложения наших магазинов или звонить с ними? Отказаться можно в любой момент: в каждом сообщении или у нас.',
    },
  },
];

/** Beside a receipt and in the checkout: one box, for e-mail only. */
export const tickWordings: readonly Wording[] = [
  {
    version: 'receipt-1',
    place: 'receipt',
    text: {
      en: 'Send me news and offers of your stores by e-mail to this address. I can end it at any time, with the link in every message.',
      pl: 'Przesyłajcie mi na ten adres e-mail nowości i oferty Waszych sklepów. Mogę z tego w każdej chwili zrezygnować przez link w każdej wiadomości.',
      ru: 'Присылайте мне на этот адрес новости и предложения ваших магазинов. Я могу отказаться в любой момент по ссылке в любом письме.',
    },
  },
  {
    version: 'checkout-1',
    place: 'checkout',
    text: {
      en: 'Send me news and offers by e-mail. It is no condition of the order, and I can end it at any time, with the link in every message.',
      pl: 'Przesyłajcie mi e-mailem nowości i oferty. Zamówienie od tego nie zależy, a zrezygnować mogę w każdej chwili przez link w każdej wiadomości.',
      ru: 'Присылайте мне новости и предложения по электронной почте. Заказ от этого не зависит, а отказаться можно в любой момент по ссылке в любом письме.',
    },
  },
];
