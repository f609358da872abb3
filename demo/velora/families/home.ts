import { care, type Family, flat, t, warnings, whole } from './family.ts';

const plug = t(
  'The cable has a switch within reach and a plug that fits everywhere in the EU.',
  'Przewód ma włącznik w zasięgu ręki i wtyczkę, która pasuje w całej UE.',
  'Выключатель на кабеле — под рукой, вилка европейская.',
);

export const homeFamilies: readonly Family[] = [
  {
    code: 'floor-lamp',
    category: 'floor-lamps',
    noun: t('floor lamp', 'Lampa podłogowa', 'Торшер'),
    attributes: { material: 'steel', assembly: 'full', cableCm: 200, dimmable: false },
    care: care.lamp,
    warnings: [warnings.electric],
    pack: (w, d, h) => flat(h * 0.55, Math.max(w, d) * 0.8, 24, 1, 15),
    detail: ({ m }) =>
      t(
        `It is ${m.heightCm} cm high and stands firm on a bare floor as on a rug. ${plug.en}`,
        `Ma ${m.heightCm} cm wysokości i stoi pewnie zarówno na gołej podłodze, jak i na dywanie. ${plug.pl}`,
        `Высота — ${m.heightCm} см; торшер устойчиво стоит и на полу, и на ковре. ${plug.ru}`,
      ),
  },
  {
    code: 'table-lamp',
    category: 'table-lamps',
    noun: t('table lamp', 'Lampa stołowa', 'Настольная лампа'),
    attributes: { material: 'ceramic', assembly: 'none', cableCm: 180, dimmable: false },
    care: care.lamp,
    warnings: [warnings.electric],
    pack: (w, d, h) => whole(w, d, h),
    detail: ({ m }) =>
      t(
        `At ${m.heightCm} cm it lights a page without dazzling your neighbour. ${plug.en}`,
        `Przy wysokości ${m.heightCm} cm oświetla książkę i nie razi osoby obok. ${plug.pl}`,
        `При высоте ${m.heightCm} см она освещает страницу и не слепит соседа. ${plug.ru}`,
      ),
  },
  {
    code: 'pendant-lamp',
    category: 'pendant-lamps',
    noun: t('pendant lamp', 'Lampa wisząca', 'Подвесной светильник'),
    attributes: { material: 'steel', assembly: 'full', cableCm: 150, dimmable: true },
    care: care.lamp,
    warnings: [warnings.electric],
    pack: (w, d, h) => whole(w, d, h, 30),
    detail: ({ m, number }) =>
      t(
        `The shade is ${m.widthCm} cm across and hangs on ${number('cableCm')} cm of textile cable that you shorten to fit. Works with a wall dimmer.`,
        `Klosz ma ${m.widthCm} cm średnicy i wisi na przewodzie w oplocie o długości ${number('cableCm')} cm, który można skrócić. Współpracuje ze ściemniaczem ściennym.`,
        `Диаметр плафона — ${m.widthCm} см, длина кабеля в текстильной оплётке — ${number('cableCm')} см, её легко уменьшить. Работает с настенным диммером.`,
      ),
  },
  {
    code: 'rug',
    category: 'rugs',
    noun: t('rug', 'Dywan', 'Ковёр'),
    attributes: { material: 'wool', assembly: 'none', underfloorHeating: true, pileMm: 9 },
    care: care.rug,
    warnings: [warnings.slip],
    pack: (w) => ({ packages: 1, box: { lengthCm: w + 5, widthCm: 24, heightCm: 24 }, assemblyMinutes: 0 }),
    detail: ({ number }) =>
      t(
        `It is ${number('pileMm')} mm thick and lies flat from the first day; the edges are bound by hand. Suitable for underfloor heating.`,
        `Ma ${number('pileMm')} mm grubości i od pierwszego dnia leży płasko; brzegi obszyto ręcznie. Nadaje się na ogrzewanie podłogowe.`,
        `Толщина — ${number('pileMm')} мм, ковёр сразу ложится ровно; края обработаны вручную. Подходит для тёплого пола.`,
      ),
  },
  {
    code: 'cushion',
    category: 'cushions',
    noun: t('cushion', 'Poduszka', 'Подушка'),
    attributes: {
      material: 'velvet',
      assembly: 'none',
      removableCover: true,
      washableCover: true,
      fillingIncluded: true,
    },
    care: care.wash30,
    warnings: [],
    pack: (w, _d, h) => ({ packages: 1, box: { lengthCm: w, widthCm: h, heightCm: 14 }, assemblyMinutes: 0 }),
    detail: ({ m, is }) =>
      t(
        `It measures ${m.widthCm} × ${m.heightCm} cm and comes with a filling of recycled fibre. The cover opens with a hidden zip ${is('washableCover') ? 'and goes into the washing machine' : 'for dry cleaning'}.`,
        `Ma wymiary ${m.widthCm} × ${m.heightCm} cm, a w komplecie jest wypełnienie z włókien z recyklingu. Poszewka ma kryty zamek i ${is('washableCover') ? 'można ją prać w pralce' : 'czyści się ją chemicznie'}.`,
        `Размер — ${m.widthCm} × ${m.heightCm} см, наполнитель из переработанного волокна входит в комплект. Чехол на потайной молнии ${is('washableCover') ? 'можно стирать в машине' : 'сдают в химчистку'}.`,
      ),
  },
  {
    code: 'curtain',
    category: 'curtains',
    noun: t('curtains', 'Zasłony', 'Шторы'),
    attributes: { material: 'linen', assembly: 'none', washableCover: true, blackout: false },
    care: care.wash30,
    warnings: [warnings.cord],
    pack: () => ({ packages: 1, box: { lengthCm: 42, widthCm: 34, heightCm: 10 }, assemblyMinutes: 0 }),
    detail: ({ m, is }) =>
      t(
        `A pair, each ${m.widthCm} cm wide and ${m.heightCm} cm long, on a tape for hooks or a rod. ${is('blackout') ? 'The lining keeps out street light and some of the cold.' : 'They filter the light and leave the view blurred from outside.'}`,
        `W komplecie dwie sztuki, każda ${m.widthCm} cm szerokości i ${m.heightCm} cm długości, na taśmie do żabek lub drążka. ${is('blackout') ? 'Podszewka zatrzymuje światło latarni i część chłodu.' : 'Łagodzą światło i chronią przed spojrzeniami z zewnątrz.'}`,
        `В комплекте две шторы, каждая ${m.widthCm} см в ширину и ${m.heightCm} см в длину, на ленте под крючки или карниз. ${is('blackout') ? 'Подкладка не пропускает свет фонарей и часть холода.' : 'Они смягчают свет и закрывают от взглядов с улицы.'}`,
      ),
  },
  {
    code: 'throw',
    category: 'throws',
    noun: t('throw', 'Pled', 'Плед'),
    attributes: { material: 'wool', assembly: 'none', washableCover: false },
    care: care.wash30,
    warnings: [],
    pack: () => ({ packages: 1, box: { lengthCm: 40, widthCm: 32, heightCm: 10 }, assemblyMinutes: 0 }),
    detail: ({ m }) =>
      t(
        `${m.widthCm} × ${m.depthCm} cm is enough for one person from shoulders to feet, or for two pairs of knees. The fringes are twisted by hand.`,
        `Rozmiar ${m.widthCm} × ${m.depthCm} cm wystarcza, by okryć jedną osobę od ramion po stopy albo kolana dwojga. Frędzle skręcono ręcznie.`,
        `Размера ${m.widthCm} × ${m.depthCm} см хватает, чтобы укрыться одному с плеч до ног или укрыть колени двоим. Бахрома скручена вручную.`,
      ),
  },
  {
    code: 'bed-linen',
    category: 'bed-linen',
    noun: t('bed linen', 'Pościel', 'Постельное бельё'),
    attributes: { material: 'cotton', assembly: 'none', washableCover: true },
    care: care.wash40,
    warnings: [],
    pack: () => ({ packages: 1, box: { lengthCm: 36, widthCm: 28, heightCm: 8 }, assemblyMinutes: 0 }),
    detail: ({ m }) =>
      t(
        `The set holds a duvet cover of ${m.widthCm} × ${m.depthCm} cm and matching pillowcases with an envelope closing. It softens with every wash.`,
        `Komplet to poszwa ${m.widthCm} × ${m.depthCm} cm i poszewki na poduszki zapinane na zakładkę. Z każdym praniem staje się bardziej miękka.`,
        `В комплекте пододеяльник ${m.widthCm} × ${m.depthCm} см и наволочки с клапаном. С каждой стиркой ткань становится мягче.`,
      ),
  },
  {
    code: 'vase',
    category: 'vases',
    noun: t('vase', 'Wazon', 'Ваза'),
    attributes: { material: 'ceramic', assembly: 'none', waterproof: true },
    care: care.hard,
    warnings: [],
    pack: (w, d, h) => whole(w, d, h),
    detail: ({ m, text }) =>
      text('material') === 'glass'
        ? t(
            `It is ${m.heightCm} cm high and heavy enough at the foot to hold tall stems. The glass is coloured through, so the colour cannot wear off.`,
            `Ma ${m.heightCm} cm wysokości i ciężkie dno, więc utrzyma wysokie łodygi. Szkło barwione jest w masie, dlatego kolor się nie ściera.`,
            `Высота — ${m.heightCm} см; тяжёлое дно удержит высокие стебли. Стекло окрашено в массе, поэтому цвет не сотрётся.`,
          )
        : t(
            `It is ${m.heightCm} cm high and glazed inside, so it holds water as well as dry branches. Every piece differs a little, as handwork does.`,
            `Ma ${m.heightCm} cm wysokości, a od środka jest szkliwiony, więc nadaje się na wodę i na suche gałązki. Każda sztuka jest nieco inna, jak to w ręcznej pracy.`,
            `Высота — ${m.heightCm} см; внутри глазурь, поэтому ваза годится и для воды, и для сухих веток. Каждая немного отличается от других — это ручная работа.`,
          ),
  },
  {
    code: 'mirror',
    category: 'mirrors',
    noun: t('mirror', 'Lustro', 'Зеркало'),
    attributes: { material: 'glass', assembly: 'none' },
    care: care.hard,
    warnings: [warnings.glass],
    pack: (w, d, h) => flat(h, w, Math.round(d + 8), 1, 15),
    detail: ({ m }) =>
      t(
        `${m.widthCm} × ${m.heightCm} cm of clear glass with a safety film on the back. It hangs on two points, so that it stays level.`,
        `Tafla ma ${m.widthCm} × ${m.heightCm} cm i folię bezpieczeństwa na odwrocie. Wiesza się ją w dwóch punktach, dzięki czemu nie traci poziomu.`,
        `Размер ${m.widthCm} × ${m.heightCm} см, с обратной стороны — защитная плёнка. Зеркало крепится в двух точках и не перекашивается.`,
      ),
  },
  {
    code: 'candle-holder',
    category: 'candle-holders',
    noun: t('candle holder', 'Świecznik', 'Подсвечник'),
    attributes: { material: 'steel', assembly: 'none' },
    care: care.hard,
    warnings: [warnings.candle],
    pack: (w, d, h) => whole(w, d, h),
    detail: ({ m }) =>
      t(
        `It takes standard candles of 22 mm and is ${m.heightCm} cm high. Felt under the foot protects the table.`,
        `Pasuje do zwykłych świec o średnicy 22 mm i ma ${m.heightCm} cm wysokości. Filc pod podstawą chroni stół.`,
        `Подходит для обычных свечей диаметром 22 мм, высота — ${m.heightCm} см. Войлок под основанием бережёт стол.`,
      ),
  },
  {
    code: 'plant-pot',
    category: 'plant-pots',
    noun: t('plant pot', 'Osłonka', 'Кашпо'),
    attributes: { material: 'ceramic', assembly: 'none', waterproof: true },
    care: care.hard,
    warnings: [],
    pack: (w, d, h) => whole(w, d, h),
    detail: ({ m }) =>
      t(
        `A nursery pot of up to ${m.widthCm - 3} cm fits inside; the glaze keeps the water off your shelf. The plant is not included.`,
        `W środku zmieści się doniczka o średnicy do ${m.widthCm - 3} cm, a szkliwo chroni półkę przed wodą. Roślina nie jest częścią zestawu.`,
        `Внутрь встаёт горшок диаметром до ${m.widthCm - 3} см, а глазурь защищает полку от воды. Растение в комплект не входит.`,
      ),
  },
  {
    code: 'clock',
    category: 'clocks',
    noun: t('wall clock', 'Zegar ścienny', 'Настенные часы'),
    attributes: { material: 'wood-veneer', assembly: 'none' },
    care: care.hard,
    warnings: [],
    pack: (w, d, h) => whole(w, d, h),
    detail: ({ m }) =>
      t(
        `The hands sweep without ticking; one AA battery lasts about a year. The dial is ${m.widthCm} cm across and reads from the far end of a room.`,
        `Wskazówki płyną bez tykania, a jedna bateria AA wystarcza mniej więcej na rok. Tarcza ma ${m.widthCm} cm średnicy i jest czytelna z drugiego końca pokoju.`,
        `Стрелки идут плавно и не тикают, одной батарейки AA хватает примерно на год. Диаметр циферблата — ${m.widthCm} см, время видно с другого конца комнаты.`,
      ),
  },
  {
    code: 'tray',
    category: 'trays',
    noun: t('tray', 'Taca', 'Поднос'),
    attributes: { material: 'wood-veneer', assembly: 'none' },
    care: care.hard,
    warnings: [],
    loadLimitKg: 6,
    pack: (w, d, h) => whole(w, d, h),
    detail: ({ m }) =>
      t(
        `${m.widthCm} cm wide with a raised rim, it turns a pouf into a table. The lacquer withstands hot cups.`,
        `Ma ${m.widthCm} cm szerokości i podniesiony rant, a położona na pufie zamienia go w stolik. Lakier jest odporny na gorące filiżanki.`,
        `Ширина — ${m.widthCm} см, приподнятый бортик; на пуфе поднос превращается в столик. Лак выдерживает горячие чашки.`,
      ),
  },
  {
    code: 'book',
    category: 'books',
    noun: t('book', 'Album', 'Альбом'),
    attributes: { material: 'paper', assembly: 'none', pages: 240 },
    care: care.book,
    warnings: [],
    pack: (w, d, h) => whole(w, d, h),
    detail: ({ m, number }) =>
      t(
        `${number('pages')} pages on matt paper, cloth-bound, ${m.widthCm} × ${m.depthCm} cm. Sewn, so that it stays open on the table.`,
        `Liczba stron: ${number('pages')}, papier matowy, oprawa płócienna, format ${m.widthCm} × ${m.depthCm} cm. Szyty grzbiet sprawia, że album leży otwarty na stole.`,
        `Страниц: ${number('pages')}, матовая бумага, тканевый переплёт, формат ${m.widthCm} × ${m.depthCm} см. Сшитый корешок не даёт книге закрываться на столе.`,
      ),
  },
];
