import { redirect } from 'react-router';
import { variesByVisitor, visitorLanguage } from '../shared/visitorLanguage.ts';
import type { Route } from './+types/chooseLanguage';

/** `/` leads to the shop in the visitor's language. */
export function loader({ request }: Route.LoaderArgs) {
  return redirect(`/${visitorLanguage(request)}`, { headers: variesByVisitor });
}
