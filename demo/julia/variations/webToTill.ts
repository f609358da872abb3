import { money, type Scene, shopper } from '../cast.ts';
import type { Teller } from '../telling.ts';
import { setListPrice, share } from './listPrice.ts';
import { levelAt, putOnShelf } from './shelf.ts';

/** Her cart from the web goes on at the till by its short code, at the price that she was quoted. */
export async function webToTill(scene: Scene, teller: Teller): Promise<void> {
  teller.chapter('Played again: her cart goes on at the till');
  await putOnShelf(scene, scene.green, scene.krakow, 1);
  const julia = await shopper(scene.a);
  const way = { method: 'pickup', locationId: scene.krakow };
  const cart = await julia.post('/api/shop/cart/lines', { variantId: scene.green, quantity: 1, way });
  const quoted = cart.lines[0].price.payable;
  const handoff = await julia.post(`/api/shop/carts/${cart.id}/handoff`, { locationId: scene.krakow });
  teller.line('Julia', `puts it into her cart at ${money(quoted)} and takes the code ${handoff.code} along`);
  const risen = await setListPrice(scene, scene.green, share(quoted, 150), 'new season');
  teller.line('Velora', `the price rises to ${money(risen)}`);
  const associate = await scene.colleague('associate, Kraków', scene.b);
  const desk = await associate.get(
    `/api/staff/handoffs/${handoff.code.toLowerCase().replace('-', '')}?locationId=${scene.krakow}`,
  );
  const line = desk.cart?.lines[0];
  teller.promise(
    'the till opens her cart by its code, with both prices and the lower one to pay',
    risen.amount > quoted.amount &&
      desk.verdict === 'cart' &&
      line.price.payable.amount === quoted.amount &&
      line.price.current.amount === risen.amount,
    desk,
  );
  const sale = (amount: unknown) =>
    associate.call('POST', '/api/staff/sales', {
      locationId: scene.krakow,
      goods: { code: handoff.code },
      payment: { method: 'card_terminal', amount, terminalRef: 'slip-7' },
    });
  const tooMuch = await sale(risen);
  teller.promise(
    'taking the list price is refused, with the amount to take',
    tooMuch.status === 409 && tooMuch.body.toPay.amount === quoted.amount,
    tooMuch.body,
  );
  const free = await levelAt(scene, scene.green, scene.krakow);
  teller.promise('and leaves the sofa on the shelf', free.available === 1, free);
  const sold = await sale(desk.cart.totals.gross);
  teller.promise(
    'she pays the quoted price, in the store',
    sold.status === 201 && sold.body.totals.gross.amount === quoted.amount && sold.body.channel === 'store',
    sold.body,
  );
  const twice = await sale(quoted);
  teller.promise('the code sells once', twice.status === 409, twice.body);
  const after = await julia.get('/api/shop/cart');
  teller.promise('and on the web her cart is empty', after.lines.length === 0, after);
}
