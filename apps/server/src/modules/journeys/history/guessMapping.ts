import type { Mapping } from './mapping.ts';

/** Names of columns as systems write them, folded; the first that is there is taken. */
const names = {
  at: [
    ...['timestamp', 'at', 'occurred at', 'event time', 'time', 'datetime', 'date time', 'transaction timestamp'],
    ...['created at', 'ordered at', 'order date', 'sold at', 'purchased at', 'invoice date', 'date', 'day'],
    ...['data', 'data zamowienia', 'data sprzedazy', 'czas', 'дата', 'дата заказа', 'время'],
  ],
  order: [
    ...['order id', 'order number', 'order no', 'order', 'receipt', 'receipt id', 'basket id', 'transaction id'],
    ...['invoice', 'invoice no', 'invoice id', 'nr zamowienia', 'paragon', 'nr paragonu', 'номер заказа', 'чек'],
  ],
  message: ['message id', 'event id', 'uuid', 'id'],
  user: [
    ...['user id', 'customer id', 'customer', 'customer number', 'client id', 'member id', 'household id', 'card'],
    ...['card number', 'loyalty number', 'email', 'e mail', 'klient', 'nr klienta', 'karta', 'клиент', 'карта'],
  ],
  visitor: ['anonymous id', 'visitor id', 'device id', 'cookie id', 'session id', 'distinct id'],
  event: ['event', 'event name', 'event type', 'action', 'zdarzenie', 'событие'],
  product: ['sku', 'product id', 'product', 'item id', 'stock code', 'article', 'produkt', 'towar', 'артикул', 'товар'],
  quantity: ['quantity', 'qty', 'units', 'ilosc', 'количество'],
  price: ['price', 'unit price', 'sales value', 'amount', 'gross', 'cena', 'wartosc', 'цена', 'сумма'],
  total: ['total', 'revenue', 'order total', 'grand total', 'amount', 'gross', 'value', 'suma', 'razem', 'итого'],
} satisfies Record<string, readonly string[]>;

const fold = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * A mapping by the usual names of columns, to begin with: a person looks at what it makes before anything comes in. undefined
 * where no column says when it happened or whose it is.
 */
export function guessMapping(
  columns: readonly string[],
  file: { name: string; format: Mapping['format']; delimiter?: string; zone: string },
): Mapping | undefined {
  const folded = new Map(columns.map((column) => [fold(column), column] as const).reverse());
  const find = (kind: keyof typeof names) => {
    const known = names[kind].map(fold).find((name) => folded.has(name));
    return known === undefined ? undefined : folded.get(known);
  };
  const [at, order, user, visitor, event] = [find('at'), find('order'), find('user'), find('visitor'), find('event')];
  const [product, quantity, price, total, message] = [
    find('product'),
    find('quantity'),
    find('price'),
    find('total'),
    find('message'),
  ];
  if (!at || !(user || visitor)) return undefined;
  const isBasket = order !== undefined && event === undefined;
  const lines = isBasket && product !== undefined;
  const id = isBasket ? [order] : message ? [message] : [user, visitor, event, at].filter((one) => one !== undefined);
  const number = (column: string) => ({ column, as: 'number' as const });
  return {
    source: sourceName(file.name),
    channel: isBasket ? 'store' : 'web',
    format: file.format,
    ...(file.delimiter && file.delimiter !== ',' ? { delimiter: file.delimiter } : {}),
    zone: file.zone,
    event: {
      name: event ?? { value: isBasket ? 'Order Completed' : 'Activity' },
      id,
      at,
      ...(user ? { userId: user } : {}),
      ...(visitor ? { anonymousId: visitor } : {}),
      ...(isBasket ? { properties: { order_id: order, ...(total && !lines ? { revenue: number(total) } : {}) } } : {}),
    },
    ...(lines
      ? {
          lines: {
            as: 'products',
            fields: {
              product_id: product,
              ...(quantity ? { quantity: number(quantity) } : {}),
              ...(price ? { price: number(price) } : {}),
            },
            ...(price ? { sum: { revenue: price } } : {}),
          },
        }
      : {}),
  };
}

/** `Sprzedaż 2024.csv.gz` → `sprzedaz-2024`. */
function sourceName(fileName: string): string {
  const name = fold(fileName.replace(/(\.(csv|tsv|txt|ndjson|jsonl|json|gz))+$/i, ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);
  return name.length >= 2 ? name : 'history';
}
