import { policy, t } from './policy.ts';

export const privacyPolicy = policy('privacy', t('Privacy', 'Prywatność', 'Конфиденциальность'), [
  {
    heading: t('Who answers for your data', 'Kto odpowiada za dane', 'Кто отвечает за данные'),
    paragraphs: [
      t(
        'Velora sp. z o.o., ul. Przędzalniana 14, 90-034 Łódź, is the controller. For anything about your data write to privacy@velora.example.',
        'Administratorem jest Velora sp. z o.o., ul. Przędzalniana 14, 90-034 Łódź. W sprawach danych osobowych pisz na privacy@velora.example.',
        'Оператор данных — Velora sp. z o.o., ul. Przędzalniana 14, 90-034 Лодзь. По любым вопросам о данных пишите на privacy@velora.example.',
      ),
    ],
  },
  {
    heading: t('What we use and why', 'Co wykorzystujemy i po co', 'Что мы используем и зачем'),
    paragraphs: [
      t(
        'To carry out an order or a reservation: name, e-mail, phone, address, what you ordered (Article 6(1)(b) GDPR). Without them we could not deliver or tell you that something is ready.',
        'Do realizacji zamówienia lub rezerwacji: imię i nazwisko, e-mail, telefon, adres, zamówione rzeczy (art. 6 ust. 1 lit. b RODO). Bez nich nie moglibyśmy dostarczyć towaru ani dać znać, że jest gotowy.',
        'Чтобы выполнить заказ или бронь: имя, e-mail, телефон, адрес, состав заказа (ст. 6(1)(b) GDPR). Без них мы не смогли бы доставить товар или сообщить, что он готов.',
      ),
      t(
        'To answer you: the conversation with us, in one thread whichever channel you use, so that you need not repeat yourself (Article 6(1)(b) and (f)).',
        'Żeby Ci odpowiedzieć: rozmowa z nami, w jednym wątku niezależnie od kanału, żeby nie trzeba było niczego powtarzać (art. 6 ust. 1 lit. b i f).',
        'Чтобы ответить вам: переписка с нами, в одной беседе, каким бы каналом вы ни пользовались, чтобы не повторять сказанное (ст. 6(1)(b) и (f)).',
      ),
      t(
        'To improve the shop: which pages are looked at, only if you agreed (Article 6(1)(a)). You can take that back at any time in the cookie settings.',
        'Żeby ulepszać sklep: które strony są oglądane, tylko za zgodą (art. 6 ust. 1 lit. a). Możesz ją cofnąć w każdej chwili w ustawieniach cookie.',
        'Чтобы улучшать сайт: какие страницы смотрят, только с вашего согласия (ст. 6(1)(a)). Его можно отозвать в любой момент в настройках cookie.',
      ),
      t(
        'For accounting: invoices and payments, as long as tax law asks (Article 6(1)(c)).',
        'Do rachunkowości: faktury i płatności, tak długo, jak wymaga prawo podatkowe (art. 6 ust. 1 lit. c).',
        'Для бухгалтерии: счета и платежи, пока этого требует налоговое право (ст. 6(1)(c)).',
      ),
    ],
  },
  {
    heading: t('Who else sees it', 'Kto jeszcze je widzi', 'Кто ещё их видит'),
    paragraphs: [
      t(
        'Our staff as far as their work needs it, the carrier who brings your parcel, and the payment provider. We sell nothing to anybody, and nothing leaves the European Economic Area.',
        'Nasi pracownicy, o ile wymaga tego ich praca, przewoźnik, który przywozi paczkę, i operator płatności. Nikomu niczego nie sprzedajemy, a dane nie opuszczają Europejskiego Obszaru Gospodarczego.',
        'Наши сотрудники, насколько этого требует их работа, перевозчик и платёжный оператор. Мы никому ничего не продаём, и данные не покидают Европейскую экономическую зону.',
      ),
    ],
  },
  {
    heading: t('How long', 'Jak długo', 'Как долго'),
    paragraphs: [
      t(
        'Orders: until claims from them have lapsed, six years at most; invoices five years from the end of the tax year; a browser that never ordered 400 days at most.',
        'Zamówienia: do przedawnienia roszczeń, najwyżej sześć lat; faktury pięć lat od końca roku podatkowego; przeglądarka bez zamówienia najwyżej 400 dni.',
        'Заказы: до истечения срока требований, не дольше шести лет; счета — пять лет после окончания налогового года; браузер без заказа — не дольше 400 дней.',
      ),
    ],
  },
  {
    heading: t('Your rights', 'Twoje prawa', 'Ваши права'),
    paragraphs: [
      t(
        'You may see, correct, take away or have erased what we hold, object, and restrict its use. You may also complain to the President of the Personal Data Protection Office (UODO), ul. Stanisława Moniuszki 1A, 00-014 Warszawa.',
        'Możesz zobaczyć swoje dane, poprawić je, przenieść lub usunąć, sprzeciwić się ich użyciu i je ograniczyć. Możesz też złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych, ul. Stanisława Moniuszki 1A, 00-014 Warszawa.',
        'Вы можете посмотреть, исправить, забрать или удалить свои данные, возразить против их использования или ограничить его, а также пожаловаться в Управление по защите персональных данных Польши (UODO), ul. Stanisława Moniuszki 1A, 00-014 Варшава.',
      ),
    ],
  },
]);
