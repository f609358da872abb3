import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { ProblemError } from '@throughline/client';
import { isStoreDevice } from '../floor/device/isStoreDevice.ts';
import { queryClient } from '../shared/query.ts';
import { areasOf } from './areas.ts';
import { keptMe, meQuery } from './me.ts';
import { NotFound } from './NotFound.tsx';
import { Shell } from './Shell.tsx';

export const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

/** Everything behind the sign-in. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(meQuery()).catch((error: unknown) => {
      const isUnanswered = error instanceof ProblemError && (error.code === 'offline' || error.problem.status >= 500);
      const kept = isUnanswered ? keptMe() : undefined;
      if (kept) queryClient.setQueryData(meQuery().queryKey, kept, { updatedAt: 0 });
      return kept;
    });
    if (!me) throw redirect({ to: isStoreDevice() ? '/lock' : '/sign-in', search: { to: location.href } });
    return { me };
  },
});

/** Everyone begins where their work is. */
export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: areasOf(context.me.role)[0]?.home ?? '/desk' });
  },
});
