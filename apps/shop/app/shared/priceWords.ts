import { defineWords } from '@throughline/ui/words';

export const words = defineWords({
  en: {
    now: 'Price now:',
    reducedBy: 'reduced by',
    lowest: 'Lowest price in the 30 days before the reduction:',
  },
  pl: {
    now: 'Cena teraz:',
    reducedBy: 'taniej o',
    lowest: 'Najniższa cena z 30 dni przed obniżką:',
  },
  ru: {
    now: 'Цена сейчас:',
    reducedBy: 'снижена на',
    lowest: 'Самая низкая цена за 30 дней до снижения:',
  },
});
