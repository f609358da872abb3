import type { Language } from '../../kernel/context.ts';

export const titleWords: Record<Language, { title: string; lead: string; nothing: string }> = {
  en: {
    title: 'What we hold about you',
    lead: 'Everything in our systems under what you are known by. Made at',
    nothing: 'Nothing.',
  },
  pl: {
    title: 'Jakie dane o Tobie mamy',
    lead: 'Wszystko, co w naszych systemach jest z Tobą powiązane. Stan na',
    nothing: 'Żadnych.',
  },
  ru: {
    title: 'Какие данные о вас у нас есть',
    lead: 'Всё, что связано с вами в наших системах. По состоянию на',
    nothing: 'Никаких.',
  },
};

export const sectionWords: Record<string, Record<Language, string>> = {
  names: { en: 'Names', pl: 'Imiona i nazwiska', ru: 'Имена' },
  identifiers: { en: 'Addresses and numbers', pl: 'Adresy i numery', ru: 'Адреса и номера' },
  addresses: { en: 'Kept delivery addresses', pl: 'Zapisane adresy dostawy', ru: 'Сохранённые адреса доставки' },
  facts: { en: 'What we noted of you', pl: 'Cechy i preferencje', ru: 'Особенности и предпочтения' },
  tags: { en: 'Tags', pl: 'Etykiety', ru: 'Метки' },
  notes: { en: 'Notes of our staff', pl: 'Notatki pracowników', ru: 'Заметки сотрудников' },
  figures: { en: 'Figures worked out', pl: 'Wyliczone wskaźniki', ru: 'Рассчитанные показатели' },
  holds: { en: 'Goods kept aside', pl: 'Rezerwacje w sklepach', ru: 'Резервы в магазинах' },
  consents: { en: 'What you agreed to', pl: 'Zgody', ru: 'Согласия' },
  sessions: { en: 'Browsers', pl: 'Przeglądarki', ru: 'Браузеры' },
  timeline: { en: 'What happened between us', pl: 'Historia kontaktów', ru: 'История событий' },
  carts: { en: 'Carts', pl: 'Koszyki', ru: 'Корзины' },
  storeCredits: { en: 'Store credit', pl: 'Karty ze zwrotów', ru: 'Кредит магазина' },
  payments: { en: 'Payments', pl: 'Płatności', ru: 'Платежи' },
  orders: { en: 'Orders', pl: 'Zamówienia', ru: 'Заказы' },
  handedOver: { en: 'Hand-overs and parcels', pl: 'Odbiory i paczki', ru: 'Выдачи и посылки' },
  returns: { en: 'Returns', pl: 'Zwroty', ru: 'Возвраты' },
  withdrawals: { en: 'Withdrawals from contracts', pl: 'Odstąpienia od umów', ru: 'Отказы от договоров' },
  messages: { en: 'Conversation', pl: 'Rozmowy', ru: 'Переписка' },
  calls: { en: 'Telephone calls', pl: 'Rozmowy telefoniczne', ru: 'Звонки' },
  mails: { en: 'E-mails we sent', pl: 'Wysłane e-maile', ru: 'Отправленные письма' },
  visits: { en: 'Visits to the shop', pl: 'Wizyty w sklepie internetowym', ru: 'Посещения сайта' },
  steps: { en: 'Steps that were measured', pl: 'Zmierzone kroki', ru: 'Измеренные действия' },
};
