import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { codeBlock, goodsRows, placeFacts } from './shared.ts';

export const pickupReady: MailTemplate<MailData['pickup_ready']> = {
  // Begins with the act and the code: customers overlook a second mail that looks like the confirmation.
  subject: {
    en: 'Come and collect: code {{ code }}, {{ place.city }}',
    pl: 'Gotowe do odbioru: kod {{ code }}, {{ place.city }}',
    ru: 'Можно забирать: код {{ code }}, {{ place.city }}',
  },
  preview: {
    en: '{{ place.name }}, until {{ until | moment }}.',
    pl: '{{ place.name }}, do: {{ until | moment }}.',
    ru: '{{ place.name }}, до: {{ until | moment }}.',
  },
  blocks: [
    {
      kind: 'heading',
      copy: { en: 'Your order is ready for you', pl: 'Zamówienie czeka na odbiór', ru: 'Заказ готов к выдаче' },
    },
    {
      kind: 'text',
      copy: {
        en: 'Show or say this code at the counter.',
        pl: 'Pokaż lub podaj ten kod przy kasie.',
        ru: 'Покажите или назовите этот код на кассе.',
      },
    },
    codeBlock(),
    {
      kind: 'facts',
      rows: [
        { label: { en: 'Order', pl: 'Zamówienie', ru: 'Заказ' }, value: '{{ number }}' },
        { label: { en: 'Kept until', pl: 'Czeka do', ru: 'Ждёт до' }, value: '{{ until | moment }}' },
        {
          label: { en: 'To pay', pl: 'Do zapłaty', ru: 'К оплате' },
          value: '{{ toPay | money }}',
          when: (data) => data.toPay !== null,
        },
        {
          label: { en: 'To pay', pl: 'Do zapłaty', ru: 'К оплате' },
          value: { en: 'nothing, it is paid', pl: 'nic, już opłacone', ru: 'ничего, уже оплачено' },
          when: (data) => data.toPay === null,
        },
        ...placeFacts<MailData['pickup_ready']>(),
      ],
    },
    { kind: 'rows', rows: (data, language) => goodsRows(data.goods, language) },
    {
      kind: 'button',
      copy: { en: 'See the order', pl: 'Zobacz zamówienie', ru: 'Посмотреть заказ' },
      url: (data) => data.url,
    },
    {
      kind: 'small',
      copy: {
        en: 'Someone else may collect it for you: give them the code.',
        pl: 'Ktoś inny może odebrać zamówienie za Ciebie: przekaż tej osobie kod.',
        ru: 'За вас заказ может забрать другой человек: передайте ему код.',
      },
    },
  ],
};
