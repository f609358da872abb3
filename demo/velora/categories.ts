import { makeSlug } from './make-slug.ts';
import type { Category } from './types.ts';

type Row = readonly [code: string, parent: string | null, en: string, pl: string, ru: string];

const rows: readonly Row[] = [
  ['sofas', null, 'Sofas', 'Sofy', 'Диваны'],
  ['straight-sofas', 'sofas', 'Straight sofas', 'Sofy proste', 'Прямые диваны'],
  ['corner-sofas', 'sofas', 'Corner sofas', 'Narożniki', 'Угловые диваны'],
  ['sofa-beds', 'sofas', 'Sofa beds', 'Sofy rozkładane', 'Диваны-кровати'],
  ['seating', null, 'Armchairs and poufs', 'Fotele i pufy', 'Кресла и пуфы'],
  ['armchairs', 'seating', 'Armchairs', 'Fotele', 'Кресла'],
  ['poufs', 'seating', 'Poufs', 'Pufy', 'Пуфы'],
  ['bedroom', null, 'Beds', 'Łóżka', 'Кровати'],
  ['beds', 'bedroom', 'Double beds', 'Łóżka podwójne', 'Двуспальные кровати'],
  ['nightstands', 'bedroom', 'Nightstands', 'Stoliki nocne', 'Прикроватные тумбы'],
  ['tables', null, 'Tables', 'Stoły', 'Столы'],
  ['dining-tables', 'tables', 'Dining tables', 'Stoły do jadalni', 'Обеденные столы'],
  ['coffee-tables', 'tables', 'Coffee tables', 'Stoliki kawowe', 'Журнальные столики'],
  ['desks', 'tables', 'Desks', 'Biurka', 'Письменные столы'],
  ['chairs', null, 'Chairs', 'Krzesła', 'Стулья'],
  ['dining-chairs', 'chairs', 'Dining chairs', 'Krzesła do jadalni', 'Обеденные стулья'],
  ['bar-stools', 'chairs', 'Bar stools', 'Hokery', 'Барные стулья'],
  ['office-chairs', 'chairs', 'Office chairs', 'Krzesła biurowe', 'Офисные кресла'],
  ['storage', null, 'Storage', 'Przechowywanie', 'Хранение'],
  ['bookcases', 'storage', 'Bookcases', 'Regały', 'Стеллажи'],
  ['sideboards', 'storage', 'Sideboards', 'Kredensy', 'Буфеты'],
  ['tv-units', 'storage', 'TV units', 'Szafki RTV', 'Тумбы под ТВ'],
  ['dressers', 'storage', 'Chests of drawers', 'Komody', 'Комоды'],
  ['wardrobes', 'storage', 'Wardrobes', 'Szafy', 'Шкафы'],
  ['lamps', null, 'Lamps', 'Lampy', 'Светильники'],
  ['floor-lamps', 'lamps', 'Floor lamps', 'Lampy podłogowe', 'Торшеры'],
  ['table-lamps', 'lamps', 'Table lamps', 'Lampy stołowe', 'Настольные лампы'],
  ['pendant-lamps', 'lamps', 'Pendant lamps', 'Lampy wiszące', 'Подвесные светильники'],
  ['rugs', null, 'Rugs', 'Dywany', 'Ковры'],
  ['textiles', null, 'Textiles', 'Tekstylia', 'Текстиль'],
  ['cushions', 'textiles', 'Cushions', 'Poduszki', 'Подушки'],
  ['curtains', 'textiles', 'Curtains', 'Zasłony', 'Шторы'],
  ['throws', 'textiles', 'Throws', 'Pledy', 'Пледы'],
  ['bed-linen', 'textiles', 'Bed linen', 'Pościel', 'Постельное бельё'],
  ['decoration', null, 'Decoration', 'Dekoracje', 'Декор'],
  ['vases', 'decoration', 'Vases', 'Wazony', 'Вазы'],
  ['mirrors', 'decoration', 'Mirrors', 'Lustra', 'Зеркала'],
  ['candle-holders', 'decoration', 'Candle holders', 'Świeczniki', 'Подсвечники'],
  ['plant-pots', 'decoration', 'Plant pots', 'Osłonki na doniczki', 'Кашпо'],
  ['clocks', 'decoration', 'Clocks', 'Zegary', 'Часы'],
  ['trays', 'decoration', 'Trays', 'Tace', 'Подносы'],
  ['books', 'decoration', 'Coffee-table books', 'Albumy', 'Альбомы'],
];

/** The tree, parents before their children, siblings in the order of the menu. */
export const categories: readonly Category[] = rows.map(([code, parent, en, pl, ru]) => ({
  code,
  parent,
  name: { en, pl, ru },
  slug: { en: makeSlug(en), pl: makeSlug(pl), ru: makeSlug(ru) },
}));

/** The code itself and every category below it. */
export function categoryBranch(code: string): ReadonlySet<string> {
  return new Set(categories.filter((c) => c.code === code || c.parent === code).map((c) => c.code));
}
