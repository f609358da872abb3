import { policy, t } from './policy.ts';

export const termsPolicy = policy('terms', t('Terms of sale', 'Regulamin sklepu', 'Условия продажи'), [
  {
    heading: t('Who sells', 'Kto sprzedaje', 'Кто продаёт'),
    paragraphs: [
      t(
        'Velora is a demonstration shop. Nothing here is for sale, and no contract comes about. What follows shows how a shop on this platform words its terms.',
        'Velora to sklep demonstracyjny. Niczego tu nie sprzedajemy i nie dochodzi do zawarcia umowy. Poniższy tekst pokazuje, jak sklep na tej platformie formułuje swój regulamin.',
        'Velora — демонстрационный магазин. Здесь ничего не продаётся, и договор не заключается. Ниже показано, как магазин на этой платформе излагает свои условия.',
      ),
      t(
        'The seller is Velora sp. z o.o., ul. Przędzalniana 14, 90-034 Łódź, share capital PLN 500,000. Write to hello@velora.example or call +48 600 000 910.',
        'Sprzedawcą jest Velora sp. z o.o., ul. Przędzalniana 14, 90-034 Łódź, kapitał zakładowy 500 000 zł. Napisz na hello@velora.example albo zadzwoń: +48 600 000 910.',
        'Продавец — Velora sp. z o.o., ul. Przędzalniana 14, 90-034 Лодзь, уставный капитал 500 000 злотых. Пишите на hello@velora.example или звоните: +48 600 000 910.',
      ),
    ],
  },
  {
    heading: t('How a contract comes about', 'Jak dochodzi do umowy', 'Как заключается договор'),
    paragraphs: [
      t(
        'You choose goods, the way to get them and the way to pay, see the full price with tax and delivery, and press "Order with obligation to pay". The contract is made when we confirm the order by e-mail, at once. The confirmation holds the order, the terms and the withdrawal form.',
        'Wybierasz towar, sposób odbioru i płatności, widzisz pełną cenę z podatkiem i dostawą i naciskasz „Zamówienie z obowiązkiem zapłaty”. Umowa zostaje zawarta z chwilą potwierdzenia zamówienia e-mailem, od razu. Potwierdzenie zawiera zamówienie, regulamin i formularz odstąpienia.',
        'Вы выбираете товар, способ получения и оплаты, видите полную цену с налогом и доставкой и нажимаете кнопку заказа с обязательством оплаты. Договор заключён, когда мы сразу же подтверждаем заказ по e-mail. В подтверждении есть заказ, условия и форма отказа.',
      ),
      t(
        'A reservation in a store is no contract: it costs nothing, binds you to nothing and ends by itself. You buy, or do not, in the store.',
        'Rezerwacja w sklepie nie jest umową: nic nie kosztuje, do niczego nie zobowiązuje i kończy się sama. Kupujesz albo nie na miejscu.',
        'Бронь в магазине — не договор: она бесплатна, ни к чему не обязывает и заканчивается сама. Покупать или нет, вы решаете на месте.',
      ),
    ],
  },
  {
    heading: t('Prices', 'Ceny', 'Цены'),
    paragraphs: [
      t(
        'Prices are in złoty and include VAT. They are the same online and in every store. What was quoted to you holds as long as your reservation; if the price falls meanwhile, you pay the lower one. Beside every reduction we show the lowest price of the 30 days before it.',
        'Ceny podajemy w złotych, z VAT. Są takie same w internecie i w każdym sklepie. Cena, którą widzisz przy rezerwacji, obowiązuje przez cały czas jej trwania; jeśli w tym czasie spadnie, zapłacisz niższą. Przy każdej obniżce podajemy najniższą cenę z 30 dni przed nią.',
        'Цены указаны в злотых и включают НДС. Они одинаковы в интернете и во всех магазинах. Названная вам цена действует, пока действует бронь; если за это время она снизится, вы заплатите меньшую. При каждой скидке мы показываем самую низкую цену за 30 дней до неё.',
      ),
    ],
  },
  {
    heading: t('Payment', 'Płatność', 'Оплата'),
    paragraphs: [
      t(
        'You pay by card online, or by card or cash in the store when you collect. Your card is charged when the order is placed. If a payment fails, nothing is taken and your cart is kept.',
        'Płacisz kartą online albo kartą lub gotówką w sklepie przy odbiorze. Karta zostaje obciążona przy złożeniu zamówienia. Jeśli płatność się nie uda, niczego nie pobieramy, a koszyk zostaje.',
        'Оплатить можно картой онлайн либо картой или наличными в магазине при получении. Сумма списывается при оформлении заказа. Если оплата не прошла, деньги не списываются, а корзина сохраняется.',
      ),
    ],
  },
  {
    heading: t('Complaints', 'Reklamacje', 'Претензии'),
    paragraphs: [
      t(
        'Write to us, use the chat or go to any store. We answer within 14 days. If we do not agree, you may turn to the Trade Inspection or to a consumer ombudsman, free of charge.',
        'Napisz do nas, skorzystaj z czatu albo przyjdź do dowolnego sklepu. Odpowiadamy w ciągu 14 dni. Jeśli się nie porozumiemy, możesz bezpłatnie zwrócić się do Inspekcji Handlowej albo rzecznika konsumentów.',
        'Напишите нам, воспользуйтесь чатом или придите в любой магазин. Ответим в течение 14 дней. Если договориться не удастся, можно бесплатно обратиться в Торговую инспекцию или к защитнику прав потребителей.',
      ),
    ],
  },
]);
