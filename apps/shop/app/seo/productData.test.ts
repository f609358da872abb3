import { expect, test } from 'vitest';
import { lund } from '../product/product.fixture.ts';
import { breadcrumbData } from './breadcrumbData.ts';
import { productData } from './productData.ts';
import { writeSitemap } from './writeSitemap.ts';

interface Offer {
  price: string;
  priceSpecification?: { price: string; priceType: string };
  availability: string;
  shippingDetails?: { shippingRate: { value: string } };
}
interface Group {
  '@type': string;
  variesBy: string[];
  hasVariant: { sku: string; url: string; image: string[]; offers: Offer }[];
}

const shop = { publicUrl: 'https://shop.example', name: 'Velora' };
const group = productData(lund, shop, 'en') as Group;
const of = (sku: string) => group.hasVariant.find((variant) => variant.sku === sku);

test('search engines read the prices of the page: what is paid, and struck only the lowest of the 30 days before', () => {
  expect(of('LUND-GREEN-VELVET')?.offers).toMatchObject({
    price: '3869.10',
    priceSpecification: { price: '4299.00', priceType: 'https://schema.org/StrikethroughPrice' },
  });
  expect(of('LUND-BLUE-VELVET')?.offers.priceSpecification).toBeUndefined();
  for (const variant of lund.variants)
    expect(of(variant.sku)?.offers.price).toBe(((variant.price?.unit.amount ?? 0) / 100).toFixed(2));
});

test('and its stock: sent, only in a store, expected', () => {
  const said = (sku: string) => of(sku)?.offers.availability.split('/').at(-1);
  expect([said('LUND-BLUE-VELVET'), said('LUND-GREEN-VELVET'), said('LUND-GREY-LINEN')]).toEqual([
    'InStock',
    'InStoreOnly',
    'BackOrder',
  ]);
  expect(of('LUND-BLUE-VELVET')?.offers.shippingDetails?.shippingRate.value).toBe('199.00');
  expect(of('LUND-GREEN-VELVET')?.offers.shippingDetails).toBeUndefined();
});

test('each variant has its own picture and an address that preselects it', () => {
  expect(group['@type']).toBe('ProductGroup');
  expect(group.variesBy).toEqual(['https://schema.org/color', 'https://schema.org/material']);
  expect(of('LUND-GREEN-VELVET')).toMatchObject({
    url: 'https://shop.example/en/p/lund-sofa?variant=LUND-GREEN-VELVET',
    image: ['https://shop.example/media/green.svg'],
  });
});

test('a product of one variant is a Product with one offer', () => {
  const [first] = lund.variants;
  if (!first) throw new Error('no variant');
  expect(productData({ ...lund, variants: [first] }, shop, 'en')).toMatchObject({
    '@type': 'Product',
    sku: first.sku,
    description: lund.description,
    offers: { '@type': 'Offer' },
  });
});

test('a breadcrumb counts from one and names whole addresses', () => {
  expect(breadcrumbData([{ name: 'Home', href: '/en' }], 'https://shop.example')).toMatchObject({
    itemListElement: [{ position: 1, name: 'Home', item: 'https://shop.example/en' }],
  });
});

test('the map names every page in every language, and is well-formed whatever an address holds', () => {
  const xml = writeSitemap(
    [{ alternates: { pl: '/pl/p/a&b', en: '/en/p/a', ru: '/ru/p/a' }, changed: '2026-11-01T00:00:00.000Z' }],
    'https://shop.example',
  );
  expect(xml.match(/<loc>/g)).toHaveLength(3);
  expect(xml.match(/hreflang="ru"/g)).toHaveLength(3);
  expect(xml).toContain('https://shop.example/pl/p/a&amp;b');
});
