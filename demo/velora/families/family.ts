import type { AttributeValue, LocalizedText, Measures } from '../types.ts';

export interface Box {
  readonly lengthCm: number;
  readonly widthCm: number;
  readonly heightCm: number;
}

export interface Packing {
  readonly packages: number;
  readonly box: Box;
  readonly assemblyMinutes: number;
}

/** What a sentence may say: the measures of the first variant and the attributes. */
export interface Facts {
  readonly m: Measures;
  number(code: string): number;
  is(code: string): boolean;
  text(code: string): string;
}

/** What all products of one kind share: their noun, the practical half of the description, care, warnings, packing. */
export interface Family {
  readonly code: string;
  readonly category: string;
  readonly noun: LocalizedText;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly care: LocalizedText;
  readonly warnings: readonly LocalizedText[];
  readonly loadLimitKg?: number;
  pack(widthCm: number, depthCm: number, heightCm: number): Packing;
  detail(facts: Facts): LocalizedText;
}

export const t = (en: string, pl: string, ru: string): LocalizedText => ({ en, pl, ru });

/** Delivered whole, wrapped: a few centimetres more on every side. */
export function whole(widthCm: number, depthCm: number, heightCm: number, assemblyMinutes = 0): Packing {
  const box = {
    lengthCm: Math.round(widthCm + 6),
    widthCm: Math.round(depthCm + 6),
    heightCm: Math.round(heightCm + 6),
  };
  return { packages: 1, box, assemblyMinutes };
}

/** Delivered flat: the largest board, and a box of a hand's height. */
export function flat(lengthCm: number, widthCm: number, thickCm: number, packages: number, minutes: number): Packing {
  const [long, short] = lengthCm >= widthCm ? [lengthCm, widthCm] : [widthCm, lengthCm];
  const box = { lengthCm: Math.round(long + 8), widthCm: Math.round(short + 8), heightCm: thickCm };
  return { packages, box, assemblyMinutes: minutes };
}

export const care = {
  upholstery: t(
    'Vacuum once a week with a soft brush. Dab spills at once with a dry white cloth; keep out of strong sunlight.',
    'Odkurzaj raz w tygodniu miękką szczotką. Plamy od razu osuszaj białą, suchą ściereczką; chroń przed silnym słońcem.',
    'Раз в неделю пылесосьте мягкой щёткой. Пролитое сразу промокайте сухой белой тканью; берегите от яркого солнца.',
  ),
  wood: t(
    'Wipe with a damp cloth and dry at once. Use coasters; oil or wax untreated surfaces twice a year.',
    'Przecieraj wilgotną ściereczką i od razu wycieraj do sucha. Używaj podkładek; olejowane powierzchnie odświeżaj olejem dwa razy w roku.',
    'Протирайте влажной тканью и сразу вытирайте насухо. Пользуйтесь подставками; промасленные поверхности обновляйте маслом дважды в год.',
  ),
  lamp: t(
    'Switch off and let cool before wiping with a dry, soft cloth.',
    'Przed czyszczeniem wyłącz lampę i poczekaj, aż ostygnie. Przecieraj suchą, miękką ściereczką.',
    'Перед чисткой выключите лампу и дайте ей остыть. Протирайте сухой мягкой тканью.',
  ),
  rug: t(
    'Vacuum without a rotating brush and turn the rug every half year. Have it cleaned by a professional.',
    'Odkurzaj bez obrotowej szczotki i co pół roku obracaj dywan. Pranie powierz specjalistom.',
    'Пылесосьте без вращающейся щётки и раз в полгода поворачивайте ковёр. Чистку доверьте специалистам.',
  ),
  wash40: t(
    'Machine wash at 40 °C with similar colours, hang to dry, iron on medium heat.',
    'Pierz w pralce w 40 °C z podobnymi kolorami, susz na wieszaku, prasuj w średniej temperaturze.',
    'Стирайте в машине при 40 °C с вещами похожего цвета, сушите на воздухе, гладьте при средней температуре.',
  ),
  wash30: t(
    'Gentle wash at 30 °C, inside out. Do not tumble dry.',
    'Pierz delikatnie w 30 °C na lewej stronie. Nie susz w suszarce bębnowej.',
    'Деликатная стирка при 30 °C, вывернув наизнанку. Не сушите в барабане.',
  ),
  leather: t(
    'Dust with a soft cloth; feed with leather cream twice a year and keep away from radiators.',
    'Ścieraj kurz miękką ściereczką; dwa razy w roku natłuść kremem do skóry i trzymaj z dala od grzejników.',
    'Протирайте пыль мягкой тканью; дважды в год смазывайте кремом для кожи и держите вдали от батарей.',
  ),
  dryClean: t(
    'Dry-clean only. Air outdoors and brush gently.',
    'Tylko czyszczenie chemiczne. Wietrz na zewnątrz i delikatnie szczotkuj.',
    'Только химчистка. Проветривайте на улице и бережно чистите щёткой.',
  ),
  hard: t(
    'Wipe with a soft, dry cloth; no abrasive cleaners.',
    'Przecieraj miękką, suchą ściereczką; nie używaj środków ściernych.',
    'Протирайте мягкой сухой тканью; не используйте абразивные средства.',
  ),
  book: t(
    'Keep dry and out of direct sunlight.',
    'Przechowuj w suchym miejscu, z dala od słońca.',
    'Храните в сухом месте, вдали от прямых солнечных лучей.',
  ),
};

