import { Type } from 'typebox';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { companyWide, everyone, Reply, route, staffOrKey } from '../../kernel/route.ts';
import { Id, LanguageSchema, LocalizedText, Page, PageQuery, Strict } from '../../kernel/schemas.ts';
import { addPicture } from './addPicture.ts';
import { archiveProduct } from './archiveProduct.ts';
import { arrangePictures } from './arrangePictures.ts';
import { categoryPictures } from './categoryPictures.ts';
import { getMedia } from './getMedia.ts';
import { getProduct } from './getProducts.ts';
import { listAttributes } from './listAttributes.ts';
import { listCategories } from './listCategories.ts';
import { listProducts } from './listProducts.ts';
import { productAddresses } from './productAddresses.ts';
import { saveAttributes } from './saveAttributes.ts';
import { saveCategory } from './saveCategories.ts';
import { saveProduct } from './saveProduct.ts';
import * as shapes from './schemas.ts';
import { suggest } from './search/suggest.ts';

const mayRead = staffOrKey('catalogue:write', 'admin', 'manager');
const mayWrite = companyWide(mayRead);
const tag = 'catalogue';
const byCode = Strict({ code: shapes.Code });
/** Pictures travel inside JSON. */
const pictureBody = 5 * 1024 * 1024;

/** People must say which version they looked at; a machine's feed is the truth and replaces what is there. */
function expectedVersion(ctx: Ctx, version: number | undefined): { version?: number } {
  if (version !== undefined) return { version };
  return ctx.actor.kind === 'machine' ? {} : { version: 0 };
}

