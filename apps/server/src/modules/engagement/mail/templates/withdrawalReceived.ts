import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';
import { goodsRows, isCase } from './shared.ts';

/** The acknowledgement on a durable medium: what was declared, on which day and at what time (directive 2011/83, article 11a). */
export const withdrawalReceived: MailTemplate<MailData['withdrawal_received']> = {
  subject: {
    en: 'We have received your withdrawal: {{ contract }}',
    pl: 'Potwierdzenie otrzymania odstąpienia od umowy: {{ contract }}',
    ru: 'Мы получили ваш отказ от договора: {{ contract }}',
  },
  preview: {
    en: 'Received {{ declaredAt | moment }}. Keep this mail.',
    pl: 'Otrzymano {{ declaredAt | moment }}. Zachowaj tę wiadomość.',
    ru: 'Получено {{ declaredAt | moment }}. Сохраните это письмо.',
  },
  blocks: [
    {
      kind: 'heading',
      copy: {
        en: 'We have received your withdrawal',
        pl: 'Otrzymaliśmy Twoje odstąpienie od umowy',
        ru: 'Мы получили ваш отказ от договора',
      },
    },
    {
      kind: 'text',
      copy: {
        en: 'You have declared that you withdraw from this contract. This mail confirms that your declaration reached us, and when.',
        pl: 'Oświadczono nam odstąpienie od poniższej umowy. Ta wiadomość potwierdza, że oświadczenie do nas dotarło, i kiedy.',
        ru: 'Вы заявили об отказе от этого договора. Это письмо подтверждает, что заявление получено, и когда.',
      },
    },
    {
      kind: 'facts',
      rows: [
        { label: { en: 'Declaration', pl: 'Oświadczenie', ru: 'Заявление' }, value: '{{ number }}' },
        {
          label: { en: 'Date and time', pl: 'Data i godzina', ru: 'Дата и время' },
          value: '{{ declaredAt | moment }}',
        },
        { label: { en: 'Name', pl: 'Imię i nazwisko', ru: 'Имя' }, value: '{{ name }}' },
        { label: { en: 'Contract', pl: 'Umowa', ru: 'Договор' }, value: '{{ contract }}' },
        { label: { en: 'E-mail', pl: 'E-mail', ru: 'E-mail' }, value: '{{ email }}' },
        {
          label: { en: 'Concerns', pl: 'Dotyczy', ru: 'Касается' },
          value: '{{ goods }}',
          when: (data) => data.goods !== null,
        },
        {
          label: { en: 'Return number', pl: 'Numer zwrotu', ru: 'Номер возврата' },
          value: '{{ returnNumber }}',
          when: (data) => data.returnNumber !== null,
        },
      ],
    },
    {
      kind: 'text',
      when: (data) => data.cancelled.length > 0,
      copy: {
        en: 'This had not left us yet, so it is cancelled at once and nothing has to be sent back:',
        pl: 'Tego jeszcze nie wydaliśmy ani nie wysłaliśmy, więc jest od razu odwołane i niczego nie trzeba odsyłać:',
        ru: 'Это ещё не покинуло магазин, поэтому отменено сразу, и отправлять ничего не нужно:',
      },
    },
    {
      kind: 'rows',
      when: (data) => data.cancelled.length > 0,
      rows: (data, language) => goodsRows(data.cancelled, language),
    },
    {
      kind: 'text',
      when: (data) => data.refund !== null,
      copy: {
        en: '{{ refund | money }} go back the way you paid. A bank may need a few days until it shows the money.',
        pl: '{{ refund | money }} wraca tą samą drogą, którą zapłacono. Bank może potrzebować kilku dni, zanim pokaże wpływ.',
        ru: '{{ refund | money }} возвращаются тем же способом, каким вы платили. Банку может понадобиться несколько дней, чтобы показать зачисление.',
      },
    },
    {
      kind: 'text',
      when: (data) => data.returnNumber !== null,
      copy: {
        en: 'Send the goods, or bring them to any of our stores, within 14 days. In a store it costs nothing. Your money, with the standard delivery, is back within 14 days of this declaration, the way you paid; we may wait until the goods are here or you show that you sent them.',
        pl: 'Odeślij towar albo przynieś go do dowolnego naszego salonu w ciągu 14 dni. W salonie nic to nie kosztuje. Pieniądze wraz z kosztem zwykłej dostawy zwrócimy w ciągu 14 dni od tego oświadczenia, tą samą drogą, którą zapłacono; możemy zaczekać, aż towar do nas dotrze albo pokażesz dowód nadania.',
        ru: 'Отправьте товар или принесите его в любой наш магазин в течение 14 дней. В магазине это бесплатно. Деньги вместе со стоимостью обычной доставки вернутся в течение 14 дней после этого заявления тем же способом, каким вы платили; мы можем подождать, пока товар придёт или вы подтвердите отправку.',
      },
    },
    {
      kind: 'text',
      when: (data) => isCase(data.needsPerson, true),
      copy: {
        en: 'A colleague looks at it and writes to you about what comes next. You need not do anything meanwhile.',
        pl: 'Pracownik zajmie się tym i napisze, co dalej. Na razie nie musisz nic robić.',
        ru: 'Наш сотрудник рассмотрит заявление и напишет вам, что дальше. Пока ничего делать не нужно.',
      },
    },
    {
      kind: 'button',
      when: (data) => data.url !== null,
      copy: { en: 'Page for the parcel', pl: 'Strona do paczki', ru: 'Лист для посылки' },
      url: (data) => data.url ?? '',
    },
  ],
};
