import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';

export const chatAnswer: MailTemplate<MailData['chat_answer']> = {
  subject: { en: 'Our answer to your message', pl: 'Odpowiedź na Twoją wiadomość', ru: 'Ответ на ваше сообщение' },
  preview: {
    en: '{{ answer | truncate: 120 }}',
    pl: '{{ answer | truncate: 120 }}',
    ru: '{{ answer | truncate: 120 }}',
  },
  blocks: [
    {
      kind: 'heading',
      when: (data) => data.agentName !== null,
      copy: { en: '{{ agentName }} has answered', pl: 'Odpowiada {{ agentName }}', ru: 'Отвечает {{ agentName }}' },
    },
    {
      kind: 'heading',
      when: (data) => data.agentName === null,
      copy: { en: 'Our answer', pl: 'Nasza odpowiedź', ru: 'Наш ответ' },
    },
    {
      kind: 'text',
      when: (data) => data.answer !== '',
      copy: { en: '{{ answer }}', pl: '{{ answer }}', ru: '{{ answer }}' },
    },
    {
      kind: 'rows',
      when: (data) => Boolean(data.product),
      rows: ({ product }) => (product ? [{ title: product.title, details: [], amount: null, url: product.url }] : []),
    },
    {
      kind: 'small',
      when: (data) => data.question !== null,
      copy: { en: 'You wrote:', pl: 'Twoja wiadomość:', ru: 'Вы писали:' },
    },
    {
      kind: 'quote',
      when: (data) => data.question !== null,
      copy: { en: '{{ question }}', pl: '{{ question }}', ru: '{{ question }}' },
    },
    {
      kind: 'button',
      copy: { en: 'Go on in the chat', pl: 'Kontynuuj na czacie', ru: 'Продолжить в чате' },
      url: (data) => data.url,
    },
  ],
};
