import type { Language } from '../../../../kernel/context.ts';
import type { Block, Row } from '../blocks.ts';
import type { Copy, MailData, OrderLine, SellerLegal } from '../data.ts';
import { formatDay, formatMoney, formatRate } from '../format.ts';

type Bought = Pick<MailData['order_confirmed'], 'lines' | 'totals' | 'taxes' | 'zone'>;

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

/** What was bought, how it comes, and what it cost. */
export function orderLineRows(data: Bought, language: Language): Row[] {
  return data.lines.map((line) => ({
    title: line.quantity > 1 ? `${line.quantity} × ${line.title}` : line.title,
    details: [...(line.options ? [line.options] : []), wayOf(line, language, data.zone)],
    amount: formatMoney(line.price, language),
    url: null,
  }));
}

/** The sum, with the tax in it by rate. */
export function orderTotalRows(data: Bought, language: Language): Row[] {
  const say = (copy: Copy) => copy[language];
  const row = (title: string, amount: Bought['totals']['gross'], details: string[] = []): Row => ({
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

/** Who sold it, as the law wants it said. */
export const sellerBlocks = <D extends { seller: SellerLegal }>(): Block<D>[] => [
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
];
