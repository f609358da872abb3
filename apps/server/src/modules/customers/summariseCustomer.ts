import { chooseContact } from './choosePerson.ts';
import type { Customer } from './getCustomers.ts';
import { maskValue } from './maskValue.ts';

/** A customer in a list: enough to pick the right one, contacts masked. Whoever opens one is written down. */
export interface CustomerSummary {
  id: string;
  name: string | null;
  verified: boolean;
  language: Customer['language'];
  email: { masked: string; state: 'verified' | 'claimed' } | null;
  phone: { masked: string; state: 'verified' | 'claimed' } | null;
  createdAt: string;
}

export function summariseCustomer(customer: Customer): CustomerSummary {
  const masked = (kind: 'email' | 'phone') => {
    const contact = chooseContact(customer.identifiers, kind);
    return contact ? { masked: maskValue(kind, contact.value), state: contact.state } : null;
  };
  const name = [customer.givenName, customer.familyName].filter((part) => part !== null).join(' ');
  return {
    id: customer.id,
    name: name || null,
    verified: customer.verified,
    language: customer.language,
    email: masked('email'),
    phone: masked('phone'),
    createdAt: customer.createdAt,
  };
}
