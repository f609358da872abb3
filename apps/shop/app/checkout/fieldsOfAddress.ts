import type { Address } from '../account/Addresses.tsx';

/** A kept address as the checkout's fields say it. */
export const fieldsOf = (address: Address) => ({
  street: [address.line1, address.line2].filter(Boolean).join(', '),
  postcode: address.postcode,
  city: address.city,
  note: address.note ?? '',
});
