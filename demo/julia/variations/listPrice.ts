import type { Scene } from '../cast.ts';

interface Money {
  amount: number;
  currency: string;
}

/** Sets the list price and says what a piece costs then: promotions come off it. */
export async function setListPrice(scene: Scene, variantId: string, gross: Money, reason: string): Promise<Money> {
  const admin = await scene.colleague('admin', scene.b);
  await admin.must('PUT', '/api/staff/prices', { market: 'PL', prices: [{ variantId, gross }], reason });
  const { items } = await admin.get(`/api/shop/prices?variantIds=${variantId}`);
  return items[0].unit;
}

/** So many hundredths of a price, in whole złoty as prices are. */
export const share = (price: Money, percent: number): Money => ({
  ...price,
  amount: Math.round((price.amount * percent) / 10_000) * 100,
});
