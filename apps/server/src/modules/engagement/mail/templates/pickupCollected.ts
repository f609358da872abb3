import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { goodsRows } from './shared.ts';

/** It was handed over: at once, so that who bought it hears of it even when somebody else came. */
export const pickupCollected: MailTemplate<MailData['pickup_collected']> = {
  subject: {
    en: 'Collected: order {{ number }}',
    pl: 'Odebrano zamówienie {{ number }}',
    ru: 'Заказ {{ number }} выдан',
  },
  preview: {
    en: '{{ at | moment }}, {{ placeName }}.',
    pl: '{{ at | moment }}, {{ placeName }}.',
    ru: '{{ at | moment }}, {{ placeName }}.',
  },
  blocks: [
    { kind: 'heading', copy: { en: 'It was collected', pl: 'Odebrano', ru: 'Заказ выдан' } },
    {
      kind: 'facts',
      rows: [
        { label: { en: 'Order', pl: 'Zamówienie', ru: 'Заказ' }, value: '{{ number }}' },
        { label: { en: 'When', pl: 'Kiedy', ru: 'Когда' }, value: '{{ at | moment }}' },
        { label: { en: 'Where', pl: 'Gdzie', ru: 'Где' }, value: '{{ placeName }}' },
        {
          label: { en: 'Collected by', pl: 'Odebrał(a)', ru: 'Забрал(а)' },
          value: '{{ collectedBy }}',
          when: (data) => data.collectedBy !== null,
        },
      ],
    },
    { kind: 'rows', rows: (data, language) => goodsRows(data.goods, language) },
    {
      kind: 'small',
      copy: {
        en: 'Was this not as you wished? Answer this mail at once.',
        pl: 'Coś się nie zgadza? Odpowiedz na tę wiadomość.',
        ru: 'Что-то не так? Сразу ответьте на это письмо.',
      },
    },
    {
      kind: 'button',
      copy: { en: 'See the order', pl: 'Zobacz zamówienie', ru: 'Посмотреть заказ' },
      url: (data) => data.url,
    },
  ],
};