const shopRoutes = [
  route({
    method: 'GET',
    path: '/api/shop/categories',
    summary: 'The category tree, parents before children',
    tag,
    audience: everyone,
    response: Strict({ items: Type.Array(shapes.CategoryWithCount) }),
    handle: async (ctx) => ({ items: await listCategories(ctx) }),
  }),
  route({
    method: 'GET',
    path: '/api/shop/category-pictures',
    summary: 'A picture for each category at the top: its first product’s',
    tag,
    audience: everyone,
    response: Strict({ items: Type.Array(Strict({ categoryId: Id, pictureUrl: Type.String() })) }),
    handle: async (ctx) => ({ items: await categoryPictures(ctx) }),
  }),
  route({
    method: 'GET',
    path: '/api/shop/product-addresses',
    summary: 'The address of every product on sale, in all languages, by code: for site maps',
    tag,
    audience: everyone,
    query: Strict({
      cursor: Type.Optional(Type.String({ maxLength: 400 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5_000, default: 1_000 })),
    }),
    response: Page(Strict({ slugs: LocalizedText, updatedAt: Type.String({ format: 'date-time' }) })),
    handle: (ctx, { query }) => productAddresses(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/api/shop/products/:slugOrId/catalogue',
    summary: 'What a product is, in all languages: no price, no stock',
    tag,
    audience: everyone,
    params: Strict({ slugOrId: Type.String({ minLength: 1, maxLength: 200 }) }),
    response: shapes.Product,
    handle: (ctx, { params }) => getProduct(ctx, params.slugOrId),
  }),
  route({
    method: 'GET',
    path: '/api/shop/suggest',
    summary: 'Queries, categories and products for what is being typed',
    tag,
    audience: everyone,
    query: Strict({ q: Type.String({ maxLength: 200 }), language: Type.Optional(LanguageSchema) }),
    response: shapes.Suggestions,
    handle: (ctx, { query }) => suggest(ctx, { query: query.q, language: query.language ?? ctx.language }),
  }),
  route({
    method: 'GET',
    path: '/media/:file',
    summary: 'A picture; its address never shows another one',
    tag,
    audience: everyone,
    params: Strict({ file: Type.String({ pattern: '^[0-9a-fA-F-]{36}\\.(svg|png|jpg|webp)$' }) }),
    handle: async (ctx, { params, headers }) => {
      const known = /"([0-9a-f]{64})"/.exec(headers['if-none-match'] ?? '')?.[1];
      const media = await getMedia(ctx, params.file, known);
      const cached = {
        etag: `"${media.sha256}"`,
        'cache-control': 'public, max-age=31536000, immutable',
        // Opened by itself an SVG is a document; in a sandbox without sources it can do nothing.
        'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
        'x-content-type-options': 'nosniff',
        // Mails, feeds and link previews show pictures on other sites.
        'cross-origin-resource-policy': 'cross-origin',
      };
      if (!media.content) return new Reply<unknown>(undefined, { status: 304, headers: cached });
      return new Reply<unknown>(media.content, { headers: { ...cached, 'content-type': media.contentType } });
    },
  }),
];

const productRoutes = [
  route({
    method: 'GET',
    path: '/api/staff/products',
    summary: 'The catalogue by code, archived products too',
    tag,
    audience: mayRead,
    query: Strict({
      q: Type.Optional(Type.String({ maxLength: 100, description: 'Part of a code, SKU, GTIN or title' })),
      categoryId: Type.Optional(Id),
      archived: Type.Optional(Type.Boolean()),
      ...PageQuery,
    }),
    response: Page(shapes.ProductSummary),
    handle: async (ctx, { query: { q, ...filter } }) => {
      const { items, nextCursor } = await listProducts(ctx, { ...filter, ...(q ? { text: q } : {}) });
      return { items, nextCursor };
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/products/:id',
    summary: 'A whole product, archived variants too',
    tag,
    audience: mayRead,
    params: Strict({ id: Id }),
    response: shapes.Product,
    handle: (ctx, { params }) => getProduct(ctx, params.id, { withArchived: true }),
  }),
  route({
    method: 'PUT',
    path: '/api/staff/products/:code',
    summary: 'Creates or replaces a product; variants and pictures that are not named stay',
    tag,
    audience: mayWrite,
    bodyLimit: pictureBody,
    params: byCode,
    body: shapes.ProductBody,
    response: shapes.SavedProduct,
    handle: (ctx, { params, body }) =>
      saveProduct(ctx, { ...body, code: params.code, ...expectedVersion(ctx, body.version) }),
  }),
  route({
    method: 'PATCH',
    path: '/api/staff/products/:code',
    summary: 'Takes a product or single variants off sale, or puts them back',
    tag,
    audience: mayWrite,
    params: byCode,
    body: Strict({
      version: Type.Integer({ minimum: 1 }),
      archived: Type.Optional(Type.Boolean()),
      variants: Type.Optional(Type.Array(Strict({ sku: shapes.Sku, archived: Type.Boolean() }), { maxItems: 500 })),
    }),
    response: Strict({ id: Id, code: Type.String(), version: Type.Integer(), archived: Type.Boolean() }),
    handle: (ctx, { params, body }) => archiveProduct(ctx, { ...body, code: params.code }),
  }),
  route({
    method: 'POST',
    path: '/api/staff/products/:code/pictures',
    summary: 'Adds a picture to a product or one of its variants',
    tag,
    audience: mayWrite,
    bodyLimit: pictureBody,
    params: byCode,
    body: shapes.AddPicture,
    response: shapes.Picture,
    status: 201,
    handle: (ctx, { params, body }) => addPicture(ctx, params.code, body),
  }),
  route({
    method: 'PUT',
    path: '/api/staff/products/:code/pictures',
    summary: 'Orders and words the pictures of a product; those not named are taken off',
    tag,
    audience: mayWrite,
    params: byCode,
    body: Strict({
      version: Type.Integer({ minimum: 1 }),
      pictures: Type.Array(Strict({ id: Id, alt: shapes.Alt }), { maxItems: 300 }),
    }),
    bodyLimit: 512 * 1024,
    response: Strict({ version: Type.Integer() }),
    handle: (ctx, { params, body }) => arrangePictures(ctx, { ...body, code: params.code }),
  }),
];

const dictionaryRoutes = [
  route({
    method: 'GET',
    path: '/api/staff/categories',
    summary: 'The category tree, archived branches too',
    tag,
    audience: mayRead,
    response: Strict({ items: Type.Array(shapes.CategoryWithCount) }),
    handle: async (ctx) => ({ items: await listCategories(ctx, { withArchived: true }) }),
  }),
  route({
    method: 'PUT',
    path: '/api/staff/categories/:code',
    summary: 'Creates or replaces a category',
    tag,
    audience: mayWrite,
    params: byCode,
    body: shapes.CategoryBody,
    response: shapes.Category,
    handle: (ctx, { params, body }) =>
      saveCategory(ctx, { ...body, code: params.code, ...expectedVersion(ctx, body.version) }),
  }),
  route({
    method: 'GET',
    path: '/api/staff/attributes',
    summary: 'The attribute dictionary',
    tag,
    audience: mayRead,
    response: Strict({ items: Type.Array(shapes.Attribute) }),
    handle: async (ctx) => ({ items: await listAttributes(ctx) }),
  }),
  route({
    method: 'PUT',
    path: '/api/staff/attributes/:code',
    summary: 'Names an attribute and its values; products are found by the new names at once',
    tag,
    audience: mayWrite,
    params: byCode,
    body: shapes.AttributeBody,
    response: shapes.Attribute,
    handle: async (ctx, { params, body }) => {
      await saveAttributes(ctx, [{ ...body, code: params.code }]);
      const saved = (await listAttributes(ctx)).find((definition) => definition.code === params.code);
      if (!saved) throw new AppError('not_found');
      return saved;
    },
  }),
];

export const catalogueRoutes = [...shopRoutes, ...productRoutes, ...dictionaryRoutes];
