import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { goodsRows } from './shared.ts';

/** What a store did not have is sent home, as the customer chose: where to, and by when it is there. */
export const deliveryInstead: MailTemplate<MailData['delivery_instead']> = {
  subject: {
    en: 'We send it to you: order {{ number }}',
    pl: 'Wyślemy do Ciebie: zamówienie {{ number }}',
    ru: 'Мы отправим вам: заказ {{ number }}',
  },
  preview: {
    en: '{% if by %}There by {{ by | day }}, at no extra cost.{% else %}At no extra cost.{% endif %}',
    pl: '{% if by %}Dotrze do {{ by | day }}, bez dopłaty.{% else %}Bez dopłaty.{% endif %}',
    ru: '{% if by %}Прибудет до {{ by | day }}, без доплаты.{% else %}Без доплаты.{% endif %}',
  },
  blocks: [
    { kind: 'heading', copy: { en: 'We send it to you', pl: 'Wyślemy do Ciebie', ru: 'Мы отправим вам' } },
    {
      kind: 'text',
      copy: {
        en: 'You need not come for this. It costs nothing more, and a mail follows when it leaves.',
        pl: 'Nie musisz po to przychodzić. Nic nie dopłacasz; napiszemy, gdy przesyłka wyruszy.',
        ru: 'За этим не нужно приходить. Доплаты нет; мы напишем, когда посылка уедет.',
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
        { label: { en: 'Deliver to', pl: 'Adres dostawy', ru: 'Адрес доставки' }, value: '{{ address }}' },
      ],
    },
    { kind: 'rows', rows: (data, language) => goodsRows(data.goods, language) },
    {
      kind: 'button',
      copy: { en: 'See the order', pl: 'Zobacz zamówienie', ru: 'Посмотреть заказ' },
      url: (data) => data.url,
    },
  ],
};
