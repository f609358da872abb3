import { defineWords } from '@throughline/ui/words';

/** Of a list that is empty. */
export const words = defineWords({
  en: {
    ask: 'Contact us',
    noneTitle: 'Nothing fits all of these filters',
    noneText: 'Without one of them there is:',
    withoutOne: { one: 'without {what}: {n} product', other: 'without {what}: {n} products' },
    withoutAll: 'Remove all filters',
    browse: 'Look through',
  },
  pl: {
    ask: 'Skontaktuj się z nami',
    noneTitle: 'Nic nie pasuje do wszystkich filtrów naraz',
    noneText: 'Bez jednego z nich jest:',
    withoutOne: {
      one: 'bez filtra {what}: {n} produkt',
      few: 'bez filtra {what}: {n} produkty',
      many: 'bez filtra {what}: {n} produktów',
      other: 'bez filtra {what}: {n} produktu',
    },
    withoutAll: 'Usuń wszystkie filtry',
    browse: 'Przejrzyj',
  },
  ru: {
    ask: 'Связаться с нами',
    noneTitle: 'Ничто не подходит ко всем фильтрам сразу',
    noneText: 'Без одного из них есть:',
    withoutOne: {
      one: 'без фильтра {what}: {n} товар',
      few: 'без фильтра {what}: {n} товара',
      many: 'без фильтра {what}: {n} товаров',
      other: 'без фильтра {what}: {n} товара',
    },
    withoutAll: 'Убрать все фильтры',
    browse: 'Посмотреть',
  },
});
