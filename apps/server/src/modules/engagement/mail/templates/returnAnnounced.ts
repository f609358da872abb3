import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { goodsRows } from './shared.ts';

export const returnAnnounced: MailTemplate<MailData['return_announced']> = {
  subject: {
    en: 'Your return {{ number }}',
    pl: 'Twój zwrot {{ number }}',
    ru: 'Ваш возврат {{ number }}',
  },
  preview: {
    en: 'Put the number on the parcel, or bring the goods to any store.',
    pl: 'Umieść numer na paczce albo przynieś towar do dowolnego salonu.',
    ru: 'Укажите номер на посылке или принесите товар в любой магазин.',
  },
  blocks: [
    {
      kind: 'heading',
      copy: { en: 'Return {{ number }}', pl: 'Zwrot {{ number }}', ru: 'Возврат {{ number }}' },
    },
    {
      kind: 'text',
      copy: {
        en: 'Print the page and put it into the parcel, or write the number on it. You may also bring the goods to any of our stores; there it costs nothing and your money goes back at once.',
        pl: 'Wydrukuj stronę i włóż ją do paczki albo napisz numer na paczce. Możesz też przynieść towar do dowolnego salonu; tam nic to nie kosztuje, a pieniądze zwracamy od razu.',
        ru: 'Распечатайте лист и вложите его в посылку или напишите на ней номер. Можно и принести товар в любой магазин: там это бесплатно, и деньги возвращаются сразу.',
      },
    },
    { kind: 'rows', rows: (data, language) => goodsRows(data.goods, language) },
    {
      kind: 'facts',
      rows: [
        { label: { en: 'Order', pl: 'Zamówienie', ru: 'Заказ' }, value: '{{ orderNumber }}' },
        {
          label: { en: 'Send to', pl: 'Adres wysyłki', ru: 'Куда отправить' },
          value: '{{ address }}',
          when: (data) => data.address !== null,
        },
      ],
    },
    {
      kind: 'button',
      copy: { en: 'Page for the parcel', pl: 'Strona do paczki', ru: 'Лист для посылки' },
      url: (data) => data.url,
    },
  ],
};
