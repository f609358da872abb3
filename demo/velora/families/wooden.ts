import { care, type Family, flat, t, warnings, whole } from './family.ts';

/** Russian nouns after a numeral: 1 ящик, 2 ящика, 5 ящиков. */
function ruCount(n: number, one: string, few: string, many: string): string {
  const tens = n % 100;
  const units = n % 10;
  if (units === 1 && tens !== 11) return `${n} ${one}`;
  if (units >= 2 && units <= 4 && (tens < 12 || tens > 14)) return `${n} ${few}`;
  return `${n} ${many}`;
}

/** Polish nouns after a numeral, in the accusative: 1 szufladę, 2 szuflady, 5 szuflad. */
function plCount(n: number, one: string, few: string, many: string): string {
  const tens = n % 100;
  const units = n % 10;
  if (n === 1) return `${n} ${one}`;
  if (units >= 2 && units <= 4 && (tens < 12 || tens > 14)) return `${n} ${few}`;
  return `${n} ${many}`;
}

const enCount = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** "2 doors and 3 drawers", with what is there. */
function fronts(doors: number, drawers: number) {
  const join = (parts: string[], and: string): string => parts.filter((p) => p !== '').join(` ${and} `);
  return t(
    join([doors > 0 ? enCount(doors, 'door') : '', drawers > 0 ? enCount(drawers, 'drawer') : ''], 'and'),
    join(
      [
        doors > 0 ? `${plCount(doors, 'drzwi', 'drzwi', 'drzwi')}` : '',
        drawers > 0 ? plCount(drawers, 'szufladę', 'szuflady', 'szuflad') : '',
      ],
      'i',
    ),
    join(
      [
        doors > 0 ? ruCount(doors, 'дверца', 'дверцы', 'дверец') : '',
        drawers > 0 ? ruCount(drawers, 'ящик', 'ящика', 'ящиков') : '',
      ],
      'и',
    ),
  );
}

/** How the top is treated, by what it is made of. */
function surfaceOf(material: string) {
  if (material === 'solid-wood')
    return t(
      'The surface is oiled, so that scratches can be mended at home.',
      'Powierzchnia jest olejowana, więc rysy naprawisz w domu.',
      'Поверхность промаслена, поэтому царапины легко убрать дома.',
    );
  if (material === 'stone')
    return t(
      'The stone is sealed against wine and coffee; wipe up lemon at once.',
      'Kamień jest zaimpregnowany przeciw winu i kawie; cytrynę wytrzyj od razu.',
      'Камень пропитан и не боится вина и кофе; лимон вытирайте сразу.',
    );
  return t(
    'The lacquer is matt and withstands hot plates on a mat and wet glasses without one.',
    'Matowy lakier znosi gorące talerze na podkładce i mokre szklanki bez niej.',
    'Матовый лак выдерживает горячие тарелки на подставке и мокрые стаканы без неё.',
  );
}

const tables: Readonly<Record<number, { en: string; pl: string; ru: string }>> = {
  2: t('two', 'usiądą przy nim dwie osoby', 'вдвоём'),
  4: t('four', 'usiądą przy nim cztery osoby', 'вчетвером'),
  6: t('six', 'usiądzie przy nim sześć osób', 'вшестером'),
  8: t('eight', 'usiądzie przy nim osiem osób', 'ввосьмером'),
};
const around = (count: number) =>
  tables[count] ?? t('a party', 'usiądzie przy nim całe towarzystwo', 'большой компанией');

const veneer = { material: 'wood-veneer', assembly: 'full', softClose: true };

