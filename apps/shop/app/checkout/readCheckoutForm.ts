import { type CheckoutValues, paymentChoices } from './checkCheckout.ts';

export const nothingTyped: CheckoutValues = {
  email: '',
  name: '',
  phone: '',
  street: '',
  postcode: '',
  city: '',
  note: '',
  payment: '',
  card: '',
  expiry: '',
  cvc: '',
  credit: '',
  news: '',
};

/** The form as it was sent, its ends trimmed. */
export function readCheckoutForm(form: FormData): CheckoutValues {
  const text = (name: string, most: number) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, most);
  const payment = text('payment', 20);
  return {
    email: text('email', 254),
    name: text('name', 120),
    phone: text('phone', 32),
    street: text('street', 200),
    postcode: text('postcode', 12),
    city: text('city', 100),
    note: text('note', 500),
    payment: paymentChoices.find((one) => one === payment) ?? '',
    card: text('card', 30),
    expiry: text('expiry', 9),
    cvc: text('cvc', 4),
    credit: text('credit', 30),
    news: text('news', 3),
  };
}
