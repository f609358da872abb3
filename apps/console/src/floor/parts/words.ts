import { defineWords } from '@throughline/ui/words';

export const partWords = defineWords({
  en: { close: 'Close', loading: 'Loading', delete: 'Delete the last digit' },
  pl: { close: 'Zamknij', loading: 'Wczytywanie', delete: 'Usuń ostatnią cyfrę' },
  ru: { close: 'Закрыть', loading: 'Загрузка', delete: 'Стереть последнюю цифру' },
});
