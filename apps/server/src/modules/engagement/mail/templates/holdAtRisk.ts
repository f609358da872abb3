import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { offerRows } from './holdNotFound.ts';
import { goodsRows } from './shared.ts';

/** Before anybody has looked: it may turn up, and nobody should set out before we know. */
export const holdAtRisk: MailTemplate<MailData['hold_at_risk']> = {
  subject: {
    en: 'Please wait before you come for your {{ goods[0].title }}',
    pl: 'Prosimy, zaczekaj z przyjazdem: {{ goods[0].title }}',
    ru: 'Пожалуйста, пока не приезжайте: {{ goods[0].title }}',
  },
  preview: {
    en: 'A count found fewer than we thought. We are looking for yours.',
    pl: 'Spis wykazał mniej, niż sądziliśmy. Szukamy Twojej sztuki.',
    ru: 'По пересчёту меньше, чем мы думали. Ищем ваш экземпляр.',
  },
  blocks: [
    {
      kind: 'heading',
      copy: {
        en: 'It may not be there after all',
        pl: 'Możliwe, że jednak tego brakuje',
        ru: 'Возможно, этого всё-таки нет',
      },
    },
    {
      kind: 'text',
      copy: {
        en: 'A count in {{ place.name }} found fewer pieces than are held. The store is looking for yours now; we write as soon as we know. Your hold stays as it is, and nothing was charged.',
        pl: 'Spis w salonie {{ place.name }} wykazał mniej sztuk, niż zarezerwowano. Salon szuka teraz Twojej; napiszemy, gdy tylko będzie wiadomo. Rezerwacja trwa, nic nie zostało naliczone.',
        ru: 'По пересчёту товара меньше, чем зарезервировано. Магазин ищет ваш экземпляр, и мы напишем, как только узнаем. Бронь действует, ничего не списано. Магазин: {{ place.name }}.',
      },
    },
    { kind: 'rows', rows: (data, language) => goodsRows(data.goods, language) },
    {
      kind: 'text',
      when: (data) => data.offers.length > 0,
      copy: {
        en: 'If you would rather not wait, the best first:',
        pl: 'Jeśli wolisz nie czekać, od najlepszej możliwości:',
        ru: 'Если не хотите ждать, начиная с лучшего:',
      },
    },
    { kind: 'rows', when: (data) => data.offers.length > 0, rows: offerRows },
    {
      kind: 'button',
      copy: { en: 'See the hold', pl: 'Zobacz rezerwację', ru: 'Посмотреть бронь' },
      url: (data) => data.url,
    },
  ],
};
