import { foldName } from '../foldName.ts';
import type { ImportField, PlainField } from './importTypes.ts';

/** Names of columns as systems and people write them, in our three languages; folded, without signs. */
const names: Record<PlainField, readonly string[]> = {
  email: [
    'email',
    'e mail',
    'mail',
    'email address',
    'adres email',
    'adres e mail',
    'poczta',
    'почта',
    'электронная почта',
    'эл почта',
    'имеил',
    'имейл',
  ],
  phone: [
    'phone',
    'phone number',
    'telephone',
    'tel',
    'mobile',
    'mobile phone',
    'cell',
    'telefon',
    'nr telefonu',
    'numer telefonu',
    'komorka',
    'telefon komorkowy',
    'телефон',
    'номер телефона',
    'мобильныи',
    'мобильный',
  ],
  loyalty: [
    'loyalty',
    'loyalty number',
    'loyalty card',
    'card',
    'card number',
    'member',
    'member number',
    'karta',
    'numer karty',
    'nr karty',
    'karta stalego klienta',
    'карта',
    'номер карты',
    'карта клиента',
  ],
  given_name: ['first name', 'firstname', 'given name', 'forename', 'imie', 'имя'],
  family_name: ['last name', 'lastname', 'surname', 'family name', 'nazwisko', 'фамилия'],
  full_name: [
    'name',
    'full name',
    'customer',
    'customer name',
    'imie i nazwisko',
    'klient',
    'фио',
    'имя и фамилия',
    'клиент',
    'покупатель',
  ],
  language: ['language', 'lang', 'locale', 'jezyk', 'язык'],
  tags: ['tags', 'tag', 'labels', 'etykiety', 'tagi', 'znaczniki', 'метки', 'теги'],
  consent_email: [
    'email consent',
    'email marketing',
    'accepts email marketing',
    'email marketing consent',
    'newsletter',
    'zgoda email',
    'zgoda e mail',
    'zgoda marketingowa email',
    'согласие email',
    'согласие на рассылку',
    'рассылка',
  ],
  consent_sms: [
    'sms consent',
    'sms marketing',
    'accepts sms marketing',
    'sms marketing consent',
    'zgoda sms',
    'согласие sms',
    'согласие смс',
  ],
  consent_source: ['consent source', 'opt in source', 'zrodlo zgody', 'источник согласия'],
  consent_at: [
    'consent date',
    'consent at',
    'opt in date',
    'consent timestamp',
    'email consent timestamp',
    'data zgody',
    'дата согласия',
  ],
};

const fold = (name: string) =>
  foldName(name.normalize('NFC'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const known = new Map(
  (Object.entries(names) as [PlainField, readonly string[]][]).flatMap(([field, all]) =>
    all.map((name) => [fold(name), field] as const),
  ),
);

/** What each column says, by its name; a field is given to one column only, and what is not known to none. */
export function guessMapping(columns: readonly string[], traitNames: readonly string[]): (ImportField | null)[] {
  const traits = new Map(traitNames.map((name) => [fold(name.replaceAll('_', ' ')), name]));
  const taken = new Set<string>();
  return columns.map((column) => {
    const folded = fold(column);
    const trait = traits.get(folded);
    const field = known.get(folded) ?? (trait === undefined ? undefined : (`trait:${trait}` as const));
    if (field === undefined || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}
