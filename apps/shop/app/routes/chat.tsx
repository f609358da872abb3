import { createTranslator } from '@throughline/ui/words';
import { ChatPage } from '../chat/ChatPage.tsx';
import { launcherWords } from '../chat/launcherWords.ts';
import { leaveAction } from '../chat/leaveAction.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { privatePage } from '../shared/privatePage.ts';
import type { Route } from './+types/chat';

export function loader({ params }: Route.LoaderArgs) {
  languageOf(params);
  return { clientKey: crypto.randomUUID() };
}

export const action = (args: Route.ActionArgs) => leaveAction(serverApi(args), args.request);

export const meta: Route.MetaFunction = ({ params }) =>
  privatePage(createTranslator(launcherWords, languageOf(params))('chat'));

export default function ChatRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <ChatPage said={actionData} clientKey={loaderData.clientKey} />;
}
