/** Who takes parcels, by the name staff choose, and where each shows how far a parcel is; `{number}` stands for its number. */
export const carriers = [
  { name: 'InPost', tracksAt: 'https://inpost.pl/sledzenie-przesylek?number={number}' },
  { name: 'DPD', tracksAt: 'https://tracktrace.dpd.com.pl/parcelDetails?p1={number}' },
  { name: 'DHL', tracksAt: 'https://www.dhl.com/global-en/home/tracking.html?tracking-id={number}' },
  { name: 'GLS', tracksAt: 'https://gls-group.com/PL/pl/sledzenie-paczek?match={number}' },
  { name: 'Poczta Polska', tracksAt: 'https://emonitoring.poczta-polska.pl/?numer={number}' },
  { name: 'UPS', tracksAt: 'https://www.ups.com/track?tracknum={number}' },
  { name: 'FedEx', tracksAt: 'https://www.fedex.com/fedextrack/?trknbr={number}' },
] as const;
