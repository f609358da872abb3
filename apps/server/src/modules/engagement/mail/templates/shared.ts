import type { Language } from '../../../../kernel/context.ts';
import type { Block, Fact, Row } from '../blocks.ts';
import type { Goods, Place } from '../data.ts';
import { formatMoney } from '../format.ts';

/** Goods as lines: title, what was chosen, how many, and the price where there is one. */
export function goodsRows(goods: readonly Goods[], language: Language): Row[] {
  return goods.map((item) => ({
    title: item.quantity > 1 ? `${item.quantity} × ${item.title}` : item.title,
    details: item.options ? [item.options] : [],
    amount: item.price ? formatMoney(item.price, language) : null,
    url: null,
  }));
}

/** Where to go: the store, its address and its hours, as every mail about collecting says it. */
export function placeFacts<D extends { place: Place }>(): Fact<D>[] {
  return [
    {
      label: { en: 'Where', pl: 'Gdzie', ru: 'Где' },
      value: '{{ place.name }}\n{{ place.line1 }}, {{ place.postcode }} {{ place.city }}',
    },
    { label: { en: 'Opening hours', pl: 'Godziny otwarcia', ru: 'Часы работы' }, value: '{{ place.hours | week }}' },
    {
      label: { en: 'Phone', pl: 'Telefon', ru: 'Телефон' },
      value: '{{ place.phone }}',
      when: (data) => data.place.phone !== null,
    },
  ];
}

/** The code to say at the counter, and its QR picture for the scanner. */
export function codeBlock<D extends { code: string; url: string }>(): Block<D> {
  return {
    kind: 'code',
    code: (data) => data.code,
    qr: (data) => data.url,
    alt: { en: 'The code as a QR picture', pl: 'Kod jako obrazek QR', ru: 'Код в виде QR-картинки' },
  };
}

/** Whether this case of a choice applies. A choice that is missing is an error: no block would apply, and the mail would be silent about it. */
export function isCase<T extends string | boolean>(value: T, wanted: T): boolean {
  if (value === undefined) throw new Error('a choice that the mail depends on is missing');
  return value === wanted;
}
