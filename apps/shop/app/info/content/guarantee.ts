import type { InfoText } from './infoText.ts';

/** Directive (EU) 2019/771: the seller's liability. The law's content in words; it is not the official notice's file. */
export const guarantee: InfoText = {
  title: { en: 'Legal guarantee', pl: 'Odpowiedzialność sprzedawcy', ru: 'Ответственность продавца' },
  sections: {
    en: [
      {
        heading: 'Two years, by law, free of charge',
        paragraphs: [
          'Everything you buy here has a legal guarantee of conformity of at least two years from delivery. The seller, {company}, is liable for every fault that was there on delivery, even if it shows only later. A fault that shows within the two years is presumed to have been there.',
          'This holds in every country of the European Union and for whatever you buy from us: online, by phone or in a store. You need not register anything.',
        ],
      },
      {
        heading: 'What you can ask for',
        paragraphs: [
          'Repair or replacement, as you choose, within a reasonable time and at no cost to you: we pay transport, material and work. If that fails or cannot be expected of you, a lower price, or your money back.',
        ],
      },
      {
        heading: 'How to tell us',
        paragraphs: [
          'Write to {email}, use the chat, call {phone} or go to any of our stores. A photo of the fault helps. Keep the order number or the receipt; another proof of purchase will do too. We answer within 14 days.',
        ],
      },
    ],
    pl: [
      {
        heading: 'Dwa lata, z mocy prawa, bezpłatnie',
        paragraphs: [
          'Za każdą kupioną u nas rzecz sprzedawca, {company}, odpowiada przez co najmniej dwa lata od wydania. Odpowiedzialność obejmuje każdą niezgodność towaru z umową, która istniała w chwili dostarczenia, także gdy ujawni się później. Jeśli ujawni się w ciągu dwóch lat, domniemywa się, że istniała od początku.',
          'Zasada ta obowiązuje w całej Unii Europejskiej i dotyczy zakupów przez internet, telefon i w sklepie. Niczego nie trzeba rejestrować.',
        ],
      },
      {
        heading: 'Czego możesz żądać',
        paragraphs: [
          'Naprawy albo wymiany, według Twojego wyboru, w rozsądnym czasie i bez kosztów: transport, materiał i robociznę pokrywamy my. Jeśli to się nie uda albo nie można tego od Ciebie oczekiwać, obniżenia ceny albo zwrotu pieniędzy.',
        ],
      },
      {
        heading: 'Jak złożyć reklamację',
        paragraphs: [
          'Napisz na {email}, skorzystaj z czatu, zadzwoń: {phone} albo przyjdź do dowolnego sklepu. Pomoże zdjęcie wady. Zachowaj numer zamówienia lub paragon; wystarczy też inny dowód zakupu. Odpowiadamy w ciągu 14 dni.',
        ],
      },
    ],
    ru: [
      {
        heading: 'Два года по закону, бесплатно',
        paragraphs: [
          'За всё, что вы покупаете здесь, продавец, {company}, отвечает не менее двух лет со дня передачи. Он отвечает за любой недостаток, который был при передаче, даже если тот проявится позже. Если недостаток проявился в течение двух лет, считается, что он был с самого начала.',
          'Это действует во всех странах Европейского союза и для любых покупок у нас: в интернете, по телефону, в магазине. Регистрировать ничего не нужно.',
        ],
      },
      {
        heading: 'Что можно потребовать',
        paragraphs: [
          'Ремонт или замену, по вашему выбору, в разумный срок и без расходов: перевозку, материалы и работу оплачиваем мы. Если это не удалось или от вас этого нельзя ожидать — снижение цены или возврат денег.',
        ],
      },
      {
        heading: 'Как сообщить',
        paragraphs: [
          'Напишите на {email}, воспользуйтесь чатом, позвоните: {phone} или придите в любой наш магазин. Поможет фотография недостатка. Сохраните номер заказа или чек; подойдёт и другое подтверждение покупки. Ответим в течение 14 дней.',
        ],
      },
    ],
  },
};
