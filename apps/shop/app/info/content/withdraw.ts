import type { InfoText } from './infoText.ts';

/** Directive 2011/83/EU, articles 9 to 16 and annex I(B): the right, how to use it today, the model form. */
export const withdraw: InfoText = {
  title: { en: 'Withdraw from contract', pl: 'Odstąpienie od umowy', ru: 'Отказ от договора' },
  sections: {
    en: [
      {
        heading: 'Your right',
        paragraphs: [
          'If you ordered online or by phone, you may withdraw within 14 days without giving a reason. The days run from the day on which you, or somebody you named, received the last parcel. An order paid online and collected in a store counts as well.',
          'A reservation in a store is no contract: cancel it in your account or just let it end.',
        ],
      },
      {
        heading: 'How to do it',
        paragraphs: [
          'Tell us clearly that you withdraw, before the 14 days are over: by e-mail to {email}, in the chat, by letter to {company}, {address}, or in any of our stores. It is enough that you send it in time. We confirm at once that we have it, with date and time.',
          'You may use the form below; you need not.',
        ],
      },
      {
        heading: 'Model withdrawal form',
        paragraphs: [],
        lines: [
          'To {company}, {address}, {email}:',
          'I hereby give notice that I withdraw from my contract of sale of the following goods:',
          'Ordered on / received on:',
          'Order number:',
          'Name:',
          'Address:',
          'Signature (only on paper):',
          'Date:',
        ],
      },
      {
        heading: 'What happens then',
        paragraphs: [
          'We pay back everything you paid, with the cheapest delivery we offer, within 14 days of your notice and by the means you paid with. We may wait until we have the goods or you show that they are on the way.',
          'Send or bring the goods back within 14 days of your notice. In a store it costs nothing. What it costs otherwise, and how we collect what does not fit a parcel, is on the page "Returns".',
          'You answer for a loss in value only where the goods were handled more than needed to see what they are, as in a store.',
        ],
      },
    ],
    pl: [
      {
        heading: 'Twoje prawo',
        paragraphs: [
          'Jeśli zamówienie zostało złożone przez internet lub telefon, możesz odstąpić od umowy w ciągu 14 dni bez podania przyczyny. Termin biegnie od dnia, w którym Ty lub wskazana przez Ciebie osoba odebrała ostatnią paczkę. Dotyczy to także zamówień opłaconych online i odebranych w sklepie.',
          'Rezerwacja w sklepie nie jest umową: możesz ją odwołać na koncie albo pozwolić, żeby się skończyła.',
        ],
      },
      {
        heading: 'Jak to zrobić',
        paragraphs: [
          'Przed upływem 14 dni powiedz nam jasno, że odstępujesz od umowy: e-mailem na {email}, na czacie, listem na adres {company}, {address} albo w dowolnym naszym sklepie. Wystarczy wysłać wiadomość w terminie. Od razu potwierdzimy jej otrzymanie, z datą i godziną.',
          'Możesz skorzystać z poniższego wzoru, ale nie jest to obowiązkowe.',
        ],
      },
      {
        heading: 'Wzór formularza odstąpienia od umowy',
        paragraphs: [],
        lines: [
          'Adresat: {company}, {address}, {email}',
          'Niniejszym informuję o moim odstąpieniu od umowy sprzedaży następujących rzeczy:',
          'Data zamówienia / odbioru:',
          'Numer zamówienia:',
          'Imię i nazwisko:',
          'Adres:',
          'Podpis (tylko w wersji papierowej):',
          'Data:',
        ],
      },
      {
        heading: 'Co dzieje się potem',
        paragraphs: [
          'Zwracamy wszystko, co zostało zapłacone, razem z kosztem najtańszej oferowanej dostawy, w ciągu 14 dni od otrzymania oświadczenia i tą samą drogą. Możemy poczekać, aż towar do nas wróci albo pokażesz dowód nadania.',
          'Odeślij lub przynieś towar w ciągu 14 dni od złożenia oświadczenia. W sklepie nic to nie kosztuje. Pozostałe koszty i sposób odbioru rzeczy, które nie mieszczą się w paczce, podajemy na stronie „Zwroty”.',
          'Odpowiadasz za zmniejszenie wartości towaru tylko wtedy, gdy był używany więcej, niż trzeba, żeby go obejrzeć, tak jak w sklepie.',
        ],
      },
    ],
    ru: [
      {
        heading: 'Ваше право',
        paragraphs: [
          'Если вы сделали заказ через интернет или по телефону, вы можете отказаться от договора в течение 14 дней без объяснения причин. Срок идёт со дня, когда вы или названный вами человек получили последнюю посылку. Это касается и заказов, оплаченных онлайн и полученных в магазине.',
          'Бронь в магазине — не договор: её можно отменить в личном кабинете или просто дать ей закончиться.',
        ],
      },
      {
        heading: 'Как это сделать',
        paragraphs: [
          'До истечения 14 дней ясно сообщите нам об отказе: по e-mail на {email}, в чате, письмом по адресу {company}, {address} или в любом нашем магазине. Достаточно отправить сообщение в срок. Мы сразу подтвердим получение, с датой и временем.',
          'Можно воспользоваться образцом ниже, но это не обязательно.',
        ],
      },
      {
        heading: 'Образец заявления об отказе',
        paragraphs: [],
        lines: [
          'Кому: {company}, {address}, {email}',
          'Настоящим сообщаю об отказе от договора купли-продажи следующих товаров:',
          'Дата заказа / получения:',
          'Номер заказа:',
          'Имя и фамилия:',
          'Адрес:',
          'Подпись (только на бумаге):',
          'Дата:',
        ],
      },
      {
        heading: 'Что будет дальше',
        paragraphs: [
          'Мы вернём всё, что вы заплатили, вместе со стоимостью самой дешёвой доставки, в течение 14 дней после вашего сообщения и тем же способом. Мы можем подождать, пока товар вернётся или вы подтвердите отправку.',
          'Отправьте или привезите товар в течение 14 дней после сообщения. В магазине это бесплатно. Сколько это стоит иначе и как мы забираем то, что не помещается в посылку, сказано на странице «Возврат».',
          'Вы отвечаете за снижение стоимости товара, только если пользовались им больше, чем нужно, чтобы его рассмотреть, как в магазине.',
        ],
      },
    ],
  },
};
