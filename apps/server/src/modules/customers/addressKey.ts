import { foldName } from './foldName.ts';

/** Words for the kind of a street, which some write and others leave out. */
const streetWords =
  /^(ul|ulica|al|aleja|aleje|os|osiedle|pl|plac|ulitsa|street|st|road|rd|avenue|ave|strasse|str|ул|улица|пр|проспект)$/;

/**
 * The one form in which a postal address is compared, `PL|31146|dluga 5 3`: country, postcode, and the words and numbers of
 * street and flat without the word for its kind, diacritics and signs. Undefined where a part is missing.
 */
export function addressKey(address: {
  country: string;
  postcode: string;
  line1: string;
  line2?: string | null | undefined;
}): string | undefined {
  const country = address.country.trim().toUpperCase();
  const postcode = address.postcode.toLowerCase().replace(/[^0-9a-z]/g, '');
  const words = foldName(`${address.line1} ${address.line2 ?? ''}`)
    .split(/[^0-9a-zа-я]+/)
    .filter((word) => word !== '' && !streetWords.test(word) && word !== 'm' && word !== 'lok');
  if (!/^[A-Z]{2}$/.test(country) || postcode.length < 2 || words.length < 2) return undefined;
  return `${country}|${postcode}|${words.join(' ')}`.slice(0, 254);
}
