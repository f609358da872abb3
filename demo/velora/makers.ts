import type { Maker } from './types.ts';

/** Invented companies. Every product names one, with the postal and electronic address GPSR art. 19 asks for. */
export const makers: readonly Maker[] = [
  {
    code: 'velora-studio',
    brand: 'Velora Studio',
    legalName: 'Velora sp. z o.o.',
    address: { street: 'ul. Przędzalniana 14', postcode: '90-034', city: 'Łódź', country: 'PL' },
    email: 'safety@velora.example',
    website: 'https://velora.example',
  },
  {
    code: 'borowik',
    brand: 'Borowik',
    legalName: 'Fabryka Mebli Borowik sp. z o.o.',
    address: { street: 'ul. Tartaczna 8', postcode: '63-600', city: 'Kępno', country: 'PL' },
    email: 'kontakt@borowik.example',
    website: 'https://borowik.example',
  },
  {
    code: 'nordvall',
    brand: 'Nordvall',
    legalName: 'Nordvall Møbler ApS',
    address: { street: 'Havnegade 21', postcode: '5000', city: 'Odense', country: 'DK' },
    email: 'safety@nordvall.example',
    website: 'https://nordvall.example',
  },
  {
    code: 'lumi',
    brand: 'Lumi',
    legalName: 'Lumi Oświetlenie sp. z o.o.',
    address: { street: 'ul. Iskry 5', postcode: '42-200', city: 'Częstochowa', country: 'PL' },
    email: 'bezpieczenstwo@lumi.example',
    website: 'https://lumi.example',
  },
  {
    code: 'tkalnia',
    brand: 'Tkalnia',
    legalName: 'Tkalnia Żyrardów sp. z o.o.',
    address: { street: 'ul. Lniana 3', postcode: '96-300', city: 'Żyrardów', country: 'PL' },
    email: 'kontakt@tkalnia.example',
    website: 'https://tkalnia.example',
  },
  {
    code: 'oficina-terra',
    brand: 'Oficina Terra',
    legalName: 'Oficina Terra, Lda.',
    address: { street: 'Rua das Olarias 40', postcode: '2500-100', city: 'Caldas da Rainha', country: 'PT' },
    email: 'safety@oficinaterra.example',
    website: 'https://oficinaterra.example',
  },
  {
    code: 'anatol-loom',
    brand: 'Anatol Loom',
    legalName: 'Anatol Halı Tekstil A.Ş.',
    address: { street: 'Sanayi Caddesi 112', postcode: '27060', city: 'Gaziantep', country: 'TR' },
    email: 'safety@anatolloom.example',
    website: 'https://anatolloom.example',
    euResponsible: {
      legalName: 'Velora sp. z o.o.',
      address: { street: 'ul. Przędzalniana 14', postcode: '90-034', city: 'Łódź', country: 'PL' },
      email: 'safety@velora.example',
    },
  },
  {
    code: 'wydawnictwo-kontur',
    brand: 'Kontur',
    legalName: 'Wydawnictwo Kontur sp. z o.o.',
    address: { street: 'ul. Drukarska 17', postcode: '30-348', city: 'Kraków', country: 'PL' },
    email: 'biuro@kontur.example',
    website: 'https://kontur.example',
  },
];
