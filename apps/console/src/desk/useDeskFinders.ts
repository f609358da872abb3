import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { formatMoney } from '@throughline/ui/format';
import { unwrap, useApi } from '../shared/api.ts';
import { useLanguage, useWords } from '../shared/language.tsx';
import { type Found, useFinder } from '../shell/palette/finders.ts';
import { customerWords } from './customer/words.ts';
import { tell } from './signals.ts';
import { stockWords } from './stock/words.ts';
import type { DeskPlace } from './useDeskPlace.ts';
import { deskWords } from './words.ts';

/** What the palette finds at the desk: people (their conversation opens), orders by number, goods (their stock is shown). */
export function useDeskFinders(place: DeskPlace): void {
  const t = useWords(deskWords);
  const c = useWords(customerWords);
  const s = useWords(stockWords);
  const language = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const openWith = async (customerId: string) => {
    try {
      const thread = await unwrap(api.POST('/api/staff/threads', { body: { customerId } }));
      void queries.invalidateQueries({ queryKey: ['desk', 'inbox'] });
      place.open(thread.id);
    } catch (error) {
      notifications.show({ color: 'red', message: error instanceof Error ? error.message : String(error) });
    }
  };
  useFinder({
    id: 'desk-people',
    group: t('customer'),
    async find(query) {
      const { items } = await unwrap(api.GET('/api/staff/customers', { params: { query: { query } } }));
      return items.slice(0, 6).map(
        (one): Found => ({
          id: one.id,
          label: one.name ?? t('someone'),
          description: [c(one.verified ? 'verified' : 'claimed'), one.email?.masked, one.phone?.masked]
            .filter(Boolean)
            .join(' · '),
          run: () => void openWith(one.id),
        }),
      );
    },
  });
  useFinder({
    id: 'desk-orders',
    group: c('orders'),
    async find(query) {
      if (!/\d{3,}/.test(query)) return [];
      const { items } = await unwrap(
        api.GET('/api/staff/orders', { params: { query: { number: query.toUpperCase(), limit: 5 } } }),
      );
      return items.map(
        (order): Found => ({
          id: order.id,
          label: order.number,
          description: [order.contactName, formatMoney(order.total, language)].filter(Boolean).join(' · '),
          run: () => void openWithBuyer(order.id),
        }),
      );
    },
  });
  /** The address of an order may be that of several people: then they are listed, and nobody is guessed. */
  const openWithBuyer = async (orderId: string) => {
    const order = await unwrap(api.GET('/api/staff/orders/{id}', { params: { path: { id: orderId } } }));
    const { email } = order.contact;
    if (!email) return;
    const { items } = await unwrap(api.GET('/api/staff/customers', { params: { query: { query: email } } }));
    const [only, ...more] = items;
    if (only && more.length === 0) await openWith(only.id);
    else place.find(email);
  };
  useFinder({
    id: 'desk-goods',
    group: s('title'),
    async find(query) {
      if (!place.threadId) return [];
      const { items, droppedWords } = await unwrap(
        api.GET('/api/staff/search', { params: { query: { query, limit: 6 } } }),
      );
      // No word of it names goods: what the search shows then is everything.
      if (droppedWords.length >= query.trim().split(/\s+/).length) return [];
      return items.map((item): Found => {
        const free = item.ways.places.filter((one) => one.available > 0);
        return {
          id: item.variantId,
          label: [item.title, item.optionsText].filter(Boolean).join(', '),
          description: [
            item.price ? formatMoney(item.price.unit, language) : '',
            free
              .slice(0, 3)
              .map((one) => `${one.name} ${one.available}`)
              .join(' · '),
          ]
            .filter(Boolean)
            .join(' · '),
          run: () => tell('stock', { variantId: item.variantId }),
        };
      });
    },
  });
}
