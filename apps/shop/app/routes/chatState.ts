import { unwrap } from '@throughline/client';
import { serverApi } from '../shared/api.ts';
import { whereKnown } from '../shared/shopperSession.ts';
import type { Route } from './+types/chatState';

/** Whether this browser has a conversation, asked by pages before they load one. Nobody is recorded for being asked. */
export async function loader(args: Route.LoaderArgs) {
  const chat = await whereKnown(
    unwrap(serverApi(args).GET('/api/shop/chat', { params: { query: { after: Number.MAX_SAFE_INTEGER } } })),
  );
  return Response.json({ hasThread: Boolean(chat?.threadId) }, { headers: { 'cache-control': 'private, no-store' } });
}
