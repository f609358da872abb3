import type { Language } from '../../../../kernel/context.ts';
import type { MailTemplate, Row } from '../blocks.ts';
import type { Copy, MailData, OrderLine } from '../data.ts';
import { formatDay, formatMoney, formatRate } from '../format.ts';
import { isCase } from './shared.ts';

type Data = MailData['order_confirmed'];

const words = {
  delivery: { en: 'Delivery', pl: 'Dostawa', ru: 'Доставка' },
  pickup: { en: 'Pick-up', pl: 'Odbiór', ru: 'Самовывоз' },
  inStore: { en: 'Taken along', pl: 'Na miejscu', ru: 'На месте' },
  from: { en: 'from', pl: 'od', ru: 'с' },
  net: { en: 'net', pl: 'netto', ru: 'нетто' },
} satisfies Record<string, Copy>;

function wayOf(line: OrderLine, language: Language, zone: string): string {
  const day = (instant: string) => formatDay(instant, language, zone);
  switch (line.way.method) {
    case 'delivery': {
      const { from, to } = line.way;
      if (!from) return words.delivery[language];
      return `${words.delivery[language]}: ${to && to !== from ? `${day(from)} – ${day(to)}` : day(from)}`;
    }
    case 'pickup':
      return `${words.pickup[language]}: ${line.way.placeName}${line.way.from ? `, ${words.from[language]} ${day(line.way.from)}` : ''}`;
    case 'in_store':
      return `${words.inStore[language]}: ${line.way.placeName}`;
  }
}

function lineRows(data: Data, language: Language): Row[] {
  return data.lines.map((line) => ({
    title: line.quantity > 1 ? `${line.quantity} × ${line.title}` : line.title,
    details: [...(line.options ? [line.options] : []), wayOf(line, language, data.zone)],
    amount: formatMoney(line.price, language),
    url: null,
  }));
}

function totalRows(data: Data, language: Language): Row[] {
  const say = (copy: Copy) => copy[language];
  const row = (title: string, amount: Data['totals']['gross'], details: string[] = []): Row => ({
    title,
    details,
    amount: formatMoney(amount, language),
    url: null,
  });
  const { discount, gross } = data.totals;
  return [
    ...(discount.amount > 0
      ? [
          row(
            say({ en: 'Discount, already taken off', pl: 'Rabat, już uwzględniony', ru: 'Скидка, уже учтена' }),
            discount,
          ),
        ]
      : []),
    row(
      say({ en: 'Total, VAT included', pl: 'Razem z VAT', ru: 'Итого с НДС' }),
      gross,
      data.taxes.map(({ rateBp, net, tax }) => {
        const vat = say({ en: 'VAT', pl: 'VAT', ru: 'НДС' });
        return `${vat} ${formatRate(rateBp, language)}: ${formatMoney(tax, language)} (${words.net[language]} ${formatMoney(net, language)})`;
      }),
    ),
  ];
}

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
    { kind: 'rows', rows: lineRows },
    { kind: 'rows', rows: totalRows },
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
    {
      kind: 'small',
      copy: {
        en: 'Seller: {{ seller.name }}, {{ seller.address }}. Tax ID {{ seller.taxId }}.',
        pl: 'Sprzedawca: {{ seller.name }}, {{ seller.address }}. NIP {{ seller.taxId }}.',
        ru: 'Продавец: {{ seller.name }}, {{ seller.address }}. ИНН (NIP) {{ seller.taxId }}.',
      },
    },
    {
      kind: 'small',
      when: (data) => data.seller.register !== null,
      copy: { en: '{{ seller.register }}', pl: '{{ seller.register }}', ru: '{{ seller.register }}' },
    },
    {
      kind: 'small',
      copy: { en: 'E-mail: {{ seller.email }}', pl: 'E-mail: {{ seller.email }}', ru: 'E-mail: {{ seller.email }}' },
    },
    {
      kind: 'small',
      when: (data) => data.seller.phone !== null,
      copy: { en: 'Phone: {{ seller.phone }}', pl: 'Telefon: {{ seller.phone }}', ru: 'Телефон: {{ seller.phone }}' },
    },
  ],
};
