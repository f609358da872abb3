import type { Answer, Body } from '@throughline/client';
import type { Language } from '@throughline/ui/words';
import { readAmount, writeAmount } from '../../shared/page/index.ts';

export type Zones = Answer<'/api/staff/settings/delivery-zones', 'get'>;
type ZonesInput = Body<'/api/staff/settings/delivery-zones', 'put'>['zones'];

export interface Names {
  en: string;
  pl: string;
  ru: string;
}

/** A method as it is typed. */
export interface MethodRow {
  key: string;
  id?: string;
  name: Names;
  rate: string;
  freeFrom: string;
  daysMin: string;
  daysMax: string;
  cutOff: string;
}

export interface ZoneRow {
  key: string;
  id?: string;
  name: Names;
  prefixes: string;
  methods: MethodRow[];
}

export type MethodField = 'rate' | 'freeFrom' | 'daysMin' | 'daysMax' | 'cutOff';

const time = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const days = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined);

/** Whether a field of a method can be read as it stands. Pure. */
export function isReadable(row: MethodRow, field: MethodField, currency: string): boolean {
  switch (field) {
    case 'rate':
      return (readAmount(row.rate, currency) ?? -1) >= 0;
    case 'freeFrom':
      return row.freeFrom.trim() === '' || (readAmount(row.freeFrom, currency) ?? -1) >= 0;
    case 'cutOff':
      return row.cutOff.trim() === '' || time.test(row.cutOff.trim());
    case 'daysMin':
      return days(row.daysMin) !== undefined;
    case 'daysMax':
      return (days(row.daysMax) ?? -1) >= (days(row.daysMin) ?? 0);
  }
}

const fields: MethodField[] = ['rate', 'freeFrom', 'daysMin', 'daysMax', 'cutOff'];

export const areReadable = (rows: readonly ZoneRow[], currency: string): boolean =>
  rows.every((zone) => zone.methods.every((row) => fields.every((field) => isReadable(row, field, currency))));

export function toRows({ zones }: Zones, language: Language): ZoneRow[] {
  const write = (money: { amount: number; currency: string }) => writeAmount(money.amount, money.currency, language);
  return zones.map((zone) => ({
    key: zone.id,
    id: zone.id,
    name: zone.name,
    prefixes: zone.postcodePrefixes.join(', '),
    methods: zone.methods.map((method) => ({
      key: method.id,
      id: method.id,
      name: method.name,
      rate: write(method.rate),
      freeFrom: method.freeFrom ? write(method.freeFrom) : '',
      daysMin: String(method.daysMin),
      daysMax: String(method.daysMax),
      cutOff: method.cutOff ?? '',
    })),
  }));
}

/** As the server takes it; call it only for rows that are readable. */
export function toZones(rows: readonly ZoneRow[], currency: string): ZonesInput {
  const money = (text: string) => ({ amount: readAmount(text, currency) ?? 0, currency });
  return rows.map((zone) => ({
    ...(zone.id ? { id: zone.id } : {}),
    name: zone.name,
    postcodePrefixes: zone.prefixes
      .split(/[\s,;]+/)
      .map((prefix) => prefix.trim())
      .filter(Boolean),
    methods: zone.methods.map((method) => ({
      ...(method.id ? { id: method.id } : {}),
      name: method.name,
      rate: money(method.rate),
      freeFrom: method.freeFrom.trim() === '' ? null : money(method.freeFrom),
      daysMin: Number(method.daysMin),
      daysMax: Number(method.daysMax),
      cutOff: method.cutOff.trim() || null,
    })),
  }));
}

const noNames = (): Names => ({ en: '', pl: '', ru: '' });

export const newMethod = (): MethodRow => ({
  key: crypto.randomUUID(),
  name: noNames(),
  rate: '',
  freeFrom: '',
  daysMin: '2',
  daysMax: '4',
  cutOff: '',
});

export const newZone = (): ZoneRow => ({
  key: crypto.randomUUID(),
  name: noNames(),
  prefixes: '',
  methods: [newMethod()],
});
