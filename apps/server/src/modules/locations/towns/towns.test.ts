import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const [header, ...lines] = readFileSync(new URL('./towns.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const towns = lines.map((line) => {
  const [name = '', ascii = '', region = '', lat = '', lon = '', population = ''] = line.split('\t');
  return { name, ascii, region, lat: Number(lat), lon: Number(lon), population: Number(population) };
});

test('the table has its six columns and at least 900 towns', () => {
  expect(header).toBe('name\tascii\tregion\tlat\tlon\tpopulation');
  expect(towns.length).toBeGreaterThan(900);
  expect(lines.every((line) => line.split('\t').length === 6)).toBe(true);
});

test('every town lies inside Poland, in one of its sixteen regions', () => {
  for (const town of towns) {
    expect(town.lat, town.name).toBeGreaterThan(49);
    expect(town.lat, town.name).toBeLessThan(54.9);
    expect(town.lon, town.name).toBeGreaterThan(14.1);
    expect(town.lon, town.name).toBeLessThan(24.2);
    expect(town.population, town.name).toBeGreaterThan(0);
  }
  expect(new Set(towns.map((town) => town.region)).size).toBe(16);
});

test('the folded name holds plain ASCII only, so a shopper without Polish keys finds the town', () => {
  for (const town of towns) expect(town.ascii).toMatch(/^[A-Za-z -]+$/);
});

test('the most populous come first, and districts of a city do not stand beside it', () => {
  expect(towns.slice(0, 4).map((town) => town.name)).toEqual(['Warszawa', 'Łódź', 'Kraków', 'Wrocław']);
  const names = new Set(towns.map((town) => town.name));
  for (const district of ['Mokotów', 'Praga Południe', 'Fordon', 'Krzyki']) expect(names.has(district)).toBe(false);
});
