import { expect, test } from 'vitest';
import { policies, retailer } from './content.ts';
import { deliveryClassOf, deliveryRates, zoneOfPostcode } from './delivery-rates.ts';
import { locations } from './locations.ts';
import { shoppers } from './people.ts';
import { entries, findEntry } from './products.ts';

test('the footer’s pages exist in three languages: delivery, returns, withdrawal, contact, accessibility, terms, privacy', () => {
  expect(policies.map((policy) => policy.code)).toEqual([
    'delivery',
    'returns',
    'withdrawal',
    'contact',
    'accessibility',
    'terms',
    'privacy',
  ]);
  for (const policy of policies)
    for (const text of [
      policy.title,
      ...policy.sections.flatMap((section) => [section.heading, ...section.paragraphs]),
    ]) {
      expect(text.ru).toMatch(/[а-яё]/i);
      expect(text.en.length * text.pl.length).toBeGreaterThan(0);
      expect(text.pl).not.toBe(text.en);
    }
});

test('the retailer’s numbers belong to nobody and say so', () => {
  for (const number of [retailer.taxNumber, retailer.courtNumber, retailer.registryNumber]) {
    expect(number).toContain('demo');
    expect(number.replace(/\D/g, '')).toMatch(/^0+$/);
  }
});

test('every postcode of ours and of our shoppers has a zone, and every zone and size a rate', () => {
  for (const location of locations) expect(zoneOfPostcode(location.address.postcode), location.code).toBe('city');
  for (const shopper of shoppers) expect(zoneOfPostcode(shopper.address.postcode), shopper.code).not.toBeNull();
  expect(zoneOfPostcode('22-400')).toBe('poland');
  expect(zoneOfPostcode('0000')).toBeNull();
  for (const zone of ['city', 'poland'] as const)
    for (const size of ['parcel', 'furniture'] as const)
      expect(
        deliveryRates.some((rate) => rate.zone === zone && rate.size === size && rate.service === 'standard'),
      ).toBe(true);
});

test('a cushion goes by courier, a sofa by van', () => {
  expect(deliveryClassOf(findEntry('AKSA-CUSHION-GREEN-VELVET-50X50').variant.measures)).toBe('parcel');
  expect(deliveryClassOf(findEntry('LUND-SOFA-GREEN-VELVET').variant.measures)).toBe('furniture');
  const furniture = entries.filter(({ variant }) => deliveryClassOf(variant.measures) === 'furniture').length;
  expect(furniture).toBeGreaterThan(200);
  expect(furniture).toBeLessThan(entries.length - 150);
});