export const woodenFamilies: readonly Family[] = [
  {
    code: 'bed',
    category: 'beds',
    noun: t('bed', 'Łóżko', 'Кровать'),
    attributes: { material: 'solid-wood', assembly: 'full', slatsIncluded: true, sleepingLengthCm: 200 },
    care: care.wood,
    warnings: [],
    loadLimitKg: 300,
    pack: (w, d) => ({ ...flat(Math.max(w, d), 60, 18, 3, 60) }),
    detail: ({ m, is, text }) =>
      t(
        `The slatted base is included, the mattress is not; the headboard stands ${m.heightCm} cm high. ${is('beddingStorage') ? 'The base lifts on gas springs and keeps the bedding below.' : text('legs') === 'plinth' ? 'The recessed plinth leaves no corner for dust.' : 'There is room under the frame for boxes or a robot vacuum.'}`,
        `Stelaż jest w komplecie, materac kupisz osobno; zagłówek ma ${m.heightCm} cm wysokości. ${is('beddingStorage') ? 'Rama unosi się na podnośnikach gazowych, a pod nią jest pojemnik na pościel.' : text('legs') === 'plinth' ? 'Cofnięty cokół nie zostawia kurzowi żadnego kąta.' : 'Pod ramą zmieszczą się pudła albo robot sprzątający.'}`,
        `Реечное основание входит в комплект, матрас продаётся отдельно; высота изголовья — ${m.heightCm} см. ${is('beddingStorage') ? 'Основание поднимается на газовых пружинах, под ним — ящик для белья.' : text('legs') === 'plinth' ? 'Утопленный цоколь не оставляет пыли места.' : 'Под рамой помещаются коробки или робот-пылесос.'}`,
      ),
  },
  {
    code: 'nightstand',
    category: 'nightstands',
    noun: t('nightstand', 'Stolik nocny', 'Прикроватная тумба'),
    attributes: { ...veneer, drawers: 1, assembly: 'legs' },
    care: care.wood,
    warnings: [],
    loadLimitKg: 20,
    pack: (w, d, h) => whole(w, d, h - 10, 10),
    detail: ({ m }) =>
      t(
        `It is ${m.heightCm} cm high, level with most mattresses, and only ${m.depthCm} cm deep. A cable slot at the back lets the charger through.`,
        `Ma ${m.heightCm} cm wysokości, tyle co większość materacy, i tylko ${m.depthCm} cm głębokości. Ładowarkę przełożysz przez otwór na kabel z tyłu.`,
        `Высота — ${m.heightCm} см, вровень с большинством матрасов, глубина — всего ${m.depthCm} см. Сзади есть прорезь для кабеля зарядки.`,
      ),
  },
  {
    code: 'wardrobe',
    category: 'wardrobes',
    noun: t('wardrobe', 'Szafa', 'Шкаф'),
    attributes: { ...veneer, doors: 2, shelves: 4 },
    care: care.wood,
    warnings: [warnings.tip],
    loadLimitKg: 120,
    pack: (w, _d, h) => flat(h, Math.min(w, 62), 22, 4, 150),
    detail: ({ m, number }) =>
      t(
        `Inside are a full-width rail and ${number('shelves')} shelves that sit at any height. It is ${m.depthCm} cm deep, so that shirts hang without touching the doors.`,
        `W środku jest drążek na całej szerokości, a półki (${number('shelves')} szt.) można ustawić na dowolnej wysokości. Głębokość ${m.depthCm} cm sprawia, że koszule nie dotykają drzwi.`,
        `Внутри штанга на всю ширину и полки (${number('shelves')} шт.), которые ставятся на любую высоту. Глубина ${m.depthCm} см: рубашки не касаются дверец.`,
      ),
  },
  {
    code: 'dresser',
    category: 'dressers',
    noun: t('chest of drawers', 'Komoda', 'Комод'),
    attributes: { ...veneer, drawers: 3 },
    care: care.wood,
    warnings: [warnings.tip],
    loadLimitKg: 60,
    pack: (w, d) => flat(w, d, 26, 2, 70),
    detail: ({ m, number }) => {
      const f = fronts(0, number('drawers'));
      return t(
        `It has ${f.en} on full extension runners that close softly. With ${m.widthCm} cm of width it takes folded clothes in two rows.`,
        `Ma ${f.pl} na prowadnicach z pełnym wysuwem i cichym domykiem. Przy szerokości ${m.widthCm} cm złożone ubrania mieszczą się w dwóch rzędach.`,
        `${f.ru} на направляющих полного выдвижения с плавным закрыванием. При ширине ${m.widthCm} см сложенная одежда помещается в два ряда.`,
      );
    },
  },
  {
    code: 'sideboard',
    category: 'sideboards',
    noun: t('sideboard', 'Kredens', 'Буфет'),
    attributes: { ...veneer, doors: 2, drawers: 3, shelves: 2 },
    care: care.wood,
    warnings: [warnings.tip],
    loadLimitKg: 80,
    pack: (w, d) => flat(w, d, 30, 2, 90),
    detail: ({ m, number }) => {
      const f = fronts(number('doors'), number('drawers'));
      return t(
        `It has ${f.en}; the shelves behind the doors can be moved. Plates of 30 cm fit the inner depth, and the top carries ${m.loadLimitKg} kg.`,
        `Ma ${f.pl}; półki za drzwiami można przestawiać. Talerze o średnicy 30 cm mieszczą się w środku, a blat uniesie ${m.loadLimitKg} kg.`,
        `${f.ru}; полки за дверцами переставляются. Внутри помещаются тарелки диаметром 30 см, а столешница выдерживает ${m.loadLimitKg} кг.`,
      );
    },
  },
  {
    code: 'tv-unit',
    category: 'tv-units',
    noun: t('TV unit', 'Szafka RTV', 'Тумба под ТВ'),
    attributes: { ...veneer, doors: 2 },
    care: care.wood,
    warnings: [warnings.tip],
    loadLimitKg: 50,
    pack: (w, d) => flat(w, d, 22, 1, 60),
    detail: ({ m }) =>
      t(
        `Cables run through openings in the back and out of sight. At ${m.heightCm} cm the screen comes to eye level from a sofa; the top carries ${m.loadLimitKg} kg.`,
        `Kable prowadzi się przez otwory z tyłu, więc ich nie widać. Przy wysokości ${m.heightCm} cm ekran znajduje się na linii wzroku z sofy; blat uniesie ${m.loadLimitKg} kg.`,
        `Кабели проходят через отверстия сзади и не видны. При высоте ${m.heightCm} см экран оказывается на уровне глаз с дивана; столешница выдерживает ${m.loadLimitKg} кг.`,
      ),
  },
  {
    code: 'bookcase',
    category: 'bookcases',
    noun: t('bookcase', 'Regał', 'Стеллаж'),
    attributes: { ...veneer, softClose: false, shelves: 5 },
    care: care.wood,
    warnings: [warnings.tip],
    loadLimitKg: 100,
    pack: (w, d, h) => flat(h, Math.max(w / 2, d), 16, 2, 60),
    detail: ({ m, number }) =>
      t(
        `Each shelf carries ${Math.round((m.loadLimitKg ?? 100) / number('shelves'))} kg, which is a full row of books. At ${m.depthCm} cm it stays shallow enough for a corridor.`,
        `Każda półka uniesie ${Math.round((m.loadLimitKg ?? 100) / number('shelves'))} kg, czyli pełny rząd książek. Przy głębokości ${m.depthCm} cm zmieści się nawet w korytarzu.`,
        `Каждая полка выдерживает ${Math.round((m.loadLimitKg ?? 100) / number('shelves'))} кг — это полный ряд книг. При глубине ${m.depthCm} см стеллаж встанет даже в коридоре.`,
      ),
  },
  {
    code: 'dining-table',
    category: 'dining-tables',
    noun: t('dining table', 'Stół', 'Обеденный стол'),
    attributes: { material: 'solid-wood', assembly: 'legs', seats: 6 },
    care: care.wood,
    warnings: [],
    loadLimitKg: 100,
    pack: (w, d) => flat(w, d, 12, 2, 30),
    detail: ({ m, number, is, text }) =>
      is('extendable')
        ? t(
            `Two leaves stored under the top lengthen it from ${m.widthCm} to ${number('extendedLengthCm')} cm when guests come. It is ${m.heightCm} cm high, with knee room on all sides.`,
            `Dwie wkładki schowane pod blatem wydłużają go z ${m.widthCm} do ${number('extendedLengthCm')} cm, gdy przychodzą goście. Ma ${m.heightCm} cm wysokości i miejsce na kolana z każdej strony.`,
            `Две вставки под столешницей удлиняют его с ${m.widthCm} до ${number('extendedLengthCm')} см, когда приходят гости. Высота — ${m.heightCm} см, места для колен хватает со всех сторон.`,
          )
        : t(
            `It seats ${around(number('seats')).en} with ease and is ${m.heightCm} cm high. ${surfaceOf(text('material')).en}`,
            `Wygodnie ${around(number('seats')).pl}, a blat znajduje się na wysokości ${m.heightCm} cm. ${surfaceOf(text('material')).pl}`,
            `За ним удобно сидеть ${around(number('seats')).ru}; высота — ${m.heightCm} см. ${surfaceOf(text('material')).ru}`,
          ),
  },
  {
    code: 'coffee-table',
    category: 'coffee-tables',
    noun: t('coffee table', 'Stolik kawowy', 'Журнальный столик'),
    attributes: { material: 'wood-veneer', assembly: 'legs' },
    care: care.wood,
    warnings: [],
    loadLimitKg: 30,
    pack: (w, d) => flat(w, d, 12, 1, 15),
    detail: ({ m }) =>
      t(
        `At ${m.heightCm} cm it stands a little below the seat of a sofa, where a cup is easy to reach. The top wipes clean and carries ${m.loadLimitKg} kg.`,
        `Ma ${m.heightCm} cm wysokości, nieco mniej niż siedzisko sofy, więc filiżanka jest zawsze pod ręką. Blat łatwo wytrzeć; uniesie ${m.loadLimitKg} kg.`,
        `Высота — ${m.heightCm} см, чуть ниже сиденья дивана, так что чашка всегда под рукой. Столешница легко протирается и выдерживает ${m.loadLimitKg} кг.`,
      ),
  },
  {
    code: 'desk',
    category: 'desks',
    noun: t('desk', 'Biurko', 'Письменный стол'),
    attributes: { material: 'wood-veneer', assembly: 'full', drawers: 1 },
    care: care.wood,
    warnings: [],
    loadLimitKg: 60,
    pack: (w, d) => flat(w, d, 14, 1, 45),
    detail: ({ m }) =>
      t(
        `The top is ${m.widthCm} × ${m.depthCm} cm, room for a screen and an open notebook. A tray below it hides the power strip.`,
        `Blat ${m.widthCm} × ${m.depthCm} cm mieści monitor i otwarty notatnik. Listwę zasilającą ukryjesz w korytku pod spodem.`,
        `Столешница ${m.widthCm} × ${m.depthCm} см: хватит места и монитору, и раскрытой тетради. Удлинитель прячется в лоток снизу.`,
      ),
  },
];
