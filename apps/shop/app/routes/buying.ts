import { route } from '@react-router/dev/routes';

/** Addresses from the cart on: cart, checkout, orders, holds, account, conversation. Below `/:language`. */
export const buyingRoutes = [
  route('cart', 'routes/cart.tsx'),
  route('cart/handoff', 'routes/cartHandoff.tsx'),
  route('h/:token', 'routes/handoffLink.tsx'),
  route('checkout', 'routes/checkout.tsx'),
  route('checkout/paid', 'routes/paid.ts'),
  route('orders/:id', 'routes/order.tsx'),
  route('receipt', 'routes/receipt.tsx'),
  route('orders/:id/return', 'routes/orderReturn.tsx'),
  route('returns/:id', 'routes/returnLabel.tsx'),
  route('withdrawal', 'routes/withdrawal.tsx'),
  route('credit', 'routes/credit.tsx'),
  route('reserve', 'routes/reserve.tsx'),
  route('holds/:id', 'routes/hold.tsx'),
  route('sign-in', 'routes/signIn.tsx'),
  route('account', 'routes/account.tsx'),
  route('preferences', 'routes/preferences.tsx'),
  route('my-data', 'routes/myData.tsx'),
  route('chat', 'routes/chat.tsx'),
  route('chat/state', 'routes/chatState.ts'),
];
