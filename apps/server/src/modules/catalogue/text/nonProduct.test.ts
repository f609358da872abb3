import { describe, expect, it } from 'vitest';
import { detectNonProduct } from './nonProduct.ts';

describe('a question about the shop is not taken for a product', () => {
  it.each([
    ['returns', 'returns'],
    ['how do I return an item', 'returns'],
    ['zwroty', 'returns'],
    ['jak zwrócić towar', 'returns'],
    ['odstąpienie od umowy', 'returns'],
    ['возврат товара', 'returns'],
    ['delivery cost', 'delivery'],
    ['koszt dostawy', 'delivery'],
    ['сколько стоит доставка', 'delivery'],
    ['opening hours', 'opening_hours'],
    ['godziny otwarcia', 'opening_hours'],
    ['часы работы', 'opening_hours'],
    ['kontakt', 'contact'],
    ['numer telefonu', 'contact'],
    ['контакты', 'contact'],
    ['where is my order', 'order_status'],
    ['gdzie jest moje zamówienie', 'order_status'],
    ['где мой заказ', 'order_status'],
    ['na raty', 'payment'],
    ['рассрочка', 'payment'],
    ['reklamacja', 'warranty'],
    ['store locator', 'stores'],
  ])('"%s" asks for %s and nothing else', (query, intent) => {
    expect(detectNonProduct(query)).toEqual({ intent, exclusive: true });
  });

  it.each([
    ['zwrot sofy', 'returns'],
    ['delivery of a wardrobe', 'delivery'],
    ['диван в рассрочку', 'payment'],
  ])('"%s" asks for %s beside a product', (query, intent) => {
    expect(detectNonProduct(query)).toEqual({ intent, exclusive: false });
  });

  it.each([
    'zielona sofa',
    'green velvet sofa',
    'open shelf',
    'półka otwarta',
    'salon',
    'wieszak stojący',
    'настенные часы',
    'console table',
    'stolik kawowy',
    'диван',
    '',
    '90x200',
  ])('"%s" is a product search', (query) => {
    expect(detectNonProduct(query)).toBeNull();
  });
});
