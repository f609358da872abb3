import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { orderLineRows, orderTotalRows, sellerBlocks } from './orderRows.ts';

/** Of a sale in a store, to an address said at the till: what was bought, and nothing of who bought it. */
export const receipt: MailTemplate<MailData['receipt']> = {
  subject: {
    en: 'Your receipt {{ number }} from {{ placeName }}',
    pl: 'Potwierdzenie zakupu {{ number }}: {{ placeName }}',
    ru: 'Ваш чек {{ number }}: {{ placeName }}',
  },
  preview: {
    en: 'Total {{ totals.gross | money }}, {{ soldAt | moment }}.',
    pl: 'Razem {{ totals.gross | money }}, {{ soldAt | moment }}.',
    ru: 'Итого {{ totals.gross | money }}, {{ soldAt | moment }}.',
  },
  blocks: [
    {
      kind: 'heading',
      copy: { en: 'Thank you for your purchase', pl: 'Dziękujemy za zakupy', ru: 'Спасибо за покупку' },
    },
    {
      kind: 'facts',
      rows: [
        { label: { en: 'Receipt', pl: 'Zakup', ru: 'Чек' }, value: '{{ number }}' },
        { label: { en: 'Store', pl: 'Sklep', ru: 'Магазин' }, value: '{{ placeName }}' },
        { label: { en: 'Date', pl: 'Data', ru: 'Дата' }, value: '{{ soldAt | moment }}' },
      ],
    },
    { kind: 'rows', rows: orderLineRows },
    { kind: 'rows', rows: orderTotalRows },
    {
      kind: 'button',
      copy: { en: 'Open the receipt', pl: 'Otwórz potwierdzenie', ru: 'Открыть чек' },
      url: (data) => data.url,
    },
    {
      kind: 'small',
      copy: {
        en: 'There you can keep it with your account. Not your purchase? Say so there, and we take this address off it.',
        pl: 'Tam zapiszesz je na swoim koncie. To nie Twój zakup? Daj nam tam znać, a usuniemy z niego ten adres.',
        ru: 'Там его можно сохранить в своём аккаунте. Это не ваша покупка? Сообщите там же, и мы уберём из неё этот адрес.',
      },
    },
    ...sellerBlocks<MailData['receipt']>(),
  ],
};
