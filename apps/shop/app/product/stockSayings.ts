import { defineWords } from '@throughline/ui/words';

/** What there is, in words with fixed cut-offs: the same on page, list, feed and floor. */
export const words = defineWords({
  en: {
    in_stock: 'In stock',
    few_left: { one: 'Only {n} left', other: 'Only {n} left' },
    on_display: { one: 'Display piece, to take away', other: '{n} display pieces, to take away' },
    arriving: 'Expected {day}',
    arrivingSoon: 'On its way',
    out_of_stock: 'Not in stock',
  },
  pl: {
    in_stock: 'Dostępny',
    few_left: {
      one: 'Została {n} sztuka',
      few: 'Zostały {n} sztuki',
      many: 'Zostało {n} sztuk',
      other: 'Zostało {n} sztuki',
    },
    on_display: { one: 'Egzemplarz z ekspozycji', other: 'Egzemplarze z ekspozycji: {n}' },
    arriving: 'Spodziewany {day}',
    arrivingSoon: 'W drodze',
    out_of_stock: 'Brak',
  },
  ru: {
    in_stock: 'В наличии',
    few_left: {
      one: 'Осталась {n} штука',
      few: 'Осталось {n} штуки',
      many: 'Осталось {n} штук',
      other: 'Осталось {n} штуки',
    },
    on_display: {
      one: '{n} образец с витрины',
      few: '{n} образца с витрины',
      many: '{n} образцов с витрины',
      other: '{n} образца с витрины',
    },
    arriving: 'Ожидается {day}',
    arrivingSoon: 'В пути',
    out_of_stock: 'Нет в наличии',
  },
});
