import { defineWords } from '@throughline/ui/words';

/** Short names of the lists, for the tabs. */
export const inboxWords = defineWords({
  en: { mine: 'Mine', waiting: 'Waiting', all: 'All', more: 'More' },
  pl: { mine: 'Moje', waiting: 'Czekają', all: 'Wszystkie', more: 'Więcej' },
  ru: { mine: 'Мои', waiting: 'Ждут', all: 'Все', more: 'Ещё' },
});
