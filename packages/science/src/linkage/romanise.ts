/**
 * Names as they are compared: lower case, Latin letters without marks. Cyrillic goes letter by letter, near to BGN/PCGN
 * (the form in passports and on bank cards); a text with і, ї, є or ґ is read as Ukrainian, where г is h and и is y.
 */
const cyrillic: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'yi',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** Letters that Unicode does not take apart into a letter and a mark. */
const standingAlone: Record<string, string> = {
  ł: 'l',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
};

/** `Łukasz Żółć` → `lukasz zolc`, `Сергій` → `serhiy`. Words are parted by one space; what is no letter or digit is left out. */
export function romanise(text: string): string {
  const lower = text.toLowerCase().normalize('NFC');
  if (/^[a-z]+$/.test(lower)) return lower;
  const isUkrainian = /[іїєґ]/.test(lower);
  let latin = '';
  for (const letter of lower) {
    if (isUkrainian && letter === 'г') latin += 'h';
    else if (isUkrainian && letter === 'и') latin += 'y';
    else latin += cyrillic[letter] ?? standingAlone[letter] ?? letter;
  }
  return latin
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
