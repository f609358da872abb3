import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';

/** More was paid than an order cost, and the customer wanted it on a code. */
export const creditIssued: MailTemplate<MailData['credit_issued']> = {
  subject: {
    en: 'Your store credit: {{ amount | money }}',
    pl: 'Twój kod do wykorzystania: {{ amount | money }}',
    ru: 'Ваш код для покупок: {{ amount | money }}',
  },
  preview: {
    en: 'You paid more than order {{ number }} cost; here is the difference.',
    pl: 'Wpłata przewyższyła kwotę zamówienia {{ number }}; oto różnica.',
    ru: 'Вы заплатили больше, чем стоил заказ {{ number }}; вот разница.',
  },
  blocks: [
    {
      kind: 'heading',
      copy: { en: 'Your store credit', pl: 'Twój kod do wykorzystania', ru: 'Ваш код для покупок' },
    },
    {
      kind: 'text',
      copy: {
        en: 'You paid {{ amount | money }} more than your order {{ number }} cost. As you wished, it is on this code. Pay with it in the web shop or at any of our counters, at once or bit by bit.',
        pl: 'Wpłata była o {{ amount | money }} wyższa niż kwota zamówienia {{ number }}. Zgodnie z życzeniem różnica jest na tym kodzie. Zapłacisz nim w sklepie internetowym i przy każdej kasie, od razu lub po trochu.',
        ru: 'Вы заплатили на {{ amount | money }} больше, чем стоил заказ {{ number }}. Как вы и хотели, разница лежит на этом коде. Им можно платить в интернет-магазине и на любой нашей кассе, сразу или по частям.',
      },
    },
    {
      kind: 'facts',
      rows: [
        { label: { en: 'Store credit code', pl: 'Kod do wykorzystania', ru: 'Код для покупок' }, value: '{{ code }}' },
        { label: { en: 'On it', pl: 'Na kodzie', ru: 'На нём' }, value: '{{ amount | money }}' },
        { label: { en: 'Good until', pl: 'Ważny do', ru: 'Действует до' }, value: '{{ until | day }}' },
        { label: { en: 'Order', pl: 'Zamówienie', ru: 'Заказ' }, value: '{{ number }}' },
      ],
    },
    {
      kind: 'button',
      copy: { en: 'See what is on it', pl: 'Sprawdź saldo', ru: 'Проверить остаток' },
      url: (data) => data.url,
    },
    {
      kind: 'small',
      copy: {
        en: 'Whoever has the code can spend it. Keep it as you would keep money.',
        pl: 'Kto ma kod, może go wydać. Przechowuj go jak pieniądze.',
        ru: 'Потратить код может любой, у кого он есть. Храните его как деньги.',
      },
    },
  ],
};
