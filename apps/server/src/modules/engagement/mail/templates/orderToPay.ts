import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { goodsRows } from './shared.ts';

/** A colleague placed an order for the customer: where it is paid, and how long it is kept. */
export const orderToPay: MailTemplate<MailData['order_to_pay']> = {
  subject: {
    en: 'Please pay for your order {{ number }}',
    pl: 'Prosimy o opłacenie zamówienia {{ number }}',
    ru: 'Оплатите, пожалуйста, заказ {{ number }}',
  },
  preview: {
    en: 'It is kept for you until {{ until | moment }}.',
    pl: 'Czeka na Ciebie do {{ until | moment }}.',
    ru: 'Товар ждёт вас до {{ until | moment }}.',
  },
  blocks: [
    {
      kind: 'heading',
      copy: { en: 'Your order is ready to be paid', pl: 'Zamówienie czeka na zapłatę', ru: 'Заказ ждёт оплаты' },
    },
    {
      kind: 'text',
      copy: {
        en: 'We have placed this order for you as you asked. It comes to {{ total | money }} and is kept for you until {{ until | moment }}. It becomes certain when it is paid; if you do not want it, do nothing.',
        pl: 'Zgodnie z życzeniem złożyliśmy dla Ciebie to zamówienie. Kosztuje {{ total | money }} i czeka do {{ until | moment }}. Staje się pewne po zapłacie; jeśli go nie chcesz, nie musisz nic robić.',
        ru: 'Как вы просили, мы оформили для вас этот заказ. Сумма: {{ total | money }}, товар ждёт до {{ until | moment }}. Заказ станет окончательным после оплаты; если он вам не нужен, ничего не делайте.',
      },
    },
    { kind: 'rows', rows: (data, language) => goodsRows(data.goods, language) },
    { kind: 'button', copy: { en: 'Pay now', pl: 'Zapłać teraz', ru: 'Оплатить' }, url: (data) => data.url },
  ],
};
