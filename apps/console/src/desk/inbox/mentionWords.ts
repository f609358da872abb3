import { defineWords } from '@throughline/ui/words';

export const mentionWords = defineWords({
  en: {
    mentions: 'Mentions',
    mentionsNew: 'Mentions: {n} new',
    mentionsNone: 'Nobody has called you in a note.',
    mentionOrder: 'Order {number}',
    mentionSeen: 'Seen',
    colleague: 'A colleague',
  },
  pl: {
    mentions: 'Wzmianki',
    mentionsNew: 'Wzmianki, nowe: {n}',
    mentionsNone: 'Nikt nie wspomniał o Tobie w notatce.',
    mentionOrder: 'Zamówienie {number}',
    mentionSeen: 'Widziane',
    colleague: 'Ktoś z zespołu',
  },
  ru: {
    mentions: 'Упоминания',
    mentionsNew: 'Упоминания, новых: {n}',
    mentionsNone: 'Вас никто не упомянул в заметке.',
    mentionOrder: 'Заказ {number}',
    mentionSeen: 'Просмотрено',
    colleague: 'Коллега',
  },
});
