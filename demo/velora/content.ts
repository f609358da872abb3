import { deliveryPolicy } from './content/delivery.ts';
import type { Policy } from './content/policy.ts';
import { privacyPolicy } from './content/privacy.ts';
import { returnsPolicy, withdrawalPolicy } from './content/returns.ts';
import { accessibilityPolicy, contactPolicy } from './content/service.ts';
import { termsPolicy } from './content/terms.ts';
import type { Address } from './types.ts';

export type { Policy, PolicySection } from './content/policy.ts';

/** The pages a shop's footer links to. */
export const policies: readonly Policy[] = [
  deliveryPolicy,
  returnsPolicy,
  withdrawalPolicy,
  contactPolicy,
  accessibilityPolicy,
  termsPolicy,
  privacyPolicy,
];

export interface RetailerIdentity {
  readonly brand: string;
  readonly legalName: string;
  readonly address: Address;
  readonly taxNumber: string;
  readonly courtNumber: string;
  readonly registryNumber: string;
  readonly email: string;
  readonly phone: string;
}

/** An invented company. The numbers are zeroes on purpose, so that they belong to nobody. */
export const retailer: RetailerIdentity = {
  brand: 'Velora',
  legalName: 'Velora sp. z o.o.',
  address: { street: 'ul. Przędzalniana 14', postcode: '90-034', city: 'Łódź', country: 'PL' },
  taxNumber: 'PL 000-000-00-00 (demo)',
  courtNumber: 'KRS 0000000000 (demo)',
  registryNumber: 'REGON 000000000 (demo)',
  email: 'hello@velora.example',
  phone: '+48600000910',
};
