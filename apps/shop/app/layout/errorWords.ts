import { defineWords } from '@throughline/ui/words';

export const words = defineWords({
  en: {
    searchAgain: 'Search',
    missingTitle: 'This page is not here',
    missingText: 'The address may be old or mistyped. Search for what you need, or start from the beginning.',
    goneTitle: 'No longer sold',
    goneText: 'We no longer sell this. Here is what we have instead.',
    brokenTitle: 'Something broke on our side',
    brokenText: 'Nothing of yours is lost: your cart and your reservations are kept. Try again in a moment.',
    tryAgain: 'Try again',
    toHome: 'To the home page',
  },
  pl: {
    searchAgain: 'Szukaj',
    missingTitle: 'Nie ma takiej strony',
    missingText:
      'Adres może być nieaktualny albo zawierać literówkę. Wyszukaj, czego potrzebujesz, albo zacznij od początku.',
    goneTitle: 'Już tego nie sprzedajemy',
    goneText: 'Tego produktu nie ma już w ofercie. Oto, co możemy zaproponować.',
    brokenTitle: 'Coś się u nas zepsuło',
    brokenText: 'Nic nie przepadło: koszyk i rezerwacje są zachowane. Spróbuj ponownie za chwilę.',
    tryAgain: 'Spróbuj ponownie',
    toHome: 'Na stronę główną',
  },
  ru: {
    searchAgain: 'Поиск',
    missingTitle: 'Такой страницы нет',
    missingText: 'Адрес мог устареть, или в нём опечатка. Найдите нужное через поиск или начните с главной.',
    goneTitle: 'Больше не продаётся',
    goneText: 'Этого товара больше нет в ассортименте. Вот что мы можем предложить.',
    brokenTitle: 'У нас что-то сломалось',
    brokenText: 'Ничего не потеряно: корзина и резервы сохранены. Попробуйте ещё раз через минуту.',
    tryAgain: 'Попробовать снова',
    toHome: 'На главную',
  },
});
