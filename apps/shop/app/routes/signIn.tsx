import { unwrap } from '@throughline/client';
import { createTranslator } from '@throughline/ui/words';
import { redirect } from 'react-router';
import { SignInPage } from '../account/SignInPage.tsx';
import { signInAction } from '../account/signInAction.ts';
import { words } from '../account/signInWords.ts';
import { addressOf, ownPath } from '../shared/addresses.ts';
import { languageOf, serverApi } from '../shared/api.ts';
import { privatePage } from '../shared/privatePage.ts';
import { whereKnown } from '../shared/shopperSession.ts';
import type { Route } from './+types/signIn';

export async function loader(args: Route.LoaderArgs) {
  const search = new URL(args.request.url).searchParams;
  const api = serverApi(args);
  const [me, { ways }] = await Promise.all([
    whereKnown(unwrap(api.GET('/api/shop/me'))),
    unwrap(api.GET('/api/shop/sign-in')),
  ]);
  if (me?.signedIn) throw redirect(ownPath(search.get('to')) ?? addressOf.account(languageOf(args.params)));
  return {
    email: search.get('email')?.slice(0, 254) ?? '',
    mailbox: args.context.mailbox,
    byPhone: ways.includes('phone'),
  };
}

export const action = (args: Route.ActionArgs) => signInAction(serverApi(args), args.request, languageOf(args.params));

export const meta: Route.MetaFunction = ({ params }) =>
  privatePage(createTranslator(words, languageOf(params))('signInTitle'));

export default function SignInRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <SignInPage page={loaderData} said={actionData} />;
}
