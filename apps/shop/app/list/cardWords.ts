import { defineWords } from '@throughline/ui/words';

/** Of a card alone: cards stand on pages that are no lists too. */
export const words = defineWords({
  en: {
    deliveryFrom: 'delivered from {day}',
    onlyStores: 'in stores only',
    out: 'not in stock at the moment',
    inColour: '{title}, {colour}',
    colours: 'Colours',
    moreColours: '+{n}',
  },
  pl: {
    deliveryFrom: 'dostawa od {day}',
    onlyStores: 'tylko w sklepach',
    out: 'chwilowo niedostępny',
    inColour: '{title}, {colour}',
    colours: 'Kolory',
    moreColours: '+{n}',
  },
  ru: {
    deliveryFrom: 'доставка с {day}',
    onlyStores: 'только в магазинах',
    out: 'сейчас нет в наличии',
    inColour: '{title}, {colour}',
    colours: 'Цвета',
    moreColours: '+{n}',
  },
});
