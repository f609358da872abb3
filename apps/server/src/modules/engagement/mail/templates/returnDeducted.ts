import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';

/** Before the money goes: what is taken off worn goods, and why, so that the customer can say something. */
export const returnDeducted: MailTemplate<MailData['return_deducted']> = {
  subject: {
    en: 'Return {{ number }}: less is given back, and why',
    pl: 'Zwrot {{ number }}: oddamy mniej, i dlaczego',
    ru: 'Возврат {{ number }}: вернём меньше, и почему',
  },
  preview: {
    en: 'We looked at the goods. Please read this before the money goes.',
    pl: 'Sprawdziliśmy towar. Przeczytaj, zanim wyślemy pieniądze.',
    ru: 'Мы проверили товар. Прочтите до отправки денег.',
  },
  blocks: [
    {
      kind: 'heading',
      copy: { en: 'We looked at the goods', pl: 'Sprawdziliśmy towar', ru: 'Мы проверили товар' },
    },
    {
      kind: 'text',
      copy: {
        en: 'They were used more than trying them needs, so we take something off. If you do not agree, answer this mail before the money goes.',
        pl: 'Był używany więcej, niż trzeba, żeby go wypróbować, dlatego potrącamy część ceny. Jeśli się nie zgadzasz, odpowiedz na tę wiadomość, zanim wyślemy pieniądze.',
        ru: 'Им пользовались больше, чем нужно для пробы, поэтому мы удержим часть цены. Если вы не согласны, ответьте на это письмо до отправки денег.',
      },
    },
    {
      kind: 'rows',
      rows: (data) =>
        data.deductions.map((one) => ({
          title: one.title,
          details: [one.reason],
          amount: `−${one.percent} %`,
          url: null,
        })),
    },
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
