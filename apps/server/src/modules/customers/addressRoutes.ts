import { Type } from 'typebox';
import { audit } from '../../kernel/audit.ts';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { allStaff, created, route, shoppers, signedIn } from '../../kernel/route.ts';
import { Id, Nullable, Strict } from '../../kernel/schemas.ts';
import { addAddress, addressesOf, addressesOfCustomer, changeAddress, removeAddress } from './addresses.ts';

const tag = 'Shopper';
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
const fields = {
  name: text(200),
  line1: text(200),
  line2: Nullable(Type.String({ maxLength: 200 })),
  postcode: Type.String({ minLength: 2, maxLength: 12 }),
  city: text(100),
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
  note: Nullable(Type.String({ maxLength: 500 })),
};
const AddressSchema = Strict({ id: Id, ...fields, isDefault: Type.Boolean() });
const Addresses = Strict({ items: Type.Array(AddressSchema, { description: 'The default one first' }) });
const ByAddress = Strict({ addressId: Id });

/** Only who has proven who they are; to anybody else there are no addresses. */
function ownerOf(ctx: Ctx) {
  const { actor } = ctx;
  if (actor.kind !== 'shopper') throw new AppError('session_required');
  if (!actor.signedIn) throw new AppError('not_found', { detail: 'There is no such address among yours.' });
  return { subjectId: actor.subjectId, subjectIds: actor.subjectIds };
}

const own = async (ctx: Ctx) => ({ items: await addressesOf(ctx, ownerOf(ctx).subjectIds) });

export const addressRoutes = [
  route({
    method: 'GET',
    path: '/api/shop/me/addresses',
    summary: 'My addresses, the default one first',
    tag,
    audience: signedIn,
    response: Addresses,
    handle: own,
  }),
  route({
    method: 'POST',
    path: '/api/shop/me/addresses',
    summary: 'Keep an address; the first one is the default',
    tag,
    audience: signedIn,
    body: Strict({ ...fields, isDefault: Type.Optional(Type.Boolean()) }),
    response: Addresses,
    status: 201,
    handle: async (ctx, { body }) => {
      const added = await addAddress(ctx, ownerOf(ctx), { ...body, isDefault: body.isDefault ?? false });
      return added.ok ? created(await own(ctx)) : added;
    },
  }),
  route({
    method: 'PATCH',
    path: '/api/shop/me/addresses/:addressId',
    summary: 'Change an address, or make it the default; orders keep what they were sent by',
    tag,
    audience: shoppers,
    params: ByAddress,
    body: Strict({
      name: Type.Optional(fields.name),
      line1: Type.Optional(fields.line1),
      line2: Type.Optional(fields.line2),
      postcode: Type.Optional(fields.postcode),
      city: Type.Optional(fields.city),
      country: Type.Optional(fields.country),
      note: Type.Optional(fields.note),
      isDefault: Type.Optional(Type.Literal(true)),
    }),
    response: Addresses,
    handle: async (ctx, { params, body }) => {
      const said = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      await changeAddress(ctx, ownerOf(ctx), params.addressId, said);
      return own(ctx);
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/shop/me/addresses/:addressId',
    summary: 'Forget an address; orders keep what they were sent by',
    tag,
    audience: shoppers,
    params: ByAddress,
    response: Addresses,
    handle: async (ctx, { params }) => {
      await removeAddress(ctx, ownerOf(ctx), params.addressId);
      return own(ctx);
    },
  }),
  route({
    method: 'GET',
    path: '/api/staff/customers/:id/addresses',
    summary: 'The addresses a customer keeps, the default one first',
    tag: 'Customers',
    audience: allStaff,
    params: Strict({ id: Id }),
    response: Addresses,
    handle: async (ctx, { params }) => {
      const items = await addressesOfCustomer(ctx, params.id);
      // Who looked where somebody lives may be asked about it, as with their e-mail and phone.
      await audit(ctx, { act: 'customers.addresses.viewed', target: 'customer', targetId: params.id });
      return { items };
    },
  }),
];
