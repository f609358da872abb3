import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { goodsRows, isCase } from './shared.ts';

/** An order that is off, or a part of it: what, why, and what becomes of the money. */
export const orderCancelled: MailTemplate<MailData['order_cancelled']> = {
  subject: {
    en: '{% if isWhole %}Cancelled: order {{ number }}{% else %}Changed: order {{ number }}{% endif %}',
    pl: '{% if isWhole %}Anulowano zamówienie {{ number }}{% else %}Zmieniono zamówienie {{ number }}{% endif %}',
    ru: '{% if isWhole %}Заказ {{ number }} отменён{% else %}Заказ {{ number }} изменён{% endif %}',
  },
  preview: {
    en: '{% if refund %}You get {{ refund | money }} back.{% else %}Nothing was charged for it.{% endif %}',
    pl: '{% if refund %}Zwracamy {{ refund | money }}.{% else %}Nic za to nie naliczono.{% endif %}',
    ru: '{% if refund %}Мы вернём {{ refund | money }}.{% else %}За это ничего не списано.{% endif %}',
  },
  blocks: [
    {
      kind: 'heading',
      copy: {
        en: '{% if isWhole %}Your order is cancelled{% else %}A part of your order is cancelled{% endif %}',
        pl: '{% if isWhole %}Zamówienie anulowane{% else %}Część zamówienia anulowana{% endif %}',
        ru: '{% if isWhole %}Заказ отменён{% else %}Часть заказа отменена{% endif %}',
      },
    },
    {
      kind: 'text',
      when: (data) => isCase(data.why, 'by_customer'),
      copy: {
        en: 'As you wished, this is no longer in order {{ number }}.',
        pl: 'Zgodnie z Twoją prośbą tego nie ma już w zamówieniu {{ number }}.',
        ru: 'Как вы просили, этого больше нет в заказе {{ number }}.',
      },
    },
    {
      kind: 'text',
      when: (data) => isCase(data.why, 'by_store'),
      copy: {
        en: 'We had to take this out of order {{ number }}. We are sorry. Write to us if you have questions.',
        pl: 'Musieliśmy usunąć to z zamówienia {{ number }}. Przepraszamy. W razie pytań napisz do nas.',
        ru: 'Нам пришлось убрать это из заказа {{ number }}. Приносим извинения. Если есть вопросы, напишите нам.',
      },
    },
    {
      kind: 'text',
      when: (data) => isCase(data.why, 'not_collected'),
      copy: {
        en: 'Nobody came for this in time, so it is on sale again. Order {{ number }} can simply be placed anew.',
        pl: 'Nikt tego nie odebrał w terminie, więc towar jest znów w sprzedaży. Zamówienie {{ number }} można po prostu złożyć ponownie.',
        ru: 'За этим не пришли вовремя, и товар снова в продаже. Заказ {{ number }} можно просто оформить заново.',
      },
    },
    { kind: 'rows', rows: (data, language) => goodsRows(data.goods, language) },
    {
      kind: 'facts',
      rows: [
        {
          label: { en: 'You get back', pl: 'Zwracamy', ru: 'Вернём' },
          value: '{{ refund | money }}',
          when: (data) => data.refund !== null,
        },
        {
          label: { en: 'What is left of the order', pl: 'Pozostaje w zamówieniu', ru: 'Остаётся в заказе' },
          value: '{{ worth | money }}',
          when: (data) => !data.isWhole,
        },
      ],
    },
    {
      kind: 'text',
      when: (data) => data.refund !== null,
      copy: {
        en: 'The money goes back the way it came. With a card it usually takes two to five working days.',
        pl: 'Pieniądze wracają tą samą drogą, którą zapłacono. Na kartę trwa to zwykle od dwóch do pięciu dni roboczych.',
        ru: 'Деньги вернутся тем же способом, которым вы платили. На карту это занимает обычно от двух до пяти рабочих дней.',
      },
    },
    {
      kind: 'button',
      copy: { en: 'See the order', pl: 'Zobacz zamówienie', ru: 'Посмотреть заказ' },
      url: (data) => data.url,
    },
  ],
};
