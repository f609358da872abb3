import type { MailTemplate } from '../blocks.ts';
import type { Copy, MailData } from '../data.ts';
import { formatMoney } from '../format.ts';
import { goodsRows } from './shared.ts';

const ways: Record<MailData['return_settled']['payouts'][number]['to'], Copy> = {
  original: { en: 'the way you paid', pl: 'tą samą drogą, którą zapłacono', ru: 'тем же способом, каким вы платили' },
  cash: { en: 'in cash', pl: 'gotówką', ru: 'наличными' },
  store_credit: { en: 'as store credit', pl: 'na kod do wykorzystania w sklepie', ru: 'на код для покупок у нас' },
  exchange: { en: 'towards the new goods', pl: 'na poczet nowych towarów', ru: 'в счёт новых товаров' },
};

export const returnSettled: MailTemplate<MailData['return_settled']> = {
  subject: {
    en: 'Return {{ number }}: {{ total | money }} back',
    pl: 'Zwrot {{ number }}: oddajemy {{ total | money }}',
    ru: 'Возврат {{ number }}: возвращаем {{ total | money }}',
  },
  preview: {
    en: 'The goods are here, and your money is on its way.',
    pl: 'Towar jest u nas, a pieniądze w drodze do Ciebie.',
    ru: 'Товар у нас, деньги уже отправлены.',
  },
  blocks: [
    {
      kind: 'heading',
      copy: { en: 'Your return is done', pl: 'Zwrot załatwiony', ru: 'Возврат завершён' },
    },
    { kind: 'rows', rows: (data, language) => goodsRows(data.goods, language) },
    {
      kind: 'rows',
      rows: (data, language) =>
        data.payouts.map((payout) => ({
          title: ways[payout.to][language],
          details: [],
          amount: formatMoney(payout.amount, language),
          url: null,
        })),
    },
    {
      kind: 'facts',
      rows: [
        { label: { en: 'Return', pl: 'Zwrot', ru: 'Возврат' }, value: '{{ number }}' },
        { label: { en: 'Order', pl: 'Zamówienie', ru: 'Заказ' }, value: '{{ orderNumber }}' },
        {
          label: { en: 'Store credit', pl: 'Kod do wykorzystania', ru: 'Код для покупок' },
          value: '{{ creditCode }}',
          when: (data) => data.creditCode !== null,
        },
        {
          label: { en: 'Delivery, given back', pl: 'Zwrot kosztu dostawy', ru: 'Возврат стоимости доставки' },
          value: '{{ delivery | money }}',
          when: (data) => data.delivery !== null,
        },
      ],
    },
    {
      kind: 'small',
      copy: {
        en: 'A bank may need a few days until it shows the money.',
        pl: 'Bank może potrzebować kilku dni, zanim pokaże wpływ.',
        ru: 'Банку может понадобиться несколько дней, чтобы показать зачисление.',
      },
    },
  ],
};
