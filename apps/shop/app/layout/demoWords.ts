import { defineWords } from '@throughline/ui/words';

export const words = defineWords({
  en: {
    demo: 'Demo shop of Throughline:',
    demoConsole: 'console',
    demoMailbox: 'mailbox',
    demoWelcome: 'what runs here',
  },
  pl: {
    demo: 'Sklep demonstracyjny Throughline:',
    demoConsole: 'konsola',
    demoMailbox: 'skrzynka e-mail',
    demoWelcome: 'co tu działa',
  },
  ru: {
    demo: 'Демо-магазин Throughline:',
    demoConsole: 'консоль',
    demoMailbox: 'почтовый ящик',
    demoWelcome: 'что здесь работает',
  },
});
