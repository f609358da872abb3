import { tell } from '../signals.ts';

export const titleOf = (goods: { title: string; optionsText: string }): string =>
  [goods.title, goods.optionsText].filter(Boolean).join(', ');

/** The goods as a card into the conversation that is open. */
export const sendCard = (goods: { id: string; title: string; optionsText: string }) =>
  tell('card', { variantId: goods.id, title: titleOf(goods) });
