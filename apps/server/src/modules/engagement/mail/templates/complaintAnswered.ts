import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { goodsRows, isCase } from './shared.ts';

const said = (answer: MailData['complaint_answered']['answer']) => (data: MailData['complaint_answered']) =>
  isCase(data.answer, answer);

/** The answer to a complaint, on a durable medium (Polish consumer rights act, article 7a). */
export const complaintAnswered: MailTemplate<MailData['complaint_answered']> = {
  subject: {
    en: 'Our answer to your complaint {{ number }}',
    pl: 'Nasza odpowiedź na reklamację {{ number }}',
    ru: 'Наш ответ на рекламацию {{ number }}',
  },
  preview: {
    en: 'Order {{ orderNumber }}. Keep this mail.',
    pl: 'Zamówienie {{ orderNumber }}. Zachowaj tę wiadomość.',
    ru: 'Заказ {{ orderNumber }}. Сохраните это письмо.',
  },
  blocks: [
    {
      kind: 'heading',
      when: (data) => !isCase(data.answer, 'refused'),
      copy: {
        en: 'Your complaint is accepted',
        pl: 'Reklamacja uznana',
        ru: 'Рекламация принята',
      },
    },
    {
      kind: 'heading',
      when: said('refused'),
      copy: {
        en: 'Your complaint is not accepted',
        pl: 'Reklamacja nie została uznana',
        ru: 'Рекламация отклонена',
      },
    },
    {
      kind: 'text',
      when: said('silence'),
      copy: {
        en: 'We did not answer within 14 days, so the law counts your complaint as accepted. A colleague now does what you asked for.',
        pl: 'Nie odpowiedzieliśmy w ciągu 14 dni, więc zgodnie z prawem reklamacja jest uznana. Pracownik zrobi teraz to, o co prosisz.',
        ru: 'Мы не ответили за 14 дней, поэтому по закону рекламация считается принятой. Сотрудник выполнит то, о чём вы просили.',
      },
    },
    {
      kind: 'quote',
      when: (data) => data.text !== null,
      copy: { en: '{{ text }}', pl: '{{ text }}', ru: '{{ text }}' },
    },
    { kind: 'rows', rows: (data, language) => goodsRows(data.goods, language) },
    {
      kind: 'facts',
      rows: [
        { label: { en: 'Return', pl: 'Zwrot', ru: 'Возврат' }, value: '{{ number }}' },
        { label: { en: 'Order', pl: 'Zamówienie', ru: 'Заказ' }, value: '{{ orderNumber }}' },
      ],
    },
    {
      kind: 'button',
      copy: { en: 'See the return', pl: 'Zobacz zwrot', ru: 'Посмотреть возврат' },
      url: (data) => data.url,
    },
  ],
};
