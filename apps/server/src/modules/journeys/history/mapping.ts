import Ajv from 'ajv';
import { type Static, Type } from 'typebox';
import { channels } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { Strict } from '../../../kernel/schemas.ts';
import { eventTypes } from '../ingest/checkEvent.ts';

/** What a field of an event is made of: a column by its name, a fixed value, or a column with a list of what its values mean. */
const Value = Type.Union([
  Type.String({ minLength: 1, description: 'Column' }),
  Strict({ value: Type.Union([Type.String(), Type.Number(), Type.Boolean()]) }),
  Strict({
    column: Type.String({ minLength: 1 }),
    as: Type.Optional(Type.Enum(['text', 'number'])),
    map: Type.Optional(Type.Record(Type.String(), Type.String(), { description: 'Values not named stay as they are' })),
    prefix: Type.Optional(Type.String()),
  }),
]);
export type Value = Static<typeof Value>;

const Fields = Type.Record(Type.String(), Value);

/** How a file of another system becomes events: kept beside the file, so that the import can be run again the same way. */
export const MappingSchema = Strict({
  source: Type.String({ pattern: '^[a-z][a-z0-9_-]{1,39}$', description: 'Made where there is none' }),
  channel: Type.Enum([...channels]),
  format: Type.Enum(['csv', 'ndjson']),
  delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
  zone: Type.Optional(Type.String({ description: 'IANA zone of times that name none; UTC unless said' })),
  event: Strict({
    type: Type.Optional(Type.Enum([...eventTypes])),
    name: Type.Optional(Value),
    id: Type.Array(Type.String(), { minItems: 1, description: 'Columns that together name one event' }),
    at: Value,
    userId: Type.Optional(Value),
    anonymousId: Type.Optional(Value),
    properties: Type.Optional(Fields),
    traits: Type.Optional(Fields),
    context: Type.Optional(
      Type.Record(Type.String(), Value, { description: 'campaign.medium names a part of a part' }),
    ),
  }),
  lines: Type.Optional(
    Strict(
      {
        as: Type.String({ description: 'Property that holds the rows, as products' }),
        fields: Fields,
        sum: Type.Optional(Type.Record(Type.String(), Type.String(), { description: 'Property: column added up' })),
      },
      { description: 'Rows of one id are one event: the lines of a basket' },
    ),
  ),
});
export type Mapping = Static<typeof MappingSchema>;

const validate = new Ajv({ allErrors: true }).compile<Mapping>(MappingSchema);

/** Throws invalid_request that names what does not fit. */
export function readMapping(text: string): Mapping {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new AppError('invalid_request', { detail: `The mapping is no JSON: ${(error as Error).message}` });
  }
  if (!validate(given)) {
    const first = validate.errors?.find(({ keyword }) => keyword !== 'anyOf') ?? validate.errors?.[0];
    throw new AppError('invalid_request', {
      detail: `The mapping does not fit at ${first?.instancePath || '/'}: ${first?.message ?? 'unknown'} ${JSON.stringify(first?.params ?? {})}`,
    });
  }
  const { type = 'track', name, userId, anonymousId } = given.event;
  const missing = type === 'track' && !name ? 'name' : !userId && !anonymousId ? 'userId or anonymousId' : undefined;
  if (missing) throw new AppError('invalid_request', { detail: `The mapping lacks event.${missing}.` });
  if (given.zone !== undefined && !isZone(given.zone))
    throw new AppError('invalid_request', { detail: `The mapping names no zone there is: ${given.zone}.` });
  return given;
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
