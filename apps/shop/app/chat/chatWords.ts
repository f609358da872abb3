import { defineWords } from '@throughline/ui/words';

/** The page of the conversation, until the conversation itself is there. */
export const chatWords = defineWords({
  en: {
    lead: 'Write to us here, or leave a message and your e-mail.',
    email: 'Your e-mail, for the answer',
    text: 'Your message',
    send: 'Send',
    left: 'Thank you. We answer to {email}, and here.',
    emailWrong: 'Write a complete e-mail address, like julia@example.com.',
    textMissing: 'Write a message.',
    problem: 'That was not sent. Please try again; what you wrote is kept.',
  },
  pl: {
    lead: 'Napisz do nas tutaj albo zostaw wiadomość i swój e-mail.',
    email: 'Twój e-mail, na odpowiedź',
    text: 'Twoja wiadomość',
    send: 'Wyślij',
    left: 'Dziękujemy. Odpowiemy na {email} i tutaj.',
    emailWrong: 'Podaj pełny adres e-mail, na przykład julia@example.com.',
    textMissing: 'Napisz wiadomość.',
    problem: 'Nie wysłano. Spróbuj ponownie; to, co napisano, jest zachowane.',
  },
  ru: {
    lead: 'Напишите нам здесь или оставьте сообщение и почту.',
    email: 'Ваша почта, для ответа',
    text: 'Ваше сообщение',
    send: 'Отправить',
    left: 'Спасибо. Ответим на {email} и здесь.',
    emailWrong: 'Укажите полный адрес, например julia@example.com.',
    textMissing: 'Напишите сообщение.',
    problem: 'Не отправлено. Попробуйте ещё раз; написанное сохранено.',
  },
});
