import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../shell/routes.tsx';
import { type View, views } from './queries.ts';

interface DeskSearch {
  view?: View;
  q?: string;
  /** On a phone: the customer instead of the conversation. */
  side?: 'customer';
}

const desk = createRoute({
  getParentRoute: () => shellRoute,
  path: '/desk',
  validateSearch: (search: Record<string, unknown>): DeskSearch => {
    const view = views.find((known) => known === search.view);
    return {
      ...(view ? { view } : {}),
      ...(typeof search.q === 'string' && search.q ? { q: search.q.slice(0, 100) } : {}),
      ...(search.side === 'customer' ? { side: 'customer' as const } : {}),
    };
  },
  component: lazyRouteComponent(() => import('./DeskScreen.tsx'), 'DeskScreen'),
});

const nothingOpen = createRoute({ getParentRoute: () => desk, path: '/' });
const thread = createRoute({ getParentRoute: () => desk, path: '/$threadId' });

export const deskRoutes = [desk.addChildren([nothingOpen, thread])] as const;
