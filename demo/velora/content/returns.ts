import { policy, t } from './policy.ts';

export const returnsPolicy = policy('returns', t('Returns', 'Zwroty', 'Возврат'), [
  {
    heading: t(
      'Thirty days, wherever you bought',
      'Trzydzieści dni, gdziekolwiek kupisz',
      'Тридцать дней, где бы вы ни купили',
    ),
    paragraphs: [
      t(
        'You may return anything unused within 30 days, whether you bought it online, by phone or in a store. Bring it to any of our stores free of charge.',
        'Nieużywany towar możesz zwrócić w ciągu 30 dni, niezależnie od tego, czy kupisz go w internecie, przez telefon czy w sklepie. Zwrot w każdym naszym sklepie jest bezpłatny.',
        'Неиспользованный товар можно вернуть в течение 30 дней, где бы вы его ни купили: в интернете, по телефону или в магазине. Возврат в любом нашем магазине бесплатный.',
      ),
      t(
        'We fetch parcels for 14.90 zł. Furniture that cannot go by post we collect from your door for 99 zł in the cities near our stores and for 149 zł elsewhere; the driver brings the packaging.',
        'Paczki odbieramy za 14,90 zł. Meble, których nie da się wysłać pocztą, odbieramy spod drzwi za 99 zł w miastach blisko naszych sklepów i za 149 zł w innych miejscach; kierowca przywiezie opakowanie.',
        'Посылки забираем за 14,90 злотых. Мебель, которую нельзя отправить почтой, забираем от двери за 99 злотых в городах рядом с нашими магазинами и за 149 злотых в остальных; упаковку привезёт водитель.',
      ),
    ],
  },
  {
    heading: t('Your money', 'Zwrot pieniędzy', 'Возврат денег'),
    paragraphs: [
      t(
        'We pay back by the means you paid with, at the latest 14 days after you tell us, and may wait until the goods are here or you show that they are on the way.',
        'Pieniądze zwracamy tą samą drogą, którą nastąpiła płatność, najpóźniej 14 dni od zgłoszenia; możemy poczekać, aż towar do nas wróci albo pokażesz dowód nadania.',
        'Деньги возвращаем тем же способом, каким вы платили, не позднее 14 дней после вашего сообщения; мы можем подождать, пока товар вернётся или вы подтвердите отправку.',
      ),
    ],
  },
  {
    heading: t('Damaged or faulty', 'Uszkodzenia i wady', 'Повреждения и недостатки'),
    paragraphs: [
      t(
        'Send us a photo before you pack anything. We repair, replace, reduce the price or refund, and pay all transport. The seller is liable for lack of conformity for two years.',
        'Zanim cokolwiek zapakujesz, wyślij nam zdjęcie. Naprawimy, wymienimy, obniżymy cenę albo zwrócimy pieniądze, a transport jest na nasz koszt. Sprzedawca odpowiada za niezgodność towaru z umową przez dwa lata.',
        'Прежде чем что-то упаковывать, пришлите нам фотографию. Мы отремонтируем, заменим, снизим цену или вернём деньги, перевозка — за наш счёт. Продавец отвечает за соответствие товара договору два года.',
      ),
    ],
  },
]);

export const withdrawalPolicy = policy(
  'withdrawal',
  t('Withdraw from contract', 'Odstąpienie od umowy', 'Отказ от договора'),
  [
    {
      heading: t('Your right', 'Twoje prawo', 'Ваше право'),
      paragraphs: [
        t(
          'If you bought at a distance (online or by phone), you may withdraw within 14 days of receiving the last parcel, without giving a reason. Orders paid online and collected in a store count as well; reservations do not need it, because they bind you to nothing.',
          'Jeśli kupujesz na odległość (w internecie lub przez telefon), możesz odstąpić od umowy w ciągu 14 dni od odbioru ostatniej paczki, bez podania przyczyny. Dotyczy to także zamówień opłaconych w internecie i odebranych w sklepie; rezerwacja do niczego nie zobowiązuje, więc odstąpienia nie wymaga.',
          'Если вы купили дистанционно (в интернете или по телефону), вы можете отказаться от договора в течение 14 дней после получения последней посылки, не называя причины. Это касается и заказов, оплаченных в интернете и полученных в магазине; резерв ни к чему не обязывает, и отказ от него не нужен.',
        ),
        t(
          'Tell us in any clear way: by e-mail, in the chat, by letter or in a store. You may use the model form on the page "Withdraw from contract". We confirm that we have it, with date and time.',
          'Powiedz nam o tym w dowolny jasny sposób: e-mailem, na czacie, listem albo w sklepie. Możesz użyć wzoru formularza ze strony „Odstąpienie od umowy”. Potwierdzimy otrzymanie, z datą i godziną.',
          'Сообщите нам об этом любым ясным способом: по e-mail, в чате, письмом или в магазине. Можно взять образец формы со страницы «Отказ от договора». Мы подтвердим получение, с датой и временем.',
        ),
      ],
    },
  ],
);
