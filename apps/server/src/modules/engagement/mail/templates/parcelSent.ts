import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { goodsRows, isCase } from './shared.ts';

/** A parcel left, or its number was put right: who has it, where it is looked up, and by when it comes. */
export const parcelSent: MailTemplate<MailData['parcel_sent']> = {
  subject: {
    en: '{% if isCorrection %}The right number of your parcel{% else %}It is on its way{% endif %}: order {{ number }}',
    pl: '{% if isCorrection %}Poprawny numer przesyłki{% else %}Przesyłka jest w drodze{% endif %}: zamówienie {{ number }}',
    ru: '{% if isCorrection %}Верный номер посылки{% else %}Посылка в пути{% endif %}: заказ {{ number }}',
  },
  preview: {
    en: '{% if by %}There by {{ by | day }}.{% else %}It has left our house.{% endif %}',
    pl: '{% if by %}Dotrze do {{ by | day }}.{% else %}Przesyłka opuściła nasz magazyn.{% endif %}',
    ru: '{% if by %}Прибудет до {{ by | day }}.{% else %}Посылка уехала с нашего склада.{% endif %}',
  },
  blocks: [
    {
      kind: 'heading',
      when: (data) => isCase(data.isCorrection, false),
      copy: { en: 'It is on its way', pl: 'Przesyłka jest w drodze', ru: 'Посылка в пути' },
    },
    {
      kind: 'heading',
      when: (data) => isCase(data.isCorrection, true),
      copy: {
        en: 'The right number of your parcel',
        pl: 'Poprawny numer przesyłki',
        ru: 'Верный номер посылки',
      },
    },
    {
      kind: 'text',
      when: (data) => isCase(data.isCorrection, true),
      copy: {
        en: 'What we wrote before was not right. Please use this number.',
        pl: 'Podane wcześniej dane były błędne. Prosimy korzystać z tego numeru.',
        ru: 'Данные в прошлом письме были неверны. Пожалуйста, используйте этот номер.',
      },
    },
    {
      kind: 'facts',
      rows: [
        { label: { en: 'Order', pl: 'Zamówienie', ru: 'Заказ' }, value: '{{ number }}' },
        {
          label: { en: 'There by', pl: 'Dotrze do', ru: 'Прибудет до' },
          value: '{{ by | day }}',
          when: (data) => data.by !== null,
        },
        {
          label: { en: 'Carrier', pl: 'Przewoźnik', ru: 'Перевозчик' },
          value: '{{ carrier }}',
          when: (data) => data.carrier !== null,
        },
        {
          label: { en: 'Tracking number', pl: 'Numer przesyłki', ru: 'Номер отслеживания' },
          value: '{{ trackingNumber }}',
          when: (data) => data.trackingNumber !== null,
        },
      ],
    },
    { kind: 'rows', rows: (data, language) => goodsRows(data.goods, language) },
    {
      kind: 'button',
      when: (data) => data.trackingUrl !== null,
      copy: { en: 'Follow the parcel', pl: 'Śledź przesyłkę', ru: 'Отследить посылку' },
      url: (data) => String(data.trackingUrl),
    },
    {
      kind: 'button',
      copy: { en: 'See the order', pl: 'Zobacz zamówienie', ru: 'Посмотреть заказ' },
      url: (data) => data.url,
    },
  ],
};
