interface InLanguages {
  readonly en: string;
  readonly pl: string;
  readonly ru: string;
}

export interface DemoMacro {
  readonly shortcut: string;
  readonly title: InLanguages;
  /** `{customer}`, `{agent}`, `{retailer}`, `{order}`, `{code}`, `{store}` and `{until}` are filled in at the desk. */
  readonly text: InLanguages;
}

/** What Velora's contact centre writes again and again. */
export const macros: readonly DemoMacro[] = [
  {
    shortcut: 'hi',
    title: { en: 'Greeting', pl: 'Powitanie', ru: 'Приветствие' },
    text: {
      en: 'Hello {customer}, this is {agent} from {retailer}. How can I help?',
      pl: 'Dzień dobry, {customer}! Tu {agent} z {retailer}. W czym mogę pomóc?',
      ru: 'Здравствуйте, {customer}! Это {agent} из {retailer}. Чем могу помочь?',
    },
  },
  {
    shortcut: 'look',
    title: { en: 'One moment, I am looking', pl: 'Chwila, sprawdzam', ru: 'Минутку, смотрю' },
    text: {
      en: 'One moment please, I am looking at the stock of all our stores.',
      pl: 'Chwileczkę, sprawdzam stan we wszystkich salonach.',
      ru: 'Минутку, смотрю наличие во всех магазинах.',
    },
  },
  {
    shortcut: 'offer-hold',
    title: { en: 'Offer to hold it', pl: 'Propozycja rezerwacji', ru: 'Предложить отложить' },
    text: {
      en: 'We have it in the store. Shall I hold it for you? It costs nothing, and you pay today’s price when you come.',
      pl: 'Mamy to w salonie. Czy mam odłożyć? To nic nie kosztuje, a przy odbiorze zapłacisz dzisiejszą cenę.',
      ru: 'Этот товар есть в магазине. Отложить для вас? Это бесплатно, а заплатите вы по сегодняшней цене.',
    },
  },
  {
    shortcut: 'held',
    title: { en: 'It is held', pl: 'Odłożone', ru: 'Отложено' },
    text: {
      en: 'It is held for you in {store} until {until}. Show the code {code} at the counter; the price stays as quoted.',
      pl: 'Odłożone: {store}, do {until}. W salonie wystarczy kod {code}; cena się nie zmieni.',
      ru: 'Отложено для вас: {store}, до {until}. Назовите код {code} на кассе; цена останется прежней.',
    },
  },
  {
    shortcut: 'hours',
    title: { en: 'Come when it is ready', pl: 'Proszę poczekać na „gotowe”', ru: 'Дождитесь «готово»' },
    text: {
      en: 'Please set out when our message says it is ready: then it lies at the counter with your name on it.',
      pl: 'Prosimy przyjechać, gdy napiszemy, że czeka: wtedy leży przy kasie, opisane nazwiskiem.',
      ru: 'Пожалуйста, приезжайте, когда мы напишем «готово»: тогда товар лежит на кассе с вашим именем.',
    },
  },
  {
    shortcut: 'delivery',
    title: { en: 'How delivery goes', pl: 'Jak przebiega dostawa', ru: 'Как проходит доставка' },
    text: {
      en: 'Furniture is brought by two people into the room of your choice. The carrier calls the day before with a window of two hours.',
      pl: 'Meble wnoszą dwie osoby, do wybranego pokoju. Przewoźnik dzwoni dzień wcześniej i podaje dwugodzinny przedział.',
      ru: 'Мебель заносят два человека в выбранную комнату. Перевозчик звонит накануне и называет двухчасовой интервал.',
    },
  },
  {
    shortcut: 'where',
    title: { en: 'Where is my order', pl: 'Gdzie jest zamówienie', ru: 'Где мой заказ' },
    text: {
      en: 'I am looking at your order {order} now and write in a moment where it is.',
      pl: 'Sprawdzam właśnie zamówienie {order} i zaraz napiszę, gdzie jest.',
      ru: 'Смотрю ваш заказ {order} и сейчас напишу, где он.',
    },
  },
  {
    shortcut: 'return',
    title: { en: 'How to return', pl: 'Jak zwrócić', ru: 'Как вернуть' },
    text: {
      en: 'You may return it within 14 days of having it, in any of our stores or by our carrier. The money goes back the way it was paid.',
      pl: 'Zwrot jest możliwy w ciągu 14 dni od otrzymania, w każdym salonie albo przez naszego przewoźnika. Pieniądze wracają tą samą drogą, którą zapłacono.',
      ru: 'Вернуть можно в течение 14 дней после получения: в любом магазине или через нашего перевозчика. Деньги вернутся тем же способом, которым была оплата.',
    },
  },
  {
    shortcut: 'complaint',
    title: { en: 'Complaint received', pl: 'Przyjęta reklamacja', ru: 'Рекламация принята' },
    text: {
      en: 'I have taken down your complaint. You have our answer within 14 days at the latest; no receipt is needed when the purchase can be shown another way.',
      pl: 'Reklamacja została przyjęta. Odpowiemy najpóźniej w ciągu 14 dni; paragon nie jest konieczny, jeśli zakup można wykazać inaczej.',
      ru: 'Рекламация принята. Мы ответим не позднее чем через 14 дней; чек не обязателен, если покупку можно подтвердить иначе.',
    },
  },
  {
    shortcut: 'sorry',
    title: { en: 'We are sorry', pl: 'Przeprosiny', ru: 'Извинение' },
    text: {
      en: 'I am sorry, {customer}; that should not have happened. This is what I do now: ',
      pl: 'Bardzo przepraszam, {customer}; to nie powinno się zdarzyć. Już robię, co następuje: ',
      ru: 'Приношу извинения, {customer}; так быть не должно. Вот что я сейчас сделаю: ',
    },
  },
  {
    shortcut: 'call',
    title: { en: 'May we call', pl: 'Czy możemy zadzwonić', ru: 'Можно позвонить' },
    text: {
      en: 'This is quicker on the phone. May I call you now, and on which number?',
      pl: 'Szybciej będzie telefonicznie. Czy mogę teraz zadzwonić, i pod jaki numer?',
      ru: 'По телефону будет быстрее. Можно позвонить вам сейчас, и на какой номер?',
    },
  },
  {
    shortcut: 'bye',
    title: { en: 'Good-bye', pl: 'Pożegnanie', ru: 'Прощание' },
    text: {
      en: 'Thank you, {customer}. If anything else comes up, write here: the whole conversation stays with us, so you need not repeat anything.',
      pl: 'Dziękuję, {customer}. W razie pytań proszę pisać tutaj: mamy całą rozmowę, niczego nie trzeba powtarzać.',
      ru: 'Спасибо, {customer}. Если появятся вопросы, пишите сюда: вся беседа у нас сохранена, повторять ничего не нужно.',
    },
  },
];
