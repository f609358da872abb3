import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { codeBlock, goodsRows, placeFacts } from './shared.ts';

/** Nobody came yet: a day before the end, and on the last day. */
export const pickupReminder: MailTemplate<MailData['pickup_reminder']> = {
  subject: {
    en: '{% if isLastDay %}Last day to collect{% else %}Still waiting for you{% endif %}: code {{ code }}, {{ place.city }}',
    pl: '{% if isLastDay %}Ostatni dzień odbioru{% else %}Zamówienie wciąż czeka{% endif %}: kod {{ code }}, {{ place.city }}',
    ru: '{% if isLastDay %}Последний день выдачи{% else %}Заказ ждёт вас{% endif %}: код {{ code }}, {{ place.city }}',
  },
  preview: {
    en: '{{ place.name }}, until {{ until | moment }}.',
    pl: '{{ place.name }}, do: {{ until | moment }}.',
    ru: '{{ place.name }}, до: {{ until | moment }}.',
  },
  blocks: [
    {
      kind: 'heading',
      copy: {
        en: '{% if isLastDay %}Today is the last day{% else %}Your order is still waiting{% endif %}',
        pl: '{% if isLastDay %}Dziś jest ostatni dzień{% else %}Zamówienie wciąż czeka{% endif %}',
        ru: '{% if isLastDay %}Сегодня последний день{% else %}Заказ всё ещё ждёт{% endif %}',
      },
    },
    {
      kind: 'text',
      copy: {
        en: 'We keep it until {{ until | moment }}. After that it goes on sale again{% unless toPay %} and you get all your money back{% endunless %}. Need more time, another store or somebody else to come? Change it on the order’s page.',
        pl: 'Czeka do: {{ until | moment }}. Potem wróci do sprzedaży{% unless toPay %}, a my zwrócimy całą zapłatę{% endunless %}. Potrzebujesz więcej czasu, innego salonu albo ktoś inny ma odebrać? Zmień to na stronie zamówienia.',
        ru: 'Мы храним его до: {{ until | moment }}. Потом он вернётся в продажу{% unless toPay %}, а деньги мы вернём полностью{% endunless %}. Нужно больше времени, другой магазин или придёт кто-то другой? Измените это на странице заказа.',
      },
    },
    codeBlock(),
    {
      kind: 'facts',
      rows: [
        { label: { en: 'Order', pl: 'Zamówienie', ru: 'Заказ' }, value: '{{ number }}' },
        {
          label: { en: 'To pay', pl: 'Do zapłaty', ru: 'К оплате' },
          value: '{{ toPay | money }}',
          when: (data) => data.toPay !== null,
        },
        ...placeFacts<MailData['pickup_reminder']>(),
      ],
    },
    { kind: 'rows', rows: (data, language) => goodsRows(data.goods, language) },
    {
      kind: 'button',
      copy: { en: 'See or change it', pl: 'Zobacz lub zmień', ru: 'Посмотреть или изменить' },
      url: (data) => data.url,
    },
  ],
};
