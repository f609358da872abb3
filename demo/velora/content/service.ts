import { policy, t } from './policy.ts';

export const contactPolicy = policy(
  'contact',
  t('Contact and opening hours', 'Kontakt i godziny otwarcia', 'Контакты и часы работы'),
  [
    {
      heading: t('Talk to us', 'Porozmawiaj z nami', 'Свяжитесь с нами'),
      paragraphs: [
        t(
          'Chat and phone: Monday to Friday 8:00–20:00, Saturday 9:00–17:00, in Polish, English and Russian. By e-mail you have an answer within one working day.',
          'Czat i telefon: od poniedziałku do piątku 8:00–20:00, w soboty 9:00–17:00, po polsku, angielsku i rosyjsku. Na e-maile odpowiadamy w ciągu jednego dnia roboczego.',
          'Чат и телефон: с понедельника по пятницу 8:00–20:00, по субботам 9:00–17:00, на польском, английском и русском. На письма отвечаем в течение одного рабочего дня.',
        ),
      ],
    },
    {
      heading: t('Stores', 'Sklepy', 'Магазины'),
      paragraphs: [
        t(
          'Our stores are open Monday to Saturday from 10:00; each store page shows when it closes. On Sundays we are closed, except on trading Sundays (10:00–18:00), and on public holidays.',
          'Sklepy są otwarte od poniedziałku do soboty od 10:00; godzinę zamknięcia podajemy na stronie każdego sklepu. W niedziele i święta jesteśmy nieczynni, z wyjątkiem niedziel handlowych (10:00–18:00).',
          'Магазины открыты с понедельника по субботу с 10:00; время закрытия указано на странице каждого магазина. По воскресеньям и праздникам мы закрыты, кроме торговых воскресений (10:00–18:00).',
        ),
      ],
    },
  ],
);

export const accessibilityPolicy = policy('accessibility', t('Accessibility', 'Dostępność', 'Доступность'), [
  {
    heading: t('What you can expect', 'Czego możesz oczekiwać', 'Чего можно ожидать'),
    paragraphs: [
      t(
        'The shop is built to meet WCAG 2.2 AA: it works with a keyboard and a screen reader, at 200 % text size and on narrow screens. All stores have step-free entrances and a hearing loop at the till.',
        'Sklep internetowy budujemy zgodnie z WCAG 2.2 AA: działa z klawiaturą i czytnikiem ekranu, przy tekście powiększonym do 200 % i na wąskich ekranach. Wszystkie sklepy mają wejście bez schodów i pętlę indukcyjną przy kasie.',
        'Интернет-магазин рассчитан на WCAG 2.2 AA: он работает с клавиатурой и программой экранного доступа, при увеличении текста до 200 % и на узких экранах. Во всех магазинах есть вход без ступеней и индукционная петля у кассы.',
      ),
      t(
        'If something does not work for you, write to accessibility@velora.example. We answer within seven days and say what we will change.',
        'Jeśli coś ci nie działa, napisz na accessibility@velora.example. Odpowiemy w ciągu siedmiu dni i powiemy, co zmienimy.',
        'Если что-то не работает, напишите на accessibility@velora.example. Мы ответим в течение семи дней и скажем, что изменим.',
      ),
    ],
  },
]);
