import type { Language } from '@throughline/ui/words';
import { addressOf } from '../shared/addresses.ts';
import type { Store } from './StoreList.tsx';

const days = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const;

/** The store as schema.org writes it: a FurnitureStore, which is a LocalBusiness. Pure. */
export function storeData(store: Store, shop: { name: string; publicUrl: string }, language: Language): object {
  return {
    '@type': 'FurnitureStore',
    name: `${shop.name} ${store.name}`,
    url: shop.publicUrl + addressOf.store(language, store.code),
    telephone: store.phone,
    branchCode: store.code,
    address: {
      '@type': 'PostalAddress',
      streetAddress: store.address.line1,
      postalCode: store.address.postcode,
      addressLocality: store.address.city,
      addressCountry: store.address.country,
    },
    geo: { '@type': 'GeoCoordinates', latitude: store.point.lat, longitude: store.point.lon },
    openingHoursSpecification: [
      ...(Object.keys(days) as (keyof typeof days)[]).flatMap((day) =>
        store.hours[day].map(([opens, closes]) => ({
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: `https://schema.org/${days[day]}`,
          opens,
          closes,
        })),
      ),
      ...store.exceptions.map((exception) => ({
        '@type': 'OpeningHoursSpecification',
        validFrom: exception.date,
        validThrough: exception.date,
        // Closed all day is written so.
        opens: exception.open[0]?.[0] ?? '00:00',
        closes: exception.open.at(-1)?.[1] ?? '00:00',
      })),
    ],
  };
}
