import { expect, test } from 'vitest';
import { distanceKm } from './distance.ts';
import { findTowns } from './findTowns.ts';
import { readNear } from './readNear.ts';

const names = async (query: string, limit = 8) => (await findTowns(query, limit)).map((town) => town.name);

test('a town is found with and without Polish letters, by its beginning, the largest first', async () => {
  expect((await names('Łódź'))[0]).toBe('Łódź');
  expect((await names('lodz'))[0]).toBe('Łódź');
  expect((await names('krak'))[0]).toBe('Kraków');
  expect((await names('  KRAKÓW '))[0]).toBe('Kraków');
  expect((await names('bielsko biala'))[0]).toBe('Bielsko-Biała');
});

test('a whole name comes before a larger town that only begins so', async () => {
  expect((await names('chelm'))[0]).toBe('Chełm');
  expect((await names('ruda'))[0]).toMatch(/^Ruda/);
});

test('a later word of a name is found too, and a region tells towns of one name apart', async () => {
  expect(await names('gora', 20)).toContain('Jelenia Góra');
  const [first] = await findTowns('józefów lubelskie', 3);
  expect(first).toMatchObject({ name: 'Józefów', region: 'lubelskie' });
  const [other] = await findTowns('józefów maz', 3);
  expect(other).toMatchObject({ name: 'Józefów', region: 'mazowieckie' });
});

test('nothing typed and nothing known give nothing', async () => {
  expect(await names('')).toEqual([]);
  expect(await names(' - ')).toEqual([]);
  expect(await names('xyzzy')).toEqual([]);
  expect(await names('malopolskie')).toEqual([]);
});

test('"near" is a position or a town; what is neither is said so', async () => {
  expect(await readNear('50.0614, 19.9366')).toEqual({ town: null, point: { lat: 50.0614, lon: 19.9366 } });
  expect(await readNear('krakow')).toMatchObject({ town: { name: 'Kraków', region: 'małopolskie' } });
  await expect(readNear('xyzzy')).rejects.toMatchObject({ code: 'not_found' });
  await expect(readNear('120, 19')).rejects.toMatchObject({ code: 'invalid_request' });
});

test('distances are those of the map', async () => {
  const [krakow, warsaw] = [(await findTowns('kraków', 1))[0], (await findTowns('warszawa', 1))[0]];
  if (!krakow || !warsaw) throw new Error('no town');
  expect(distanceKm(krakow.point, warsaw.point)).toBeCloseTo(252, -0.5);
  expect(distanceKm(krakow.point, krakow.point)).toBe(0);
  // A quarter of a great circle.
  expect(distanceKm({ lat: 0, lon: 0 }, { lat: 90, lon: 0 })).toBeCloseTo(10_007.6, 0);
  expect(distanceKm({ lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 })).toBeCloseTo(111.2, 1);
});
