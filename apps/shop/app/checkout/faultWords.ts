import { formatDay, formatMoney, type Money } from '@throughline/ui/format';
import { createTranslator, defineWords, type Language } from '@throughline/ui/words';
import { words } from './words.ts';

/** What is wrong with a field, and what stands in the way of an order: said by the server, or once somebody types. */
export const faultWords = defineWords({
  en: {
    emailMissing: 'Write your e-mail; the confirmation goes there.',
    emailWrong: 'This is no complete e-mail address, like julia@example.com.',
    nameMissing: 'Write the name of whoever takes it.',
    phoneWrong: 'A phone number has 7 to 15 digits, like +48 600 123 456. You may leave it empty.',
    streetMissing: 'Write street and number.',
    streetNoNumber: 'The house number is missing, like Długa 5.',
    postcodeMissing: 'Write the postcode.',
    postcodeWrong: 'A postcode has 5 digits, like 31-146.',
    cityMissing: 'Write the town.',
    paymentMissing: 'Choose how you pay.',
    cardMissing: 'Write the card number.',
    cardShort: 'The card number is not complete: it has 13 to 19 digits.',
    cardTypo: 'There is a typing error in this card number. Compare it with the card.',
    expiryMissing: 'Write the date printed on the card, like 12 / 29.',
    expiryWrong: 'Write month and year as printed, like 12 / 29.',
    expiryPast: 'This card has expired. Use another one.',
    cvcWrong: 'The code has 3 digits, on the back of the card (4 on the front of some).',
    creditWrong: 'There is no store credit with this code. Compare it with what you were given.',
    creditEmpty: 'Nothing is left on this code, or its time is over.',
    payment_declined:
      'Payment was not taken. Your cart and what you wrote are kept. Check the card’s details or use another one; some goods can be paid in the store.',
    insufficient_funds:
      'There is not enough money on this card; nothing was taken. Your cart and what you wrote are kept. Use another card.',
    expired_card: 'This card has expired; nothing was taken. Your cart and what you wrote are kept. Use another card.',
    terms_changed:
      'It costs more than was shown: {total} now. Nothing was ordered. Look at the total and order again, or go back to the cart.',
    terms_changed_plain: 'Prices rose meanwhile. Nothing was ordered; go back to the cart and look at them.',
    insufficient_stock:
      'Somebody else was faster: not everything is there any more. Nothing was ordered or charged. Choose another way above, or see the cart.',
    reservation_expired:
      'A hold ended meanwhile. Nothing was ordered or charged. The cart shows what can still be had.',
    version_conflict:
      'The cart was changed meanwhile. Nothing was ordered; this is how it is now. Look at it and order again.',
    not_offered: 'It cannot be had this way. Nothing was ordered. Choose another way or another postcode.',
    archived: 'One of the goods is no longer sold. Nothing was ordered; the cart shows which.',
    rate_limited: 'Too many tries. Wait a minute, then press again; what you wrote is kept.',
    invalid_request: 'Something in the form was not understood. Nothing was ordered; check the fields and try again.',
    problem:
      'That did not work on our side. Press again: it is placed once, whatever happened. What you wrote is kept.',
    promise_changed:
      'It comes later than was shown: now by {day}. The price stays, and nothing was ordered or charged. Press again to go on, or choose another way.',
  },
  pl: {
    emailMissing: 'Podaj e-mail, tam wyślemy potwierdzenie.',
    emailWrong: 'To nie jest pełny adres e-mail, taki jak julia@example.com.',
    nameMissing: 'Podaj imię i nazwisko osoby, która odbierze.',
    phoneWrong: 'Numer telefonu ma od 7 do 15 cyfr, na przykład +48 600 123 456. Pole może zostać puste.',
    streetMissing: 'Podaj ulicę i numer.',
    streetNoNumber: 'Brakuje numeru domu, na przykład Długa 5.',
    postcodeMissing: 'Podaj kod pocztowy.',
    postcodeWrong: 'Kod pocztowy ma 5 cyfr, na przykład 31-146.',
    cityMissing: 'Podaj miejscowość.',
    paymentMissing: 'Wybierz sposób płatności.',
    cardMissing: 'Podaj numer karty.',
    cardShort: 'Numer karty jest niepełny: ma od 13 do 19 cyfr.',
    cardTypo: 'W numerze karty jest literówka. Porównaj go z kartą.',
    expiryMissing: 'Podaj datę z karty, na przykład 12 / 29.',
    expiryWrong: 'Podaj miesiąc i rok jak na karcie, na przykład 12 / 29.',
    expiryPast: 'Ta karta straciła ważność. Użyj innej.',
    cvcWrong: 'Kod ma 3 cyfry, z tyłu karty (na niektórych 4 z przodu).',
    creditWrong: 'Nie ma takiego kodu. Porównaj go z tym, co masz na wydruku.',
    creditEmpty: 'Na tym kodzie nic już nie ma albo jego termin minął.',
    payment_declined:
      'Płatność nie została pobrana. Koszyk i wpisane dane są zachowane. Sprawdź dane karty albo użyj innej; niektóre towary można opłacić w salonie.',
    insufficient_funds:
      'Na tej karcie brakuje środków; nic nie pobrano. Koszyk i wpisane dane są zachowane. Użyj innej karty.',
    expired_card: 'Ta karta straciła ważność; nic nie pobrano. Koszyk i wpisane dane są zachowane. Użyj innej karty.',
    terms_changed:
      'Kosztuje więcej, niż pokazaliśmy: teraz {total}. Nic nie zamówiono. Sprawdź sumę i zamów ponownie albo wróć do koszyka.',
    terms_changed_plain: 'Ceny w międzyczasie wzrosły. Nic nie zamówiono; wróć do koszyka i sprawdź.',
    insufficient_stock:
      'Ktoś zdążył wcześniej i nie wszystko już jest. Nic nie zamówiono ani nie pobrano. Wybierz inny sposób powyżej albo zajrzyj do koszyka.',
    reservation_expired:
      'Rezerwacja w międzyczasie się skończyła. Nic nie zamówiono ani nie pobrano. W koszyku widać, co jeszcze jest.',
    version_conflict:
      'Koszyk w międzyczasie się zmienił. Nic nie zamówiono; tak wygląda teraz. Sprawdź i zamów ponownie.',
    not_offered: 'W ten sposób nie da się tego dostać. Nic nie zamówiono. Wybierz inny sposób albo inny kod pocztowy.',
    archived: 'Jednego z towarów już nie sprzedajemy. Nic nie zamówiono; w koszyku widać którego.',
    rate_limited: 'Za dużo prób. Poczekaj minutę i naciśnij ponownie; wpisane dane są zachowane.',
    invalid_request: 'Czegoś w formularzu nie rozumiemy. Nic nie zamówiono; sprawdź pola i spróbuj ponownie.',
    problem:
      'Coś zawiodło po naszej stronie. Naciśnij ponownie: zamówienie zostanie złożone tylko raz. Wpisane dane są zachowane.',
    promise_changed:
      'Dotrze później, niż pokazaliśmy: teraz do {day}. Cena się nie zmienia, nic nie zamówiono ani nie pobrano. Naciśnij ponownie, aby zamówić, albo wybierz inny sposób.',
  },
  ru: {
    emailMissing: 'Укажите почту, туда придёт подтверждение.',
    emailWrong: 'Это неполный адрес, нужен такой: julia@example.com.',
    nameMissing: 'Укажите имя того, кто получит заказ.',
    phoneWrong: 'В номере от 7 до 15 цифр, например +48 600 123 456. Поле можно оставить пустым.',
    streetMissing: 'Укажите улицу и дом.',
    streetNoNumber: 'Не хватает номера дома, например Długa 5.',
    postcodeMissing: 'Укажите индекс.',
    postcodeWrong: 'В индексе 5 цифр, например 31-146.',
    cityMissing: 'Укажите город.',
    paymentMissing: 'Выберите способ оплаты.',
    cardMissing: 'Укажите номер карты.',
    cardShort: 'Номер карты неполный: в нём от 13 до 19 цифр.',
    cardTypo: 'В номере карты опечатка. Сверьте его с картой.',
    expiryMissing: 'Укажите дату с карты, например 12 / 29.',
    expiryWrong: 'Укажите месяц и год, как на карте, например 12 / 29.',
    expiryPast: 'Срок карты истёк. Возьмите другую.',
    cvcWrong: 'В коде 3 цифры, на обороте карты (на некоторых 4 спереди).',
    creditWrong: 'Такого кода нет. Сравните его с тем, что вам дали.',
    creditEmpty: 'На этом коде ничего не осталось, или его срок истёк.',
    payment_declined:
      'Деньги не списаны. Корзина и введённые данные сохранены. Проверьте данные карты или возьмите другую; некоторые товары можно оплатить в магазине.',
    insufficient_funds:
      'На карте не хватает денег; ничего не списано. Корзина и введённые данные сохранены. Возьмите другую карту.',
    expired_card: 'Срок карты истёк; ничего не списано. Корзина и введённые данные сохранены. Возьмите другую карту.',
    terms_changed:
      'Это стоит больше, чем было показано: сейчас {total}. Ничего не заказано. Проверьте сумму и закажите снова или вернитесь в корзину.',
    terms_changed_plain: 'Цены тем временем выросли. Ничего не заказано; вернитесь в корзину и проверьте.',
    insufficient_stock:
      'Кто-то успел раньше, и есть уже не всё. Ничего не заказано и не списано. Выберите другой способ выше или загляните в корзину.',
    reservation_expired:
      'Бронь тем временем закончилась. Ничего не заказано и не списано. В корзине видно, что ещё есть.',
    version_conflict:
      'Корзина тем временем изменилась. Ничего не заказано; вот какая она сейчас. Проверьте и закажите снова.',
    not_offered: 'Так это получить нельзя. Ничего не заказано. Выберите другой способ или другой индекс.',
    archived: 'Один из товаров больше не продаётся. Ничего не заказано; в корзине видно какой.',
    rate_limited: 'Слишком много попыток. Подождите минуту и нажмите снова; введённое сохранено.',
    invalid_request: 'Что-то в форме не понято. Ничего не заказано; проверьте поля и попробуйте снова.',
    problem: 'Что-то сломалось у нас. Нажмите снова: заказ будет оформлен только один раз. Введённое сохранено.',
    promise_changed:
      'Придёт позже, чем мы показали: теперь до {day}. Цена прежняя, ничего не заказано и не списано. Нажмите ещё раз, чтобы продолжить, или выберите другой способ.',
  },
});

const known = [
  'payment_declined',
  'insufficient_stock',
  'reservation_expired',
  'version_conflict',
  'not_offered',
  'archived',
  'rate_limited',
  'invalid_request',
] as const;

/**
 * What stands in the way of an order, in words. A declined card says why where that helps, a higher price what it is now,
 * a later day which one.
 *
 * @param code of the API's problem
 */
export function sayProblem(
  code: string,
  language: Language,
  more: { reason?: string; total?: Money; day?: string } = {},
): string {
  if (code === 'offline') return createTranslator(words, language)('offline');
  const say = createTranslator(faultWords, language);
  const { reason, total, day } = more;
  if (code === 'terms_changed')
    return total ? say('terms_changed', { total: formatMoney(total, language, 'exact') }) : say('terms_changed_plain');
  // A bare date is the same day everywhere.
  if (code === 'promise_changed' && day) return say('promise_changed', { day: formatDay(day, language, 'UTC') });
  if (code === 'payment_declined' && (reason === 'insufficient_funds' || reason === 'expired_card')) return say(reason);
  return say(known.find((one) => one === code) ?? 'problem');
}
