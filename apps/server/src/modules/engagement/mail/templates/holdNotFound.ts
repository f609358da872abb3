import type { Language } from '../../../../kernel/context.ts';
import type { MailTemplate, Row } from '../blocks.ts';
import type { Copy, MailData, Offer } from '../data.ts';
import { formatDay, formatMoney } from '../format.ts';
import { goodsRows } from './shared.ts';

type Data = Pick<MailData['hold_not_found'], 'offers' | 'zone'>;

const from: Copy = { en: 'from', pl: 'od', ru: 'с' };
const kinds: Record<Offer['kind'], Copy> = {
  other_store: { en: 'Another store', pl: 'Inny salon', ru: 'Другой магазин' },
  delivery: { en: 'Delivered to you', pl: 'Z dostawą', ru: 'С доставкой' },
  alternative: { en: 'A good alternative', pl: 'Dobra alternatywa', ru: 'Хорошая замена' },
};

export function offerRows(data: Data, language: Language): Row[] {
  return data.offers.map((offer) => ({
    title: offer.title,
    details: [
      [
        kinds[offer.kind][language],
        ...(offer.placeName ? [offer.placeName] : []),
        ...(offer.from ? [`${from[language]} ${formatDay(offer.from, language, data.zone)}`] : []),
      ].join(' · '),
    ],
    amount: offer.price ? formatMoney(offer.price, language) : null,
    url: offer.url,
  }));
}

export const holdNotFound: MailTemplate<MailData['hold_not_found']> = {
  subject: {
    en: 'We could not find your {{ goods[0].title }}: here is what we can do',
    pl: 'Nie znaleźliśmy: {{ goods[0].title }}. Oto, co możemy zrobić',
    ru: 'Мы не нашли: {{ goods[0].title }}. Вот что мы можем предложить',
  },
  preview: {
    en: 'Please do not come for it yet.',
    pl: 'Prosimy, nie przyjeżdżaj jeszcze.',
    ru: 'Пожалуйста, пока не приезжайте за ним.',
  },
  blocks: [
    {
      kind: 'heading',
      copy: {
        en: 'We are sorry: it was not on the shelf',
        pl: 'Przepraszamy: towaru nie było na półce',
        ru: 'Извините: товара не оказалось на полке',
      },
    },
    {
      kind: 'text',
      copy: {
        en: 'Our stock list said there was one in {{ place.name }}, but the colleague who went for it did not find it. Please do not come for it. Nothing was charged.',
        pl: 'Według stanów magazynowych towar był w salonie {{ place.name }}, ale pracownik go nie znalazł. Prosimy, nie przyjeżdżaj po niego. Nic nie zostało naliczone.',
        ru: 'По нашим данным товар был в наличии, но сотрудник его не нашёл. Пожалуйста, не приезжайте за ним. Ничего не списано. Магазин: {{ place.name }}.',
      },
    },
    { kind: 'rows', rows: (data, language) => goodsRows(data.goods, language) },
    {
      kind: 'text',
      when: (data) => data.offers.length > 0,
      copy: {
        en: 'What we can offer instead, the best first:',
        pl: 'Co możemy zaproponować, od najlepszej możliwości:',
        ru: 'Что мы можем предложить, начиная с лучшего:',
      },
    },
    { kind: 'rows', when: (data) => data.offers.length > 0, rows: offerRows },
    {
      kind: 'text',
      when: (data) => data.offers.length === 0,
      copy: {
        en: 'We have no equal offer right now. Write to us and we will look for one with you.',
        pl: 'W tej chwili nie mamy równie dobrej propozycji. Napisz do nas, poszukamy jej razem.',
        ru: 'Сейчас равноценной замены нет. Напишите нам, и мы поищем её вместе с вами.',
      },
    },
    {
      kind: 'button',
      copy: { en: 'Choose what to do', pl: 'Wybierz rozwiązanie', ru: 'Выбрать решение' },
      url: (data) => data.url,
    },
  ],
};
