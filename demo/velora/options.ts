import type { Axis, LocalizedText, OptionValue } from './types.ts';

const text = (en: string, pl: string, ru: string): LocalizedText => ({ en, pl, ru });

export const axisLabels: Readonly<Record<Axis, LocalizedText>> = {
  colour: text('Colour', 'Kolor', 'Цвет'),
  fabric: text('Fabric', 'Tkanina', 'Обивка'),
  finish: text('Finish', 'Wykończenie', 'Отделка'),
  size: text('Size', 'Rozmiar', 'Размер'),
  side: text('Chaise side', 'Strona leżanki', 'Сторона оттоманки'),
  edition: text('Edition', 'Wydanie', 'Издание'),
};

type Swatch = readonly [en: string, pl: string, ru: string, hex: string];

/** In Polish and Russian the adjective agrees with "kolor" and "цвет", both masculine. */
const colours: Readonly<Record<string, Swatch>> = {
  green: ['green', 'zielony', 'зелёный', '#1F6350'],
  blue: ['blue', 'niebieski', 'синий', '#34547F'],
  grey: ['grey', 'szary', 'серый', '#8E9190'],
  mustard: ['mustard', 'musztardowy', 'горчичный', '#C39236'],
  sand: ['sand', 'piaskowy', 'песочный', '#CFBE9F'],
  cream: ['cream', 'kremowy', 'кремовый', '#E9E1D0'],
  terracotta: ['terracotta', 'terakotowy', 'терракотовый', '#B4623F'],
  rose: ['dusty rose', 'pudrowy róż', 'пыльно-розовый', '#C8948B'],
  burgundy: ['burgundy', 'bordowy', 'бордовый', '#6E2737'],
  graphite: ['graphite', 'grafitowy', 'графитовый', '#42474A'],
  black: ['black', 'czarny', 'чёрный', '#26272A'],
  white: ['white', 'biały', 'белый', '#F2F0EA'],
  cognac: ['cognac', 'koniakowy', 'коньячный', '#9A5B31'],
  chocolate: ['chocolate', 'czekoladowy', 'шоколадный', '#543A2E'],
  sage: ['sage', 'szałwiowy', 'шалфейный', '#9BAA8D'],
  olive: ['olive', 'oliwkowy', 'оливковый', '#6F7244'],
  navy: ['navy', 'granatowy', 'тёмно-синий', '#243149'],
  teal: ['teal', 'morski', 'бирюзовый', '#2F7378'],
  lilac: ['lilac', 'liliowy', 'сиреневый', '#A99BB8'],
  natural: ['natural', 'naturalny', 'натуральный', '#D9CDB4'],
  smoke: ['smoke', 'dymny', 'дымчатый', '#7C8488'],
  amber: ['amber', 'bursztynowy', 'янтарный', '#B9772B'],
};

const finishes: Readonly<Record<string, Swatch>> = {
  oak: ['oak', 'dąb', 'дуб', '#C8A06A'],
  walnut: ['walnut', 'orzech', 'орех', '#7B5438'],
  ash: ['ash', 'jesion', 'ясень', '#DCC39A'],
  'black-oak': ['black oak', 'czarny dąb', 'чёрный дуб', '#2E2A27'],
  'smoked-oak': ['smoked oak', 'dąb wędzony', 'морёный дуб', '#6A4E36'],
  'white-matt': ['matt white', 'biały mat', 'белый матовый', '#F1EFE9'],
  'grey-matt': ['matt grey', 'szary mat', 'серый матовый', '#A5A7A4'],
  'green-matt': ['matt green', 'zielony mat', 'зелёный матовый', '#54705F'],
  'black-metal': ['black steel', 'czarna stal', 'чёрная сталь', '#2A2B2D'],
  brass: ['brass', 'mosiądz', 'латунь', '#B8934F'],
  chrome: ['chrome', 'chrom', 'хром', '#B9BEC2'],
  marble: ['white marble', 'biały marmur', 'белый мрамор', '#E6E2DA'],
  travertine: ['travertine', 'trawertyn', 'травертин', '#D3C2A5'],
};

const fabrics: Readonly<Record<string, readonly [string, string, string]>> = {
  velvet: ['velvet', 'aksamit', 'бархат'],
  linen: ['linen', 'len', 'лён'],
  boucle: ['bouclé', 'bouclé', 'букле'],
  leather: ['leather', 'skóra', 'кожа'],
  wool: ['wool', 'wełna', 'шерсть'],
  weave: ['structured weave', 'tkanina strukturalna', 'фактурная ткань'],
  corduroy: ['corduroy', 'sztruks', 'вельвет'],
};

const sides: Readonly<Record<string, readonly [string, string, string]>> = {
  left: ['left', 'lewa', 'левая'],
  right: ['right', 'prawa', 'правая'],
};

const editions: Readonly<Record<string, readonly [string, string, string]>> = {
  pl: ['Polish edition', 'wydanie polskie', 'на польском языке'],
  en: ['English edition', 'wydanie angielskie', 'на английском языке'],
};

const namedSizes: Readonly<Record<string, readonly [string, string, string]>> = {
  s: ['small', 'mały', 'малый'],
  m: ['medium', 'średni', 'средний'],
  l: ['large', 'duży', 'большой'],
};

/** The value behind an option code; sizes are `160x200` or `60cm` and are read as centimetres. Throws on an unknown code. */
export function optionValue(axis: Axis, code: string): OptionValue {
  if (axis === 'colour' || axis === 'finish') {
    const swatch = axis === 'colour' ? colours[code] : finishes[code];
    if (swatch) return { code, label: text(swatch[0], swatch[1], swatch[2]), hex: swatch[3] };
  }
  const words =
    axis === 'fabric' ? fabrics[code] : axis === 'side' ? sides[code] : axis === 'edition' ? editions[code] : undefined;
  if (words) return { code, label: text(...words) };
  if (axis === 'size') {
    const named = namedSizes[code];
    if (named) return { code, label: text(...named) };
    const flat = /^(\d+)x(\d+)$/.exec(code);
    if (flat) return { code, label: text(...both(`${flat[1]} × ${flat[2]}`)) };
    const single = /^(\d+)cm$/.exec(code);
    if (single) return { code, label: text(...both(`${single[1]}`)) };
  }
  throw new Error(`unknown ${axis} option: ${code}`);
}

function both(figures: string): [string, string, string] {
  return [`${figures} cm`, `${figures} cm`, `${figures} см`];
}
