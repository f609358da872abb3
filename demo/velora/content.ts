import { deliveryPolicy } from './content/delivery.ts';
import type { Policy } from './content/policy.ts';
import { returnsPolicy, withdrawalPolicy } from './content/returns.ts';
import { accessibilityPolicy, contactPolicy } from './content/service.ts';
import type { Address, LocalizedText } from './types.ts';

export type { Policy, PolicySection } from './content/policy.ts';

/** The pages a shop's footer links to. */
export const policies: readonly Policy[] = [
  deliveryPolicy,
  returnsPolicy,
  withdrawalPolicy,
  contactPolicy,
  accessibilityPolicy,
];

export interface RetailerIdentity {
  readonly brand: string;
  readonly legalName: string;
  readonly address: Address;
  readonly taxNumber: string;
  readonly courtNumber: string;
  readonly registryNumber: string;
  readonly shareCapital: LocalizedText;
  readonly email: string;
  readonly phone: string;
  readonly notice: LocalizedText;
}

/** An invented company. The numbers are zeroes on purpose, so that they belong to nobody. */
export const retailer: RetailerIdentity = {
  brand: 'Velora',
  legalName: 'Velora sp. z o.o.',
  address: { street: 'ul. Przędzalniana 14', postcode: '90-034', city: 'Łódź', country: 'PL' },
  taxNumber: 'PL 000-000-00-00 (demo)',
  courtNumber: 'KRS 0000000000 (demo)',
  registryNumber: 'REGON 000000000 (demo)',
  shareCapital: {
    en: 'Share capital PLN 500,000',
    pl: 'Kapitał zakładowy 500 000 zł',
    ru: 'Уставный капитал 500 000 злотых',
  },
  email: 'hello@velora.example',
  phone: '+48600000910',
  notice: {
    en: 'Velora is a demonstration shop. Nothing here is for sale, and no contract comes about.',
    pl: 'Velora to sklep demonstracyjny. Niczego tu nie sprzedajemy i nie dochodzi do zawarcia umowy.',
    ru: 'Velora — демонстрационный магазин. Здесь ничего не продаётся, и договор не заключается.',
  },
};
