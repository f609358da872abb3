import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { goodsRows } from './shared.ts';

/** Something of an order is not there: the customer chooses what becomes of it. */
export const pickupShort: MailTemplate<MailData['pickup_short']> = {
  subject: {
    en: 'Please choose: something of order {{ number }} is missing',
    pl: 'Prosimy o wybór: czegoś brakuje w zamówieniu {{ number }}',
    ru: 'Выберите, пожалуйста: в заказе {{ number }} чего-то не хватает',
  },
  preview: {
    en: 'Another store, sent to you, wait, or your money back.',
    pl: 'Inny salon, wysyłka, czekamy albo zwrot pieniędzy.',
    ru: 'Другой магазин, доставка, подождать или вернуть деньги.',
  },
  blocks: [
    { kind: 'heading', copy: { en: 'We are sorry', pl: 'Przepraszamy', ru: 'Приносим извинения' } },
    {
      kind: 'text',
      copy: {
        en: '{{ place.name }} could not find this for you, or it was not good enough to give you. You decide what happens now; until then nothing does.',
        pl: 'Salon {{ place.name }} nie znalazł tego towaru albo nie nadawał się on do wydania. To Ty decydujesz, co dalej; do tego czasu nic się nie dzieje.',
        ru: 'Этого товара не нашли, или его нельзя было вам отдать. Магазин: {{ place.name }}. Что делать дальше, решаете вы; до этого ничего не произойдёт.',
      },
    },
    { kind: 'rows', rows: (data, language) => goodsRows(data.goods, language) },
    {
      kind: 'text',
      copy: {
        en: 'You can have it from another store, have it sent to you at no extra cost, wait for it, or take your money back. Everything else of the order stays as it is.',
        pl: 'Możesz odebrać to w innym salonie, otrzymać wysyłkę bez dopłaty, poczekać albo odzyskać pieniądze. Reszta zamówienia się nie zmienia.',
        ru: 'Можно забрать в другом магазине, получить доставку без доплаты, подождать или вернуть деньги. Остальное в заказе не меняется.',
      },
    },
    {
      kind: 'button',
      copy: { en: 'Choose now', pl: 'Wybierz teraz', ru: 'Выбрать' },
      url: (data) => data.url,
    },
  ],
};
