import { Type } from 'typebox';
import { Id, LocalizedText, Nullable, Strict, Timestamp } from '../../kernel/schemas.ts';
import { gaps } from './completeness.ts';

/** Shapes of the catalogue as the API shows and takes them. */
export const Code = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$' });
export const Sku = Type.String({ pattern: '^[!-~]{1,64}$' });
const ValueCode = Type.String({ minLength: 1, maxLength: 100 });
const Title = Strict({
  en: Type.String({ minLength: 1, maxLength: 300 }),
  pl: Type.String({ minLength: 1, maxLength: 300 }),
  ru: Type.String({ minLength: 1, maxLength: 300 }),
});
const LongText = Strict({
  en: Type.String({ maxLength: 20_000 }),
  pl: Type.String({ maxLength: 20_000 }),
  ru: Type.String({ maxLength: 20_000 }),
});
const AttributeValue = Type.Union([
  Type.String({ maxLength: 500 }),
  Type.Number(),
  Type.Boolean(),
  Type.Array(Type.String({ maxLength: 500 }), { maxItems: 50 }),
]);
export const Attributes = Type.Record(Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$' }), AttributeValue);
const Figure = Type.Number({ minimum: 0, maximum: 1_000_000 });
export const Measures = Type.Record(
  Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$' }),
  Type.Union([Figure, Type.Record(Type.String({ pattern: '^[A-Za-z0-9_]{1,100}$' }), Figure)]),
  { description: 'Lengths in centimetres, weights in kilograms' },
);
const Address = Strict({
  line1: Type.String({ minLength: 1, maxLength: 200 }),
  postcode: Type.String({ minLength: 1, maxLength: 20 }),
  city: Type.String({ minLength: 1, maxLength: 100 }),
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
});
const Contact = {
  name: Type.String({ minLength: 1, maxLength: 200 }),
  address: Address,
  email: Type.String({ format: 'email', maxLength: 200 }),
};
export const Maker = Strict(
  {
    ...Contact,
    website: Type.Optional(Type.String({ format: 'uri', maxLength: 300 })),
    euResponsible: Type.Optional(Strict(Contact)),
  },
  { description: 'Who made it, as Regulation (EU) 2023/988 asks to show' },
);
export const Option = Strict({
  code: Code,
  label: Title,
  values: Type.Array(
    Strict({ code: ValueCode, label: Title, hex: Type.Optional(Type.String({ pattern: '^#[0-9A-Fa-f]{6}$' })) }),
    { maxItems: 200 },
  ),
});
export const Alt = Strict({
  en: Type.String({ maxLength: 500 }),
  pl: Type.String({ maxLength: 500 }),
  ru: Type.String({ maxLength: 500 }),
});
const PictureKind = Type.Union([Type.Literal('picture'), Type.Literal('dimensions')]);
const PictureContentType = Type.Union([
  Type.Literal('image/svg+xml'),
  Type.Literal('image/png'),
  Type.Literal('image/jpeg'),
  Type.Literal('image/webp'),
]);
const picture = {
  kind: PictureKind,
  contentType: PictureContentType,
  content: Type.String({ minLength: 1, maxLength: 4_200_000, description: 'SVG as text, other types in base64' }),
  alt: LocalizedText,
};
export const PictureInput = Strict(picture);
export const AddPicture = Strict({ ...picture, sku: Type.Optional(Sku) });

export const ProductBody = Strict({
  version: Type.Optional(Type.Integer({ minimum: 0, description: 'As read; absent or 0 for a new product' })),
  title: Title,
  description: LongText,
  slug: Type.Optional(Title),
  categoryCode: Code,
  brand: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 100 }))),
  maker: Type.Optional(Nullable(Maker)),
  attributes: Type.Optional(Attributes),
  measures: Type.Optional(Measures),
  options: Type.Optional(Type.Array(Option, { maxItems: 10 })),
  taxClass: Type.String({ minLength: 1, maxLength: 50 }),
  care: Type.Optional(Nullable(LongText)),
  warnings: Type.Optional(Type.Array(LongText, { maxItems: 20 })),
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  archived: Type.Optional(Type.Boolean()),
  pictures: Type.Optional(Type.Array(PictureInput, { maxItems: 30 })),
  variants: Type.Array(
    Strict({
      sku: Sku,
      gtin: Type.Optional(Nullable(Type.String({ maxLength: 14 }))),
      options: Type.Optional(Type.Record(Type.String(), ValueCode)),
      attributes: Type.Optional(Attributes),
      measures: Type.Optional(Measures),
      archived: Type.Optional(Type.Boolean()),
      pictures: Type.Optional(Type.Array(PictureInput, { maxItems: 10 })),
    }),
    { maxItems: 500, description: 'Variants that are not named stay as they are' },
  ),
});

