import type { InfoText } from './infoText.ts';

/** Directive (EU) 2019/882, annex V: how the service meets the requirements, and whom to tell where it does not. */
export const accessibility: InfoText = {
  title: { en: 'Accessibility', pl: 'Dostępność cyfrowa', ru: 'Доступность' },
  sections: {
    en: [
      {
        heading: 'What you can expect',
        paragraphs: [
          'This shop is built after WCAG 2.2, level AA, and EN 301 549. You can do everything with a keyboard alone and with a screen reader; text can be enlarged to 200 %; pages fit a width of 320 px; light and dark follow your device; who asked their device for less movement sees none.',
          'Browsing, search and the cart work without scripts. Prices, reductions, stock and errors are said in words and never by colour alone. Signing in needs a code from an e-mail, which can be pasted; there are no puzzles.',
        ],
      },
      {
        heading: 'What we know to be missing',
        paragraphs: [
          'The pictures of goods are drawings; their descriptions name product, colour and fabric and not every detail. Documents that makers give us, such as assembly instructions, may not be accessible: ask us and we read them to you.',
        ],
      },
      {
        heading: 'Tell us',
        paragraphs: [
          'If something does not work for you, write to {email} or call {phone}. Say which page it is and what you use. We answer within seven days, help you with what you wanted to do, and say what we will change.',
          'If our answer does not satisfy you, you may complain to the authority that supervises the accessibility of services; in Poland that is the President of the Board of PFRON.',
        ],
      },
    ],
    pl: [
      {
        heading: 'Czego możesz oczekiwać',
        paragraphs: [
          'Sklep budujemy zgodnie z WCAG 2.2 na poziomie AA i normą EN 301 549. Wszystko da się zrobić samą klawiaturą i z czytnikiem ekranu; tekst można powiększyć do 200 %; strony mieszczą się w szerokości 320 px; jasny i ciemny wygląd zależy od urządzenia; kto ograniczył animacje, nie zobaczy żadnych.',
          'Przeglądanie, wyszukiwanie i koszyk działają bez skryptów. Ceny, obniżki, dostępność i błędy podajemy słowami, nigdy samym kolorem. Do logowania wystarczy kod z e-maila, który można wkleić; nie ma zagadek do rozwiązania.',
        ],
      },
      {
        heading: 'Czego jeszcze brakuje',
        paragraphs: [
          'Zdjęcia produktów są rysunkami; ich opisy podają produkt, kolor i tkaninę, ale nie każdy szczegół. Dokumenty producentów, na przykład instrukcje montażu, mogą nie być dostępne: zapytaj, a przeczytamy je.',
        ],
      },
      {
        heading: 'Powiedz nam',
        paragraphs: [
          'Jeśli coś nie działa, napisz na {email} albo zadzwoń: {phone}. Podaj stronę i to, z czego korzystasz. Odpowiemy w ciągu siedmiu dni, pomożemy załatwić sprawę i powiemy, co zmienimy.',
          'Jeśli odpowiedź Cię nie zadowoli, możesz złożyć skargę do organu nadzorującego dostępność usług; w Polsce jest nim Prezes Zarządu PFRON.',
        ],
      },
    ],
    ru: [
      {
        heading: 'Чего можно ожидать',
        paragraphs: [
          'Сайт построен по WCAG 2.2, уровень AA, и EN 301 549. Всё можно сделать одной клавиатурой и с программой экранного доступа; текст увеличивается до 200 %; страницы помещаются в ширину 320 px; светлый и тёмный вид следует за устройством; кто отключил движение, не увидит никакого.',
          'Просмотр, поиск и корзина работают без скриптов. Цены, скидки, наличие и ошибки названы словами, а не только цветом. Для входа нужен код из письма, его можно вставить; головоломок нет.',
        ],
      },
      {
        heading: 'Чего пока не хватает',
        paragraphs: [
          'Изображения товаров — рисунки; их описания называют товар, цвет и ткань, но не каждую деталь. Документы изготовителей, например инструкции по сборке, могут быть недоступны: спросите, и мы их прочитаем.',
        ],
      },
      {
        heading: 'Сообщите нам',
        paragraphs: [
          'Если у вас что-то не работает, напишите на {email} или позвоните: {phone}. Назовите страницу и чем вы пользуетесь. Мы ответим в течение семи дней, поможем сделать задуманное и скажем, что изменим.',
          'Если ответ вас не устроит, можно пожаловаться в орган, который следит за доступностью услуг; в Польше это председатель правления PFRON.',
        ],
      },
    ],
  },
};
