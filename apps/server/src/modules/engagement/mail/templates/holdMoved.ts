import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { holdConfirmed } from './holdConfirmed.ts';

/** What a hold says, in another store now: the code and the price went along. */
export const holdMoved: MailTemplate<MailData['hold_moved']> = {
  subject: {
    en: 'Now held in {{ place.name }}: {{ goods[0].title }}',
    pl: 'Zmiana sklepu: {{ goods[0].title }}, {{ place.name }}',
    ru: 'Магазин изменён: {{ goods[0].title }}, {{ place.name }}',
  },
  preview: holdConfirmed.preview,
  blocks: [
    {
      kind: 'heading',
      copy: { en: 'Your hold has moved', pl: 'Rezerwacja przeniesiona', ru: 'Резерв перенесён' },
    },
    {
      kind: 'text',
      copy: {
        en: 'It is held for you in another store now: {{ place.name }}. Code and price stay the same. Please do not go to the earlier store; we will write as soon as it lies ready.',
        pl: 'Rezerwacja czeka teraz w innym sklepie: {{ place.name }}. Kod i cena się nie zmieniają. Prosimy nie jechać do poprzedniego sklepu; napiszemy, gdy towar będzie odłożony.',
        ru: 'Теперь товар отложен для вас в другом магазине: {{ place.name }}. Код и цена остаются прежними. Пожалуйста, не приезжайте в прежний магазин; мы напишем, как только всё будет готово.',
      },
    },
    ...holdConfirmed.blocks.slice(2),
  ],
};
