import { defineWords } from '@throughline/ui/words';

export const accountWords = defineWords({
  en: {
    title: 'Sign in',
    subtitle: 'The console of everyone who serves customers.',
    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    offline: 'The server does not answer. Nothing was sent; try again in a moment.',
    wrong: 'E-mail or password is wrong.',
    tooMany: 'Too many tries. Wait a minute, then try again.',
    showPassword: 'Show or hide the password',
  },
  pl: {
    title: 'Zaloguj się',
    subtitle: 'Konsola wszystkich, którzy obsługują klientów.',
    email: 'Adres e-mail',
    password: 'Hasło',
    signIn: 'Zaloguj się',
    offline: 'Serwer nie odpowiada. Nic nie zostało wysłane; spróbuj za chwilę.',
    wrong: 'Adres e-mail lub hasło jest błędne.',
    tooMany: 'Za dużo prób. Odczekaj minutę i spróbuj ponownie.',
    showPassword: 'Pokaż lub ukryj hasło',
  },
  ru: {
    title: 'Вход',
    subtitle: 'Консоль всех, кто обслуживает покупателей.',
    email: 'Эл. почта',
    password: 'Пароль',
    signIn: 'Войти',
    offline: 'Сервер не отвечает. Ничего не отправлено; попробуйте через минуту.',
    wrong: 'Неверная почта или пароль.',
    tooMany: 'Слишком много попыток. Подождите минуту и попробуйте снова.',
    showPassword: 'Показать или скрыть пароль',
  },
});
