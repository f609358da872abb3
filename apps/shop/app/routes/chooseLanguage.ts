import { isLanguage } from '@throughline/ui/words';
import { redirect } from 'react-router';
import type { Route } from './+types/chooseLanguage';

/** `/` leads to the language chosen before, else to the first the browser asks for that the shop speaks. */
export function loader({ request }: Route.LoaderArgs) {
  return redirect(`/${preferredLanguage(request)}`, { headers: { vary: 'cookie, accept-language' } });
}

function preferredLanguage(request: Request): string {
  const chosen = /(?:^|; )tl_language=(\w\w)/.exec(request.headers.get('cookie') ?? '')?.[1];
  if (isLanguage(chosen)) return chosen;
  const asked = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return asked.find(isLanguage) ?? 'pl';
}
