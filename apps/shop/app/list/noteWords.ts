import { defineWords } from '@throughline/ui/words';

/** Of a search that has something to say of itself. */
export const words = defineWords({
  en: {
    corrected: 'Shown for “{query}”.',
    dropped: 'We found nothing with “{words}”. Shown is what answers to the rest.',
    droppedAll: 'We found nothing with “{words}”.',
    droppedAllText: 'Check the spelling, try another word, or look through the categories. You can also ask us.',
    ask: 'Contact us',
    pageFor: 'There is a page for that:',
  },
  pl: {
    corrected: 'Wyniki dla „{query}”.',
    dropped: 'Nie ma wyników ze słowem „{words}”. Pokazujemy, co pasuje do reszty.',
    droppedAll: 'Nie ma wyników dla „{words}”.',
    droppedAllText: 'Sprawdź pisownię, spróbuj innego słowa albo przejrzyj kategorie. Możesz też nas zapytać.',
    ask: 'Skontaktuj się z nami',
    pageFor: 'Mamy o tym stronę:',
  },
  ru: {
    corrected: 'Показано по запросу «{query}».',
    dropped: 'Со словом «{words}» ничего не нашлось. Показываем то, что подходит к остальному.',
    droppedAll: 'По запросу «{words}» ничего не нашлось.',
    droppedAllText: 'Проверьте написание, попробуйте другое слово или посмотрите категории. Можно и спросить нас.',
    ask: 'Связаться с нами',
    pageFor: 'Об этом есть страница:',
  },
});
