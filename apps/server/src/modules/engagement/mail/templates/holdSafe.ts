import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { goodsRows, placeFacts } from './shared.ts';

/** What was at risk is there: the hold stands as it was. */
export const holdSafe: MailTemplate<MailData['hold_safe']> = {
  subject: {
    en: 'It is there: {{ goods[0].title }}',
    pl: 'Jest na miejscu: {{ goods[0].title }}',
    ru: 'Товар на месте: {{ goods[0].title }}',
  },
  preview: {
    en: 'Your hold in {{ place.name }} stands as it was.',
    pl: 'Twoja rezerwacja ({{ place.name }}) pozostaje bez zmian.',
    ru: 'Ваша бронь ({{ place.name }}) остаётся без изменений.',
  },
  blocks: [
    {
      kind: 'heading',
      copy: { en: 'We have it after all', pl: 'Jednak go mamy', ru: 'Он всё-таки у нас' },
    },
    {
      kind: 'text',
      copy: {
        en: 'There is enough in {{ place.name }} again, and your hold is safe.',
        pl: 'W salonie {{ place.name }} znów jest wystarczająco dużo, a Twoja rezerwacja jest bezpieczna.',
        ru: 'Товара снова достаточно, и ваша бронь в безопасности. Магазин: {{ place.name }}.',
      },
    },
    { kind: 'rows', rows: (data, language) => goodsRows(data.goods, language) },
    {
      kind: 'facts',
      rows: [
        { label: { en: 'Held until', pl: 'Rezerwacja do', ru: 'Резерв до' }, value: '{{ until | moment }}' },
        ...placeFacts<MailData['hold_safe']>(),
      ],
    },
    {
      kind: 'button',
      copy: { en: 'See the hold', pl: 'Zobacz rezerwację', ru: 'Посмотреть бронь' },
      url: (data) => data.url,
    },
  ],
};
