import { isPlaceholder } from '../../customers/index.ts';
import { hashToUuid, type UsableEvent } from '../ingest/checkEvent.ts';
import { maxEventBytes } from '../ingest/limits.ts';
import type { Mapping, Value } from './mapping.ts';
import type { Row } from './readRows.ts';

export type RowFault = { line: number; column: string; value: string; rule: string };

const text = (value: unknown): string =>
  typeof value === 'string'
    ? value.trim()
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';

/** Nothing of a shop's life is older, and a wrong column read as a time would make a partition for each century. */
const earliest = Date.parse('1990-01-01T00:00:00Z');

/** The cell a value is made of, the value; undefined where the cell is empty. NA is what R writes for nothing. */
function made(value: Value, cells: Record<string, unknown>): string | number | boolean | undefined {
  if (typeof value === 'string') return clean(cells[value]);
  if ('value' in value) return value.value;
  const cell = clean(cells[value.column]);
  if (cell === undefined) return undefined;
  const meant = value.map && Object.hasOwn(value.map, cell) ? (value.map[cell] ?? cell) : cell;
  if (meant === '') return undefined;
  if (value.as === 'number') return toNumber(meant);
  return `${value.prefix ?? ''}${meant}`;
}

function clean(cell: unknown): string | undefined {
  const cleaned = text(cell);
  return cleaned === '' || cleaned === 'NA' ? undefined : cleaned;
}

/** With a decimal comma too, as half of Europe writes. */
function toNumber(cell: string): number | undefined {
  const number = Number(/^-?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell);
  return Number.isFinite(number) ? number : undefined;
}

function fieldsOf(fields: Record<string, Value> | undefined, cells: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields ?? {}).flatMap(([name, from]) => {
      const value = made(from, cells);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** `campaign.medium` is the medium of the campaign. */
function nested(fields: Record<string, unknown>): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    const [outer = name, inner] = name.split('.', 2);
    if (inner === undefined) made[outer] = value;
    else made[outer] = { ...(made[outer] as object | undefined), [inner]: value };
  }
  return made;
}

/** Rows that are one event; without `lines`, one row. */
export const eventKey = (mapping: Mapping, row: Row): string =>
  JSON.stringify(mapping.event.id.map((column) => text(row.cells[column])));

/** The event of these rows, as a tracking client would have sent it, or what is wrong with them. */
export function rowsToEvent(
  mapping: Mapping,
  rows: readonly [Row, ...Row[]],
  timeOf: (text: string) => number | undefined,
): UsableEvent | RowFault {
  const [first] = rows;
  const { cells, line } = first;
  const { event, lines } = mapping;
  const fault = (column: Value | string, rule: string): RowFault => ({
    line,
    column: typeof column === 'string' ? column : 'column' in column ? column.column : '',
    value: String(made(column, cells) ?? '').slice(0, 80),
    rule,
  });
  for (const column of event.id) if (text(cells[column]) === '') return fault(column, 'names the event and is empty');
  const when = made(event.at, cells);
  const at = when === undefined ? undefined : timeOf(String(when));
  if (at === undefined) return fault(event.at, 'is no time, such as 2026-03-01T12:30:00 or 2026-03-01 12:30');
  if (at < earliest) return fault(event.at, 'is before 1990');
  const userId = event.userId && made(event.userId, cells);
  const anonymousId = event.anonymousId && made(event.anonymousId, cells);
  if ([userId, anonymousId].every((id) => id === undefined || isPlaceholder(String(id))))
    return fault(event.userId ?? event.anonymousId ?? '', 'names nobody');
  const type = event.type ?? 'track';
  const name = event.name && made(event.name, cells);
  if (type === 'track' && name === undefined) return fault(event.name ?? '', 'names the event and is empty');
  const properties = fieldsOf(event.properties, cells);
  if (lines) {
    properties[lines.as] = rows.map((row) => fieldsOf(lines.fields, row.cells));
    for (const [property, column] of Object.entries(lines.sum ?? {})) {
      const sum = rows.reduce((total, row) => total + (toNumber(text(row.cells[column])) ?? 0), 0);
      // Cents, so that a thousand lines add up to what the till said.
      properties[property] = Math.round(sum * 100) / 100;
    }
  }
  const traits = fieldsOf(event.traits, cells);
  const whole = {
    type,
    ...(name === undefined ? {} : { event: String(name) }),
    ...(userId === undefined ? {} : { userId: String(userId) }),
    ...(anonymousId === undefined ? {} : { anonymousId: String(anonymousId) }),
    timestamp: new Date(at).toISOString(),
    properties,
    ...(Object.keys(traits).length > 0 ? { traits } : {}),
    context: { channel: mapping.channel, ...nested(fieldsOf(event.context, cells)) },
  };
  const json = JSON.stringify(whole);
  if (Buffer.byteLength(json) > maxEventBytes) return fault('', 'makes an event of more than 32 KB');
  const key = hashToUuid(`history ${type} ${eventKey(mapping, first)}`);
  return { type, at: new Date(at), key, trusted: false, event: whole, json };
}
