import type { Language } from '@throughline/ui/words';
import type { Frame } from '../layout/readFrame.ts';
import { addressOf } from '../shared/addresses.ts';

/** Who sells, and where its terms of return stand: the shop as schema.org writes it. Pure. */
export function shopData(frame: Pick<Frame, 'shopName' | 'publicUrl' | 'legal'>, language: Language): object {
  const at = (path: string) => frame.publicUrl + path;
  return {
    '@type': 'OnlineStore',
    name: frame.shopName,
    legalName: frame.legal.companyName,
    url: at(addressOf.home(language)),
    email: frame.legal.email,
    telephone: frame.legal.phone,
    address: frame.legal.address,
    hasMerchantReturnPolicy: {
      '@type': 'MerchantReturnPolicy',
      merchantReturnLink: at(addressOf.info(language, 'returns')),
    },
  };
}
