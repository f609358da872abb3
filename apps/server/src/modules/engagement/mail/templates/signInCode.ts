import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';

export const signInCode: MailTemplate<MailData['sign_in_code']> = {
  // The code is not in the subject: lock screens show subjects.
  subject: { en: 'Your sign-in code', pl: 'Kod do logowania', ru: 'Код для входа' },
  preview: {
    en: 'It works for {{ minutes }} minutes.',
    pl: 'Ważny przez {{ minutes }} min.',
    ru: 'Действует {{ minutes }} мин.',
  },
  secret: true,
  blocks: [
    { kind: 'heading', copy: { en: 'Your sign-in code', pl: 'Kod do logowania', ru: 'Код для входа' } },
    { kind: 'code', code: (data) => data.code },
    {
      kind: 'text',
      copy: {
        en: 'Enter it on the page where you asked for it. It works for {{ minutes }} minutes and only once.',
        pl: 'Wpisz go na stronie logowania. Kod jest jednorazowy i ważny przez {{ minutes }} min.',
        ru: 'Введите его на странице входа. Код одноразовый и действует {{ minutes }} мин.',
      },
    },
    {
      kind: 'small',
      copy: {
        en: 'You did not ask for a code? Then ignore this message: nobody can sign in without it. We never ask for it by phone.',
        pl: 'Nie prosisz o kod? Zignoruj tę wiadomość: bez kodu nikt się nie zaloguje. Nigdy nie pytamy o niego przez telefon.',
        ru: 'Не запрашивали код? Просто не обращайте внимания на это письмо: без кода никто не войдёт. Мы никогда не спрашиваем его по телефону.',
      },
    },
  ],
};
