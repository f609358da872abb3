import { defineWords } from '@throughline/ui/words';

export const words = defineWords({
  en: {
    suggestedQueries: 'Searches',
    suggestedCategories: 'Categories',
    suggestedProducts: 'Products',
    suggestedPages: 'Pages',
  },
  pl: {
    suggestedQueries: 'Wyszukiwania',
    suggestedCategories: 'Kategorie',
    suggestedProducts: 'Produkty',
    suggestedPages: 'Strony',
  },
  ru: {
    suggestedQueries: 'Запросы',
    suggestedCategories: 'Категории',
    suggestedProducts: 'Товары',
    suggestedPages: 'Страницы',
  },
});
