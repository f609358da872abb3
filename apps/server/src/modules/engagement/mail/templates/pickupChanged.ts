import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { goodsRows, isCase, placeFacts } from './shared.ts';

/** Another store, a later day or another person for a pickup; nothing else of it changed. */
export const pickupChanged: MailTemplate<MailData['pickup_changed']> = {
  subject: {
    en: 'Your pickup has changed: {{ number }}, {{ place.name }}',
    pl: 'Zmiana odbioru: {{ number }}, {{ place.name }}',
    ru: 'Самовывоз изменён: {{ number }}, {{ place.name }}',
  },
  preview: {
    en: 'The price stays as it was.',
    pl: 'Cena się nie zmienia.',
    ru: 'Цена остаётся прежней.',
  },
  blocks: [
    { kind: 'heading', copy: { en: 'Your pickup has changed', pl: 'Zmiana odbioru', ru: 'Самовывоз изменён' } },
    {
      kind: 'text',
      when: (data) => isCase(data.what, 'store'),
      copy: {
        en: 'You collect it in {{ place.name }} now. Wait for our next mail, which says that it lies ready.',
        pl: 'Zamówienie odbierzesz teraz w: {{ place.name }}. Poczekaj na wiadomość, że jest gotowe.',
        ru: 'Теперь вы забираете заказ здесь: {{ place.name }}. Дождитесь письма о том, что он готов.',
      },
    },
    {
      kind: 'text',
      when: (data) => isCase(data.what, 'date'),
      copy: {
        en: 'It is kept for you longer.',
        pl: 'Zamówienie poczeka na Ciebie dłużej.',
        ru: 'Заказ подождёт вас дольше.',
      },
    },
    {
      kind: 'text',
      when: (data) => isCase(data.what, 'collector'),
      copy: {
        en: 'Somebody else will collect it. Give them the code {{ number }}.',
        pl: 'Odbierze je ktoś inny. Przekaż tej osobie kod {{ number }}.',
        ru: 'Его заберёт другой человек. Передайте ему код {{ number }}.',
      },
    },
    {
      kind: 'facts',
      rows: [
        { label: { en: 'Order', pl: 'Zamówienie', ru: 'Заказ' }, value: '{{ number }}' },
        {
          label: { en: 'Ready by', pl: 'Gotowe do', ru: 'Готов к' },
          value: '{{ readyBy | moment }}',
          when: (data) => data.readyBy !== null,
        },
        {
          label: { en: 'Kept until', pl: 'Czeka do', ru: 'Ждёт до' },
          value: '{{ until | moment }}',
          when: (data) => data.until !== null,
        },
        {
          label: { en: 'Who collects', pl: 'Odbiera', ru: 'Забирает' },
          value: '{{ collector }}',
          when: (data) => data.collector !== null,
        },
        ...placeFacts<MailData['pickup_changed']>(),
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
