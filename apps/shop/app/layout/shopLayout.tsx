import { Outlet } from 'react-router';
import { languageOf } from '../shared/api.ts';
import type { Route } from './+types/shopLayout';

export function loader({ params }: Route.LoaderArgs) {
  languageOf(params);
  return null;
}

/** Header and footer of every page. */
export default function ShopLayout() {
  return <Outlet />;
}
