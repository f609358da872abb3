import { tell } from '../signals.ts';

interface Goods {
  title: string;
  optionsText: string;
}

/** `Lund sofa, green, velvet` */
export const titleOf = (goods: Goods): string => [goods.title, goods.optionsText].filter(Boolean).join(', ');

export const sendCard = (goods: Goods & { id: string }): void =>
  tell('card', { variantId: goods.id, title: titleOf(goods) });
