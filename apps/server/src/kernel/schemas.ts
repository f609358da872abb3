import { type Static, type TProperties, type TSchema, Type } from 'typebox';

/** Shapes that every part of the API shares. Objects refuse unknown fields. */
export const Id = Type.String({ format: 'uuid', description: 'UUIDv7' });
export const Timestamp = Type.String({ format: 'date-time', description: 'RFC 3339, UTC' });
export const MoneySchema = Type.Object(
  {
    amount: Type.Integer({
      minimum: Number.MIN_SAFE_INTEGER,
      maximum: Number.MAX_SAFE_INTEGER,
      description: 'Integer minor units',
    }),
    currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' }),
  },
  { additionalProperties: false },
);
export const LanguageSchema = Type.Union([Type.Literal('en'), Type.Literal('pl'), Type.Literal('ru')]);
export const LocalizedText = Type.Object(
  { en: Type.String(), pl: Type.String(), ru: Type.String() },
  { additionalProperties: false },
);
export type LocalizedText = Static<typeof LocalizedText>;
export const Quantity = Type.Integer({ minimum: 1, maximum: 10_000 });

/** An object whose unknown fields are refused. */
export const Strict = <T extends TProperties>(properties: T, options: { description?: string } = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options });

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const PageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
};
export const Page = <T extends TSchema>(item: T) =>
  Strict({ items: Type.Array(item), nextCursor: Nullable(Type.String({ description: 'null on the last page' })) });
