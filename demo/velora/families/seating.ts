import { care, type Family, flat, t, warnings, whole } from './family.ts';

const people: Readonly<Record<number, { en: string; pl: string; ru: string }>> = {
  1: t('one person', 'jedną osobę', 'одному'),
  2: t('two people', 'dwie osoby', 'вдвоём'),
  3: t('three people', 'trzy osoby', 'втроём'),
  4: t('four people', 'cztery osoby', 'вчетвером'),
  5: t('five people', 'pięć osób', 'впятером'),
  6: t('six people', 'sześć osób', 'вшестером'),
};
const seated = (count: number) => people[count] ?? t('several people', 'kilka osób', 'компанией');

const upholstered = {
  material: 'upholstery',
  seatFeel: 'medium',
  rubResistance: 60000,
  removableCover: false,
  assembly: 'legs',
};

export const seatingFamilies: readonly Family[] = [
  {
    code: 'sofa',
    category: 'straight-sofas',
    noun: t('sofa', 'Sofa', 'Диван'),
    attributes: { ...upholstered, seats: 3, legs: 'oak' },
    care: care.upholstery,
    warnings: [warnings.flame],
    loadLimitKg: 330,
    // The legs travel in the seat, so the box is lower than the sofa.
    pack: (w, d, h) => whole(w, d, h - 14, 15),
    detail: ({ m, number }) => {
      const who = seated(number('seats'));
      return t(
        `A frame of birch and plywood carries pocket springs under a layer of foam. The seat is ${m.seatHeightCm} cm high and ${m.seatDepthCm} cm deep, with room for ${who.en}.`,
        `Stelaż z brzozy i sklejki dźwiga sprężyny kieszeniowe przykryte warstwą pianki. Siedzisko ma ${m.seatHeightCm} cm wysokości i ${m.seatDepthCm} cm głębokości i wygodnie mieści ${who.pl}.`,
        `Каркас из берёзы и фанеры держит независимые пружины под слоем пенополиуретана. Высота сиденья — ${m.seatHeightCm} см, глубина — ${m.seatDepthCm} см; на диване удобно сидеть ${who.ru}.`,
      );
    },
  },
  {
    code: 'corner-sofa',
    category: 'corner-sofas',
    noun: t('corner sofa', 'Narożnik', 'Угловой диван'),
    attributes: { ...upholstered, seats: 4, legs: 'oak' },
    care: care.upholstery,
    warnings: [warnings.flame],
    loadLimitKg: 440,
    pack: (w, _d, h) => ({ ...whole(w * 0.62, 98, h - 14, 30), packages: 2 }),
    detail: ({ m, number }) => {
      const who = seated(number('seats'));
      return t(
        `Choose the chaise on the left or on the right, as seen from the front. It comes in two parts that lock together and seats ${who.en}; the seat is ${m.seatHeightCm} cm high.`,
        `Leżankę wybierzesz po lewej albo po prawej stronie, patrząc od przodu. Mebel przyjeżdża w dwóch częściach, które łączą się zaczepem, i mieści ${who.pl}; siedzisko ma ${m.seatHeightCm} cm wysokości.`,
        `Оттоманку можно выбрать слева или справа, если смотреть спереди. Диван приезжает двумя частями, которые соединяются замком; на нём удобно сидеть ${who.ru}, высота сиденья — ${m.seatHeightCm} см.`,
      );
    },
  },
  {
    code: 'sofa-bed',
    category: 'sofa-beds',
    noun: t('sofa bed', 'Sofa rozkładana', 'Диван-кровать'),
    attributes: {
      ...upholstered,
      seats: 3,
      legs: 'oak',
      extendable: true,
      beddingStorage: true,
      sleepingLengthCm: 200,
    },
    care: care.upholstery,
    warnings: [
      warnings.flame,
      t(
        'Keep fingers clear of the moving frame when opening and closing.',
        'Przy rozkładaniu i składaniu uważaj na palce.',
        'Раскладывая и складывая диван, берегите пальцы.',
      ),
    ],
    loadLimitKg: 300,
    pack: (w, d, h) => whole(w, d, h - 12, 20),
    detail: ({ m, number, is }) =>
      t(
        `One pull opens it into a bed of ${number('sleepingWidthCm')} × ${number('sleepingLengthCm')} cm${is('beddingStorage') ? ', and the bedding goes into the box below' : ''}. Folded, the seat is ${m.seatHeightCm} cm high.`,
        `Jeden ruch zamienia sofę w łóżko ${number('sleepingWidthCm')} × ${number('sleepingLengthCm')} cm${is('beddingStorage') ? ', a pościel chowa się w pojemniku pod spodem' : ''}. Po złożeniu siedzisko ma ${m.seatHeightCm} cm wysokości.`,
        `Одно движение — и получается кровать ${number('sleepingWidthCm')} × ${number('sleepingLengthCm')} см${is('beddingStorage') ? ', а бельё убирается в ящик внизу' : ''}. В сложенном виде высота сиденья — ${m.seatHeightCm} см.`,
      ),
  },
  {
    code: 'armchair',
    category: 'armchairs',
    noun: t('armchair', 'Fotel', 'Кресло'),
    attributes: { ...upholstered, seats: 1, legs: 'oak' },
    care: care.upholstery,
    warnings: [warnings.flame],
    loadLimitKg: 130,
    pack: (w, d, h) => whole(w, d, h - 10, 10),
    detail: ({ m, text }) =>
      t(
        `The seat is ${m.seatHeightCm} cm high and ${m.seatDepthCm} cm deep, so that you get up from it as easily as you sit down. ${text('assembly') === 'none' ? 'It arrives ready to sit in.' : 'The legs screw in by hand.'}`,
        `Siedzisko ma ${m.seatHeightCm} cm wysokości i ${m.seatDepthCm} cm głębokości, więc wstaje się z niego tak samo łatwo, jak siada. ${text('assembly') === 'none' ? 'Fotel przyjeżdża gotowy do użycia.' : 'Nogi wkręca się ręcznie.'}`,
        `Высота сиденья — ${m.seatHeightCm} см, глубина — ${m.seatDepthCm} см: вставать так же легко, как садиться. ${text('assembly') === 'none' ? 'Кресло приезжает полностью собранным.' : 'Ножки вкручиваются вручную.'}`,
      ),
  },
  {
    code: 'pouf',
    category: 'poufs',
    noun: t('pouf', 'Puf', 'Пуф'),
    attributes: { ...upholstered, seats: 1, assembly: 'none', removableCover: true },
    care: care.upholstery,
    warnings: [warnings.flame],
    loadLimitKg: 120,
    pack: (w, d, h) => whole(w, d, h),
    detail: ({ m, is }) =>
      t(
        `A footrest, a spare seat, or a small table with a tray on top: ${m.widthCm} cm across and ${m.heightCm} cm high.${is('removableCover') ? ' The cover comes off with a zip.' : ''}`,
        `Podnóżek, dodatkowe miejsce albo mały stolik, gdy położysz na nim tacę: ma ${m.widthCm} cm szerokości i ${m.heightCm} cm wysokości.${is('removableCover') ? ' Pokrowiec zdejmuje się na zamek.' : ''}`,
        `Подставка для ног, запасное место или столик, если положить сверху поднос: ширина ${m.widthCm} см, высота ${m.heightCm} см.${is('removableCover') ? ' Чехол снимается на молнии.' : ''}`,
      ),
  },
  {
    code: 'chair',
    category: 'dining-chairs',
    noun: t('chair', 'Krzesło', 'Стул'),
    attributes: { material: 'solid-wood', seats: 1, assembly: 'none' },
    care: care.wood,
    warnings: [],
    loadLimitKg: 120,
    pack: (w, d, h) => whole(w, d, h),
    detail: ({ m, is }) =>
      is('stackable')
        ? t(
            `The seat is ${m.seatHeightCm} cm high, right for a table of 74–76 cm, and four chairs stack into the space of one. It arrives ready to use.`,
            `Siedzisko ma ${m.seatHeightCm} cm wysokości, w sam raz do stołu o wysokości 74–76 cm, a cztery krzesła można ustawić w stos. Przyjeżdża gotowe do użycia.`,
            `Высота сиденья — ${m.seatHeightCm} см, как раз для стола высотой 74–76 см, а четыре стула складываются в стопку. Стул приезжает готовым.`,
          )
        : t(
            `The seat is ${m.seatHeightCm} cm high, right for a table of 74–76 cm. It arrives in one piece, ready to use.`,
            `Siedzisko ma ${m.seatHeightCm} cm wysokości, w sam raz do stołu o wysokości 74–76 cm. Krzesło przyjeżdża zmontowane, gotowe do użycia.`,
            `Высота сиденья — ${m.seatHeightCm} см, как раз для стола высотой 74–76 см. Стул приезжает собранным и готовым.`,
          ),
  },
  {
    code: 'bar-stool',
    category: 'bar-stools',
    noun: t('bar stool', 'Hoker', 'Барный стул'),
    attributes: { material: 'solid-wood', seats: 1, assembly: 'legs' },
    care: care.wood,
    warnings: [warnings.stool],
    loadLimitKg: 110,
    pack: (w, d, h) => whole(w, d, h, 10),
    detail: ({ m }) =>
      t(
        `At ${m.seatHeightCm} cm the seat suits a kitchen island of about 90 cm. A footrest takes the weight off your legs.`,
        `Siedzisko na wysokości ${m.seatHeightCm} cm pasuje do wyspy kuchennej o wysokości około 90 cm. Podnóżek odciąża nogi.`,
        `Сиденье на высоте ${m.seatHeightCm} см подходит к кухонному острову высотой около 90 см. Подножка разгружает ноги.`,
      ),
  },
  {
    code: 'office-chair',
    category: 'office-chairs',
    noun: t('office chair', 'Krzesło biurowe', 'Офисное кресло'),
    attributes: { material: 'upholstery', seats: 1, swivel: true, heightAdjustable: true, assembly: 'full' },
    care: care.upholstery,
    warnings: [],
    loadLimitKg: 120,
    pack: (w, d) => flat(w, d, 34, 1, 20),
    detail: ({ m }) =>
      t(
        `The seat rises from ${(m.seatHeightCm ?? 46) - 4} to ${(m.seatHeightCm ?? 46) + 6} cm and swivels on castors that are kind to wooden floors. The back gives with you when you lean.`,
        `Siedzisko podnosi się od ${(m.seatHeightCm ?? 46) - 4} do ${(m.seatHeightCm ?? 46) + 6} cm i obraca na kółkach bezpiecznych dla drewnianej podłogi. Oparcie odchyla się razem z tobą.`,
        `Сиденье поднимается от ${(m.seatHeightCm ?? 46) - 4} до ${(m.seatHeightCm ?? 46) + 6} см и вращается на колёсиках, которые не портят паркет. Спинка отклоняется вместе с вами.`,
      ),
  },
];
