import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { goodsRows } from './shared.ts';

export const returnRefused: MailTemplate<MailData['return_refused']> = {
  subject: {
    en: 'Return {{ number }} is not accepted',
    pl: 'Zwrot {{ number }} nie został przyjęty',
    ru: 'Возврат {{ number }} не принят',
  },
  preview: { en: '{{ reason }}', pl: '{{ reason }}', ru: '{{ reason }}' },
  blocks: [
    {
      kind: 'heading',
      copy: {
        en: 'We cannot take this back',
        pl: 'Nie możemy tego przyjąć',
        ru: 'Мы не можем это принять',
      },
    },
    { kind: 'quote', copy: { en: '{{ reason }}', pl: '{{ reason }}', ru: '{{ reason }}' } },
    {
      kind: 'text',
      copy: {
        en: 'The goods are yours. Answer this mail if you see it differently.',
        pl: 'Towar należy do Ciebie. Jeśli widzisz to inaczej, odpowiedz na tę wiadomość.',
        ru: 'Товар остаётся вашим. Если вы не согласны, ответьте на это письмо.',
      },
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
