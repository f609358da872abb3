import { Outlet } from 'react-router';
import { ChatLauncher } from '../chat/ChatLauncher.tsx';
import { languageOf } from '../shared/api.ts';
import type { Route } from './+types/shopLayout';

export function loader({ params }: Route.LoaderArgs) {
  languageOf(params);
  return null;
}

/** Header and footer of every page. */
export default function ShopLayout() {
  return (
    <>
      <Outlet />
      <ChatLauncher />
    </>
  );
}
