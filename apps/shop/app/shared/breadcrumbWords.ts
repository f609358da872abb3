import { defineWords } from '@throughline/ui/words';

export const words = defineWords({
  en: { here: 'You are here' },
  pl: { here: 'Tu jesteś' },
  ru: { here: 'Вы здесь' },
});
