import { defineWords } from '@throughline/ui/words';

export const accountWords = defineWords({
  en: {
    title: 'Sign in',
    subtitle: 'The console of everyone who serves customers.',
    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    offline: 'The server does not answer. Nothing was sent; try again in a moment.',
  },
  pl: {
    title: 'Zaloguj się',
    subtitle: 'Konsola wszystkich, którzy obsługują klientów.',
    email: 'Adres e-mail',
    password: 'Hasło',
    signIn: 'Zaloguj się',
    offline: 'Serwer nie odpowiada. Nic nie zostało wysłane; spróbuj za chwilę.',
  },
  ru: {
    title: 'Вход',
    subtitle: 'Консоль всех, кто обслуживает покупателей.',
    email: 'Эл. почта',
    password: 'Пароль',
    signIn: 'Войти',
    offline: 'Сервер не отвечает. Ничего не отправлено; попробуйте через минуту.',
  },
});
