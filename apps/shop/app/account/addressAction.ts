import { type Api, unwrap } from '@throughline/client';
import { isId } from '../cart/readWay.ts';
import { readPostcode } from '../shared/postcode.ts';
import { isProblem } from '../shared/shopperSession.ts';
import type { Address } from './Addresses.tsx';

export interface AddressSaid {
  done?: 'saved';
  fault?: 'missing' | 'postcodeWrong' | 'tooMany' | 'problem';
  /** Just deleted, to be put back. */
  removed?: Omit<Address, 'id'>;
}

/** What the forms of the addresses do; undefined where the form is another one. */
export async function addressAction(api: Api, form: FormData): Promise<AddressSaid | undefined> {
  const intent = String(form.get('intent') ?? '');
  if (!intent.startsWith('address-')) return undefined;
  const id = String(form.get('id') ?? '');
  try {
    if (intent === 'address-remove' && isId(id)) return await remove(api, id);
    if (intent === 'address-default' && isId(id)) {
      await unwrap(
        api.PATCH('/api/shop/me/addresses/{addressId}', {
          params: { path: { addressId: id } },
          body: { isDefault: true },
        }),
      );
      return { done: 'saved' };
    }
    const fields = readAddress(form);
    if ('fault' in fields) return fields;
    if (intent === 'address-change' && isId(id))
      await unwrap(
        api.PATCH('/api/shop/me/addresses/{addressId}', { params: { path: { addressId: id } }, body: fields }),
      );
    else
      await unwrap(
        api.POST('/api/shop/me/addresses', {
          body: { ...fields, line2: null, country: 'PL', isDefault: form.get('isDefault') === 'yes' },
        }),
      );
    return { done: 'saved' };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { fault: error.code === 'limit_exceeded' ? 'tooMany' : 'problem' };
  }
}

async function remove(api: Api, id: string): Promise<AddressSaid> {
  const { items } = await unwrap(api.GET('/api/shop/me/addresses'));
  await unwrap(api.DELETE('/api/shop/me/addresses/{addressId}', { params: { path: { addressId: id } } }));
  const removed = items.find((item) => item.id === id);
  return removed ? { removed } : {};
}

function readAddress(form: FormData) {
  const text = (name: string, most: number) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, most);
  const [name, line1, city] = [text('name', 200), text('line1', 200), text('city', 100)];
  const postcode = readPostcode(text('postcode', 12));
  if (!name || !line1 || !city) return { fault: 'missing' as const };
  if (!postcode) return { fault: 'postcodeWrong' as const };
  return { name, line1, postcode, city, note: text('note', 300) || null };
}
