import { defineWords } from '@throughline/ui/words';

export const officeWords = defineWords({
  en: {
    pages: 'Office',
    products: 'Products',
    prices: 'Prices',
    stock: 'Stock',
    orders: 'Orders',
    returns: 'Returns',
    health: 'Health',
    people: 'People',
    settings: 'Settings',
  },
  pl: {
    pages: 'Zaplecze',
    products: 'Produkty',
    prices: 'Ceny',
    stock: 'Stany',
    orders: 'Zamówienia',
    returns: 'Zwroty',
    health: 'Stan systemu',
    people: 'Zespół',
    settings: 'Ustawienia',
  },
  ru: {
    pages: 'Офис',
    products: 'Товары',
    prices: 'Цены',
    stock: 'Остатки',
    orders: 'Заказы',
    returns: 'Возвраты',
    health: 'Состояние системы',
    people: 'Сотрудники',
    settings: 'Настройки',
  },
});