export const warnings = {
  tip: t(
    'Danger of tipping over. Fix to the wall with the fittings supplied; choose plugs that suit your wall.',
    'Ryzyko przewrócenia. Przymocuj mebel do ściany dołączonym okuciem; kołki dobierz do rodzaju ściany.',
    'Опасность опрокидывания. Закрепите мебель на стене прилагаемым крепежом; дюбели подберите под материал стены.',
  ),
  flame: t(
    'Keep away from open fire and sources of strong heat.',
    'Trzymaj z dala od otwartego ognia i źródeł silnego ciepła.',
    'Держите вдали от открытого огня и источников сильного тепла.',
  ),
  electric: t(
    'Switch off the mains before mounting or changing the bulb. Do not exceed the wattage on the label.',
    'Przed montażem i wymianą żarówki odłącz zasilanie. Nie przekraczaj mocy podanej na etykiecie.',
    'Перед монтажом и заменой лампы отключите питание. Не превышайте мощность, указанную на этикетке.',
  ),
  candle: t(
    'Never leave a burning candle unattended; keep out of reach of children and animals.',
    'Nie zostawiaj płonącej świecy bez nadzoru; trzymaj z dala od dzieci i zwierząt.',
    'Не оставляйте горящую свечу без присмотра; держите вдали от детей и животных.',
  ),
  slip: t(
    'Use an anti-slip underlay on smooth floors.',
    'Na gładkiej podłodze użyj podkładu antypoślizgowego.',
    'На гладком полу используйте противоскользящую подложку.',
  ),
  stool: t(
    'Do not stand on it. Not for children under three without supervision.',
    'Nie stawaj na siedzisku. Dzieci do lat trzech tylko pod opieką dorosłych.',
    'Не вставайте на сиденье. Детям до трёх лет — только под присмотром взрослых.',
  ),
  cord: t(
    'Young children can be strangled by loops in cords and tie-backs. Keep them out of reach.',
    'Małe dziecko może się udusić pętlą ze sznurka lub wiązania. Trzymaj je poza zasięgiem dzieci.',
    'Маленький ребёнок может запутаться в петле шнура или подхвата. Держите их вне досягаемости детей.',
  ),
  glass: t(
    'Glass: fix with the fittings supplied and check them once a year.',
    'Szkło: zamocuj dołączonym okuciem i raz w roku sprawdź mocowanie.',
    'Стекло: закрепите прилагаемым крепежом и раз в год проверяйте его.',
  ),
};
