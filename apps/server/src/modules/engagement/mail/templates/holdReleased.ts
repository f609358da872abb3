import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { goodsRows, isCase } from './shared.ts';

export const holdReleased: MailTemplate<MailData['hold_released']> = {
  subject: {
    en: 'Your hold has ended: {{ goods[0].title }}',
    pl: 'Koniec rezerwacji: {{ goods[0].title }}',
    ru: 'Резерв завершён: {{ goods[0].title }}',
  },
  preview: { en: 'Nothing was charged.', pl: 'Nic nie zostało naliczone.', ru: 'Ничего не списано.' },
  blocks: [
    { kind: 'heading', copy: { en: 'Your hold has ended', pl: 'Rezerwacja się zakończyła', ru: 'Резерв завершён' } },
    {
      kind: 'text',
      when: (data) => isCase(data.reason, 'expired'),
      copy: {
        en: 'The time of the hold is over, so {{ place.name }} offers the goods to others again.',
        pl: 'Czas rezerwacji minął, więc towar w salonie {{ place.name }} jest znów dostępny dla innych.',
        ru: 'Срок резерва истёк, и товар снова доступен другим покупателям. Магазин: {{ place.name }}.',
      },
    },
    {
      kind: 'text',
      when: (data) => isCase(data.reason, 'by_customer'),
      copy: {
        en: 'You have given the goods in {{ place.name }} back. Thank you: someone else can have them now.',
        pl: 'Rezerwacja w salonie {{ place.name }} została odwołana na Twoją prośbę. Dziękujemy: towar może teraz kupić ktoś inny.',
        ru: 'Вы отказались от резерва. Спасибо: теперь товар достанется кому-то другому. Магазин: {{ place.name }}.',
      },
    },
    {
      kind: 'text',
      when: (data) => isCase(data.reason, 'by_store'),
      copy: {
        en: '{{ place.name }} had to end the hold. We are sorry. Write to us and we will look for another piece together.',
        pl: 'Salon {{ place.name }} musiał zakończyć rezerwację. Przepraszamy. Napisz do nas, a wspólnie poszukamy innej sztuki.',
        ru: 'Нам пришлось снять резерв. Приносим извинения. Напишите нам, и мы вместе поищем другой экземпляр. Магазин: {{ place.name }}.',
      },
    },
    { kind: 'rows', rows: (data, language) => goodsRows(data.goods, language) },
    {
      kind: 'text',
      copy: {
        en: 'Nothing was charged. If you still want it, look whether there is one left.',
        pl: 'Nic nie zostało naliczone. Jeśli nadal chcesz to mieć, sprawdź, czy jest jeszcze dostępne.',
        ru: 'Ничего не списано. Если товар вам всё ещё нужен, посмотрите, есть ли он в наличии.',
      },
    },
    {
      kind: 'button',
      copy: { en: 'See if there is one left', pl: 'Sprawdź dostępność', ru: 'Проверить наличие' },
      url: (data) => data.url,
    },
  ],
};
