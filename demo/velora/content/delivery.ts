import { policy, t } from './policy.ts';

export const deliveryPolicy = policy('delivery', t('Delivery', 'Dostawa', 'Доставка'), [
  {
    heading: t('By courier', 'Kurierem', 'Курьером'),
    paragraphs: [
      t(
        'Anything that fits one box of up to 30 kg and 150 cm goes by courier for 19.90 zł, free from 400 zł. It leaves our warehouse in Łódź on the same day if you order before 13:00, Monday to Friday.',
        'Wszystko, co mieści się w jednej paczce do 30 kg i 150 cm, wysyłamy kurierem za 19,90 zł, a od 400 zł bezpłatnie. Zamówienia złożone do godziny 13:00 od poniedziałku do piątku wychodzą z magazynu w Łodzi tego samego dnia.',
        'Всё, что помещается в одну посылку до 30 кг и 150 см, отправляем курьером за 19,90 злотых, а от 400 злотых — бесплатно. Заказы, сделанные до 13:00 с понедельника по пятницу, покидают склад в Лодзи в тот же день.',
      ),
    ],
  },
  {
    heading: t('Furniture', 'Meble', 'Мебель'),
    paragraphs: [
      t(
        'Our own van brings furniture to the building entrance for 149 zł in and around the cities where we have a store or the warehouse, and for 199 zł elsewhere in Poland. For 100 zł more, two people carry it in, unpack it and take the packaging away.',
        'Meble przywozimy własnym samochodem pod drzwi budynku: za 149 zł w miastach, w których mamy sklep lub magazyn, i w ich okolicach, a za 199 zł w pozostałej części Polski. Za dodatkowe 100 zł dwie osoby wniosą mebel, rozpakują go i zabiorą opakowanie.',
        'Мебель привозит наша машина до входа в здание: за 149 злотых в городах, где есть магазин или склад, и рядом с ними, за 199 злотых — по остальной Польше. За дополнительные 100 злотых двое грузчиков поднимут мебель, распакуют и заберут упаковку.',
      ),
      t(
        'The day you see at the product is the day we come. On the evening before, we send a two-hour window, and the driver calls half an hour ahead.',
        'Dzień podany przy produkcie to dzień, w którym przyjedziemy. Wieczorem dzień wcześniej wyślemy dwugodzinny przedział, a kierowca zadzwoni pół godziny przed przyjazdem.',
        'День, указанный у товара, — это день, когда мы приедем. Накануне вечером пришлём двухчасовой интервал, а за полчаса водитель позвонит.',
      ),
    ],
  },
  {
    heading: t('Pick up in a store', 'Odbiór w sklepie', 'Самовывоз из магазина'),
    paragraphs: [
      t(
        'Collection is free. What the store has on the shelf is ready within two opening hours; wait for the message with the code. We keep paid orders for seven days.',
        'Odbiór jest bezpłatny. To, co sklep ma na miejscu, przygotujemy w ciągu dwóch godzin jego pracy; poczekaj na wiadomość z kodem. Opłacone zamówienia przechowujemy siedem dni.',
        'Самовывоз бесплатный. То, что есть в магазине, подготовим за два часа его работы; дождитесь сообщения с кодом. Оплаченные заказы храним семь дней.',
      ),
      t(
        'You may also reserve without paying: we put the piece aside until the store closes, today or on its next opening day, and you decide in the store. Our advisers can hold it longer.',
        'Możesz też zarezerwować bez płacenia: odłożymy mebel do zamknięcia sklepu, dziś albo w najbliższy dzień otwarcia, a zdecydujesz na miejscu. Nasi doradcy mogą odłożyć go na dłużej.',
        'Можно забронировать и без оплаты: мы отложим вещь до закрытия магазина, сегодня или в ближайший день работы, а решите вы на месте. Наши консультанты могут отложить её дольше.',
      ),
    ],
  },
]);
