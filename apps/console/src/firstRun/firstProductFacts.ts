type Texts = { en: string; pl: string; ru: string };

const cyrillic: Record<string, string> = Object.fromEntries(
  [...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'].map((letter, index) => [
    letter,
    'a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya'.split(' ')[index] ?? '',
  ]),
);

/** A code for a thing that has a name only: `Sofa Łódź` → `sofa-lodz`. Never empty. */
export function codeOf(name: string): string {
  const plain = [...name.toLowerCase()]
    .map((letter) => cyrillic[letter] ?? letter)
    .join('')
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
    .slice(0, 60);
  return plain || 'first';
}

/** What was not said in a language is said in the first one. */
export function filled(texts: Texts, first: keyof Texts): Texts {
  const of = (language: keyof Texts) => texts[language].trim() || texts[first].trim();
  return { en: of('en'), pl: of('pl'), ru: of('ru') };
}
