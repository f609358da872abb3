import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../shell/routes.tsx';

const steps = ['you', 'retailer', 'location', 'product', 'colleague', 'done'] as const;
export type Step = (typeof steps)[number];

const setup = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  validateSearch: (search: Record<string, unknown>): { step?: Step } => {
    const step = steps.find((one) => one === search.step);
    return step ? { step } : {};
  },
  component: lazyRouteComponent(() => import('./SetupPage.tsx'), 'SetupPage'),
});

export const firstRunRoutes = [setup] as const;