export const SavedProduct = Strict({
  id: Id,
  code: Code,
  version: Type.Integer(),
  created: Type.Boolean(),
  variants: Type.Array(Strict({ id: Id, sku: Type.String() })),
});

export const Picture = Strict({
  id: Id,
  kind: PictureKind,
  url: Type.String(),
  contentType: PictureContentType,
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
  alt: LocalizedText,
  variantId: Nullable(Id),
});

export const VariantCard = Strict({
  id: Id,
  sku: Type.String(),
  gtin: Nullable(Type.String()),
  productId: Id,
  productCode: Type.String(),
  slug: LocalizedText,
  title: LocalizedText,
  optionsText: LocalizedText,
  options: Type.Array(
    Strict({
      code: Type.String(),
      label: LocalizedText,
      valueCode: Type.String(),
      valueLabel: LocalizedText,
      hex: Nullable(Type.String()),
    }),
  ),
  pictureUrl: Nullable(Type.String()),
  taxClass: Type.String(),
  categoryId: Id,
  brand: Nullable(Type.String()),
  attributes: Attributes,
  measures: Measures,
  archived: Type.Boolean(),
});

export const Product = Strict({
  id: Id,
  code: Type.String(),
  version: Type.Integer(),
  slugs: LocalizedText,
  title: LocalizedText,
  description: LocalizedText,
  care: Nullable(LocalizedText),
  warnings: Type.Array(LocalizedText),
  categoryId: Id,
  categories: Type.Array(Strict({ id: Id, code: Type.String(), name: LocalizedText, slug: LocalizedText })),
  brand: Nullable(Type.String()),
  maker: Nullable(Maker),
  attributes: Attributes,
  facts: Type.Array(
    Strict({
      code: Type.String(),
      label: LocalizedText,
      value: AttributeValue,
      text: Nullable(LocalizedText),
      unit: Nullable(Type.String()),
    }),
  ),
  measures: Measures,
  options: Type.Array(Option),
  taxClass: Type.String(),
  position: Type.Integer(),
  pictures: Type.Array(Picture),
  variants: Type.Array(VariantCard),
  archived: Type.Boolean(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});

export const ProductSummary = Strict({
  id: Id,
  code: Type.String(),
  version: Type.Integer(),
  title: LocalizedText,
  slug: LocalizedText,
  categoryId: Id,
  brand: Nullable(Type.String()),
  variantCount: Type.Integer(),
  variantIds: Type.Array(Id, { description: 'On sale, in their order' }),
  pictureUrl: Nullable(Type.String()),
  archived: Type.Boolean(),
  missing: Type.Array(Type.Enum(gaps), { description: 'What is still to be filled in' }),
  completeness: Type.Integer({ minimum: 0, maximum: 100, description: 'Whole percent' }),
  updatedAt: Timestamp,
});

const category = {
  id: Id,
  code: Type.String(),
  parentId: Nullable(Id),
  name: LocalizedText,
  slug: LocalizedText,
  position: Type.Integer(),
  archived: Type.Boolean(),
  version: Type.Integer(),
};
export const Category = Strict(category);
export const CategoryWithCount = Strict({
  ...category,
  productCount: Type.Integer({ description: 'On sale in it and below it' }),
});

export const CategoryBody = Strict({
  version: Type.Optional(Type.Integer({ minimum: 0, description: 'As read; absent or 0 for a new category' })),
  parentCode: Type.Optional(Nullable(Code)),
  name: Title,
  slug: Type.Optional(Title),
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  archived: Type.Optional(Type.Boolean()),
});

const attribute = {
  code: Code,
  label: Title,
  kind: Type.Union([Type.Literal('enum'), Type.Literal('number'), Type.Literal('boolean'), Type.Literal('text')]),
};
export const AttributeBody = Strict({
  label: attribute.label,
  kind: attribute.kind,
  unit: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 30 }))),
  values: Type.Optional(Type.Record(Type.String({ minLength: 1, maxLength: 100 }), Title)),
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
  filterable: Type.Optional(Type.Boolean()),
});
export const Attribute = Strict({
  ...attribute,
  unit: Nullable(Type.String()),
  values: Type.Record(Type.String(), LocalizedText),
  position: Type.Integer(),
  filterable: Type.Boolean(),
});

export const Suggestions = Strict({
  queries: Type.Array(Type.String()),
  categories: Type.Array(Strict({ id: Id, code: Type.String(), name: LocalizedText, slug: LocalizedText })),
  products: Type.Array(
    Strict({
      productId: Id,
      variantId: Id,
      title: LocalizedText,
      slug: LocalizedText,
      pictureUrl: Nullable(Type.String()),
    }),
  ),
  intent: Nullable(
    Strict({ intent: Type.String(), exclusive: Type.Boolean({ description: 'The query asks for nothing else' }) }),
  ),
});
