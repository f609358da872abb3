import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { orderLineRows, orderTotalRows, sellerBlocks } from './orderRows.ts';
import { isCase } from './shared.ts';

type Data = MailData['order_confirmed'];

export const orderConfirmed: MailTemplate<Data> = {
  subject: {
    en: 'Order {{ number }} confirmed',
    pl: 'Potwierdzenie zamówienia {{ number }}',
    ru: 'Заказ {{ number }} подтверждён',
  },
  preview: {
    en: 'Total {{ totals.gross | money }}. Keep this mail: it is your confirmation of the contract.',
    pl: 'Razem {{ totals.gross | money }}. Zachowaj tę wiadomość: to potwierdzenie zawarcia umowy.',
    ru: 'Итого {{ totals.gross | money }}. Сохраните письмо: это подтверждение договора.',
  },
  blocks: [
    {
      kind: 'heading',
      copy: { en: 'Thank you for your order', pl: 'Dziękujemy za zamówienie', ru: 'Спасибо за заказ' },
    },
    {
      kind: 'facts',
      rows: [
        { label: { en: 'Order', pl: 'Zamówienie', ru: 'Заказ' }, value: '{{ number }}' },
        { label: { en: 'Placed', pl: 'Złożone', ru: 'Оформлен' }, value: '{{ placedAt | moment }}' },
        {
          label: { en: 'Deliver to', pl: 'Adres dostawy', ru: 'Адрес доставки' },
          value: '{{ deliveryAddress }}',
          when: (data) => data.deliveryAddress !== null,
        },
        {
          label: { en: 'How', pl: 'Sposób dostawy', ru: 'Способ доставки' },
          value: '{{ deliveryMethod }}',
          when: (data) => Boolean(data.deliveryMethod),
        },
        {
          label: { en: 'Payment', pl: 'Płatność', ru: 'Оплата' },
          value: { en: 'paid', pl: 'opłacone', ru: 'оплачено' },
          when: (data) => isCase(data.payment, 'paid'),
        },
        {
          label: { en: 'Payment', pl: 'Płatność', ru: 'Оплата' },
          value: {
            en: 'in the store, when you collect',
            pl: 'w sklepie, przy odbiorze',
            ru: 'в магазине, при получении',
          },
          when: (data) => isCase(data.payment, 'pay_in_store'),
        },
        {
          label: { en: 'Payment', pl: 'Płatność', ru: 'Оплата' },
          value: {
            en: 'not yet confirmed by the payment service',
            pl: 'jeszcze niepotwierdzona przez operatora płatności',
            ru: 'ещё не подтверждена платёжной системой',
          },
          when: (data) => isCase(data.payment, 'pending'),
        },
      ],
    },
    { kind: 'rows', rows: orderLineRows },
    { kind: 'rows', rows: orderTotalRows },
    {
      kind: 'button',
      copy: { en: 'Follow the order', pl: 'Śledź zamówienie', ru: 'Следить за заказом' },
      url: (data) => data.url,
    },
    {
      kind: 'small',
      when: (data) => data.withdrawalDays !== null,
      copy: {
        en: 'You may withdraw from this contract within {{ withdrawalDays }} days of receiving the goods, without giving a reason. How, and the form for it: {{ termsUrl }}',
        pl: 'Od umowy można odstąpić bez podania przyczyny w ciągu {{ withdrawalDays }} dni od otrzymania towaru. Zasady i formularz: {{ termsUrl }}',
        ru: 'Вы можете отказаться от договора без объяснения причин в течение {{ withdrawalDays }} дней с момента получения товара. Порядок и форма: {{ termsUrl }}',
      },
    },
    {
      kind: 'small',
      when: (data) => data.withdrawalDays === null,
      copy: {
        en: 'Terms of sale: {{ termsUrl }}',
        pl: 'Regulamin: {{ termsUrl }}',
        ru: 'Условия продажи: {{ termsUrl }}',
      },
    },
    ...sellerBlocks<Data>(),
  ],
};
