import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { codeBlock, goodsRows, placeFacts } from './shared.ts';

export const holdConfirmed: MailTemplate<MailData['hold_confirmed']> = {
  subject: {
    en: 'Held for you: {{ goods[0].title }}, {{ place.city }}',
    pl: 'Rezerwacja: {{ goods[0].title }}, {{ place.city }}',
    ru: 'Резерв: {{ goods[0].title }}, {{ place.city }}',
  },
  preview: {
    en: 'Until {{ until | moment }}. Code {{ code }}.',
    pl: 'Do kiedy: {{ until | moment }}. Kod {{ code }}.',
    ru: 'До: {{ until | moment }}. Код {{ code }}.',
  },
  blocks: [
    { kind: 'heading', copy: { en: 'It is held for you', pl: 'Rezerwacja przyjęta', ru: 'Товар за вами' } },
    {
      kind: 'text',
      copy: {
        en: 'Nobody else can buy it until the hold ends. The store will put it aside, and we will write as soon as it lies ready.',
        pl: 'Do końca rezerwacji nikt inny tego nie kupi. Sklep odłoży towar, a my napiszemy, gdy będzie na Ciebie czekać.',
        ru: 'До конца резерва никто другой его не купит. Магазин отложит товар, и мы напишем, как только всё будет готово.',
      },
    },
    { kind: 'rows', rows: (data, language) => goodsRows(data.goods, language) },
    {
      kind: 'facts',
      rows: [
        { label: { en: 'Held until', pl: 'Rezerwacja do', ru: 'Резерв до' }, value: '{{ until | moment }}' },
        ...placeFacts<MailData['hold_confirmed']>(),
        {
          label: { en: 'In the name of', pl: 'Na nazwisko', ru: 'На имя' },
          value: '{{ name }}',
          when: (data) => data.name !== null,
        },
      ],
    },
    codeBlock(),
    {
      kind: 'text',
      when: (data) => data.goods.some((item) => item.price !== null),
      copy: {
        en: 'The price stays as it is here until the hold ends, in the store as well. If it falls meanwhile, you pay the lower one.',
        pl: 'Cena z tej wiadomości obowiązuje do końca rezerwacji, także w sklepie. Jeśli w tym czasie spadnie, zapłacisz mniej.',
        ru: 'Указанная цена действует до конца резерва, в том числе в магазине. Если за это время она снизится, вы заплатите меньше.',
      },
    },
    {
      kind: 'button',
      copy: { en: 'See the hold', pl: 'Zobacz rezerwację', ru: 'Посмотреть резерв' },
      url: (data) => data.url,
    },
    {
      kind: 'small',
      copy: {
        en: 'A hold costs nothing and does not oblige you to buy.',
        pl: 'Rezerwacja nic nie kosztuje i nie zobowiązuje do zakupu.',
        ru: 'Резерв бесплатный и ни к чему не обязывает.',
      },
    },
  ],
};
