import { defineWords } from '@throughline/ui/words';

/** Apart from the cart's own words: every page loads these. */
export const linkWords = defineWords({
  en: { cart: 'Cart', pieces: { one: ', {n} piece', other: ', {n} pieces' }, empty: ', empty' },
  pl: {
    cart: 'Koszyk',
    pieces: { one: ', {n} sztuka', few: ', {n} sztuki', many: ', {n} sztuk', other: ', {n} sztuki' },
    empty: ', pusty',
  },
  ru: {
    cart: 'Корзина',
    pieces: { one: ', {n} штука', few: ', {n} штуки', many: ', {n} штук', other: ', {n} штуки' },
    empty: ', пуста',
  },
});
