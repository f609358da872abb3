import type { Ctx } from '../src/kernel/context.ts';
import { inTransaction } from '../src/kernel/database.ts';
import { Refusal } from '../src/kernel/result.ts';
import { saveCategory, saveProduct } from '../src/modules/catalogue/index.ts';
import { saveLocation } from '../src/modules/locations/index.ts';
import { setPrices, setTaxClasses } from '../src/modules/pricing/index.ts';
import { saveDeliveryZones } from '../src/modules/settings/index.ts';
import { hashStaffPassword, saveMember } from '../src/modules/staff/index.ts';
import { changeOnHand, holdsOnLevel, releaseReservations } from '../src/modules/stock/index.ts';
import { type Person, person } from './person.ts';
import type { TestServer } from './testServer.ts';

/** A retailer of three places and one sofa, for tests of acts that span modules. */
export interface SmallShop {
  krakow: string;
  warszawa: string;
  warehouse: string;
  green: string;
  blue: string;
  /** A browser without a session. */
  visitor(server?: TestServer): Person;
  shopper(server?: TestServer): Promise<Person>;
  staff(name: 'agent' | 'krakow' | 'warszawa' | 'manager' | 'admin', server?: TestServer): Promise<Person>;
}

const text = (en: string, pl: string, ru: string) => ({ en, pl, ru });
const day: [string, string][] = [['10:00', '20:00']];
const hours = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: [] };
const place = (line1: string, postcode: string, city: string) => ({ line1, postcode, city, country: 'PL' });
const password = 'a-password-for-tests';
const shared = { zone: 'Europe/Warsaw', hours, phone: '+48221234567', preparationMinutes: 60, cutOff: '18:00' };

export async function smallShop(server: TestServer, stock = { krakowGreen: 1, warehouseBlue: 10 }): Promise<SmallShop> {
  const ctx = server.ctx();
  const krakow = await saveLocation(ctx, {
    ...shared,
    code: 'KRK',
    kind: 'store',
    name: 'Kraków',
    address: place('Długa 1', '31-146', 'Kraków'),
    point: { lat: 50.0647, lon: 19.945 },
    capabilities: ['pickup', 'reserve', 'pay', 'display', 'return'],
  });
  const warszawa = await saveLocation(ctx, {
    ...shared,
    code: 'WAW',
    kind: 'store',
    name: 'Warszawa Centrum',
    address: place('Złota 2', '00-019', 'Warszawa'),
    point: { lat: 52.2297, lon: 21.0122 },
    capabilities: ['pickup', 'reserve', 'pay', 'display', 'return'],
  });
  const warehouse = await saveLocation(ctx, {
    ...shared,
    code: 'LDZ',
    kind: 'warehouse',
    name: 'Łódź',
    address: place('Magazynowa 3', '93-001', 'Łódź'),
    point: { lat: 51.7592, lon: 19.456 },
    capabilities: ['ship'],
  });
  await saveDeliveryZones(ctx, {
    market: 'PL',
    zones: [
      {
        name: text('Poland', 'Polska', 'Польша'),
        postcodePrefixes: [],
        rate: { amount: 9_900, currency: 'PLN' },
        freeFrom: { amount: 500_000, currency: 'PLN' },
        daysMin: 2,
        daysMax: 4,
      },
    ],
  });
  await saveCategory(ctx, { code: 'sofas', name: text('Sofas', 'Sofy', 'Диваны') });
  const saved = await saveProduct(ctx, {
    code: 'lund',
    title: text('Lund sofa', 'Sofa Lund', 'Диван Lund'),
    description: text('A sofa in velvet.', 'Sofa z aksamitu.', 'Диван из бархата.'),
    categoryCode: 'sofas',
    taxClass: 'standard',
    options: [
      {
        code: 'colour',
        label: text('Colour', 'Kolor', 'Цвет'),
        values: [
          { code: 'green', label: text('green', 'zielony', 'зелёный'), hex: '#0F5D4A' },
          { code: 'blue', label: text('blue', 'niebieski', 'синий'), hex: '#2C6FA6' },
        ],
      },
      {
        code: 'fabric',
        label: text('Fabric', 'Tkanina', 'Ткань'),
        values: [{ code: 'velvet', label: text('velvet', 'aksamit', 'бархат') }],
      },
    ],
    variants: [
      { sku: 'LUND-GREEN', options: { colour: 'green', fabric: 'velvet' } },
      { sku: 'LUND-BLUE', options: { colour: 'blue', fabric: 'velvet' } },
    ],
  });
  if (saved instanceof Refusal) throw new Error(saved.reason);
  const [green, blue] = ['LUND-GREEN', 'LUND-BLUE'].map(
    (sku) => saved.variants.find((variant) => variant.sku === sku)?.id ?? '',
  );
  if (!green || !blue) throw new Error('the sofa was not saved');
  await setTaxClasses(
    ctx,
    [green, blue].map((variantId) => ({ variantId, taxClass: 'standard' })),
  );
  await setPrices(ctx, {
    market: 'PL',
    prices: [green, blue].map((variantId) => ({ variantId, gross: { amount: 386_900, currency: 'PLN' } })),
    reason: 'first price',
  });
  await changeOnHand(ctx, [
    { variantId: green, locationId: krakow.id, kind: 'receive', delta: stock.krakowGreen, reason: 'delivery' },
    { variantId: blue, locationId: warehouse.id, kind: 'receive', delta: stock.warehouseBlue, reason: 'delivery' },
  ]);
  await saveStaff(ctx, krakow.id, warszawa.id);
  return {
    krakow: krakow.id,
    warszawa: warszawa.id,
    warehouse: warehouse.id,
    green,
    blue,
    visitor: (on = server) => person(on),
    async shopper(on = server) {
      const shopper = person(on);
      await shopper.post('/api/shop/session', {});
      return shopper;
    },
    async staff(name, on = server) {
      const member = person(on);
      await member.must('POST', '/api/staff/sign-in', { email: `${name}@shop.example`, password });
      return member;
    },
  };
}

/** The level is as if nothing had been held: what is held is given free, and the shelf is counted. */
export async function restock(
  ctx: Ctx,
  level: { variantId: string; locationId: string },
  units: number,
): Promise<void> {
  const holds = await holdsOnLevel(ctx, level);
  await inTransaction(ctx, (tx) =>
    releaseReservations(
      tx,
      holds.map((hold) => hold.id),
      'by_store',
    ),
  );
  await changeOnHand(ctx, [{ ...level, kind: 'count', counted: units, reason: 'counted between tests' }]);
}

async function saveStaff(ctx: Ctx, krakow: string, warszawa: string): Promise<void> {
  const passwordHash = await hashStaffPassword(password);
  const people = [
    ['agent', 'agent', 'all'],
    ['krakow', 'associate', [krakow]],
    ['warszawa', 'associate', [warszawa]],
    ['manager', 'manager', [krakow]],
    ['admin', 'admin', 'all'],
  ] as const;
  for (const [name, role, locationIds] of people) {
    await saveMember(ctx, {
      email: `${name}@shop.example`,
      name: `Test ${name}`,
      role,
      locationIds: locationIds === 'all' ? 'all' : [...locationIds],
      passwordHash,
    });
  }
}
