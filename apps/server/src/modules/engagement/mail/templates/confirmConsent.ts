import type { MailTemplate } from '../blocks.ts';
import type { MailData } from '../data.ts';

/** Double opt-in: asks the mailbox and advertises nothing itself. */
export const confirmConsent: MailTemplate<MailData['confirm_consent']> = {
  subject: {
    en: 'Do you want our news by e-mail?',
    pl: 'Czy chcesz otrzymywać od nas wiadomości e-mail?',
    ru: 'Хотите получать от нас новости по почте?',
  },
  preview: {
    en: 'One click, and it is settled.',
    pl: 'Wystarczy jedno kliknięcie.',
    ru: 'Достаточно одного нажатия.',
  },
  secret: true,
  blocks: [
    {
      kind: 'heading',
      copy: {
        en: 'Please confirm your address',
        pl: 'Potwierdź swój adres',
        ru: 'Подтвердите адрес',
      },
    },
    {
      kind: 'text',
      copy: {
        en: 'Somebody, probably you, asked us to send news and offers to this address. We do so only after you confirm it.',
        pl: 'Ktoś, zapewne Ty, poprosił nas o przesyłanie nowości i ofert na ten adres. Zrobimy to dopiero po Twoim potwierdzeniu.',
        ru: 'Кто-то, вероятно вы, попросил нас присылать на этот адрес новости и предложения. Мы начнём только после вашего подтверждения.',
      },
    },
    {
      kind: 'button',
      copy: { en: 'Yes, I want them', pl: 'Tak, chcę je otrzymywać', ru: 'Да, присылайте' },
      url: (data) => data.url,
    },
    {
      kind: 'small',
      copy: {
        en: 'The link works for seven days. If you do nothing, nothing will be sent. You can take your agreement back at any time, in every message.',
        pl: 'Link działa przez siedem dni. Jeśli nic nie zrobisz, niczego nie wyślemy. Zgodę możesz wycofać w każdej chwili, w każdej wiadomości.',
        ru: 'Ссылка действует семь дней. Если ничего не делать, мы ничего не пришлём. Согласие можно отозвать в любой момент, в каждом письме.',
      },
    },
  ],
};
