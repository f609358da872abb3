import { defineWords } from '@throughline/ui/words';

export const words = defineWords({
  en: {
    title: 'Cookies',
    accept: 'Accept',
    reject: 'Reject',
    more: 'What exactly',
    stateAll: 'You agreed to measurement.',
    stateNecessary: 'You refused measurement: only what the shop needs to work is stored.',
    stateNone: 'You have not chosen yet. Until you do, nothing is measured.',
  },
  pl: {
    title: 'Pliki cookie',
    accept: 'Zgadzam się',
    reject: 'Nie zgadzam się',
    more: 'Szczegóły',
    stateAll: 'Zgoda na pomiar jest udzielona.',
    stateNecessary: 'Nie ma zgody na pomiar: zapisujemy tylko to, czego sklep potrzebuje do działania.',
    stateNone: 'Nie dokonano jeszcze wyboru. Do tego czasu niczego nie mierzymy.',
  },
  ru: {
    title: 'Файлы cookie',
    accept: 'Согласиться',
    reject: 'Отказаться',
    more: 'Подробнее',
    stateAll: 'Вы согласились на измерение.',
    stateNecessary: 'Вы отказались от измерения: сохраняется только то, что нужно для работы сайта.',
    stateNone: 'Вы ещё не выбрали. До этого ничего не измеряется.',
  },
});
