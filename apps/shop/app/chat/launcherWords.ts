import { defineWords } from '@throughline/ui/words';

/** Apart from the conversation's own words: every page loads these. */
export const launcherWords = defineWords({
  en: {
    chat: 'Chat',
    unread: { one: '{n} new answer in the chat', other: '{n} new answers in the chat' },
  },
  pl: {
    chat: 'Czat',
    unread: {
      one: '{n} nowa odpowiedź na czacie',
      few: '{n} nowe odpowiedzi na czacie',
      many: '{n} nowych odpowiedzi na czacie',
      other: '{n} nowej odpowiedzi na czacie',
    },
  },
  ru: {
    chat: 'Чат',
    unread: {
      one: '{n} новый ответ в чате',
      few: '{n} новых ответа в чате',
      many: '{n} новых ответов в чате',
      other: '{n} нового ответа в чате',
    },
  },
});
