import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { codeBlock, goodsRows, placeFacts } from './shared.ts';

export const holdReady: MailTemplate<MailData['hold_ready']> = {
  subject: {
    en: 'Put aside for you: {{ goods[0].title }}, code {{ code }}',
    pl: 'Czeka na Ciebie: {{ goods[0].title }}, kod {{ code }}',
    ru: 'Ждёт вас: {{ goods[0].title }}, код {{ code }}',
  },
  preview: {
    en: '{{ place.name }}, until {{ until | moment }}.',
    pl: '{{ place.name }}, do: {{ until | moment }}.',
    ru: '{{ place.name }}, до: {{ until | moment }}.',
  },
  blocks: [
    {
      kind: 'heading',
      copy: { en: 'It lies ready in the store', pl: 'Towar czeka w sklepie', ru: 'Товар ждёт вас в магазине' },
    },
    {
      kind: 'text',
      copy: {
        en: 'We have found it and put it aside. Show or say this code at the counter, look at everything calmly, and decide there.',
        pl: 'Znaleźliśmy go i odłożyliśmy. Pokaż lub podaj ten kod przy kasie, obejrzyj wszystko spokojnie i zdecyduj na miejscu.',
        ru: 'Мы нашли его и отложили. Покажите или назовите этот код на кассе, спокойно всё осмотрите и решите на месте.',
      },
    },
    codeBlock(),
    { kind: 'rows', rows: (data, language) => goodsRows(data.goods, language) },
    {
      kind: 'facts',
      rows: [
        { label: { en: 'Held until', pl: 'Rezerwacja do', ru: 'Резерв до' }, value: '{{ until | moment }}' },
        ...placeFacts<MailData['hold_ready']>(),
        {
          label: { en: 'In the name of', pl: 'Na nazwisko', ru: 'На имя' },
          value: '{{ name }}',
          when: (data) => data.name !== null,
        },
      ],
    },
    {
      kind: 'button',
      copy: { en: 'See the hold', pl: 'Zobacz rezerwację', ru: 'Посмотреть резерв' },
      url: (data) => data.url,
    },
  ],
};
