import { index, type RouteConfig, route } from '@react-router/dev/routes';
import { buyingRoutes } from './routes/buying.ts';

/** Every address of the shop. Each language has its own; an address without one leads to the visitor's. */
export default [
  index('routes/chooseLanguage.ts'),
  route(':language', 'layout/shopLayout.tsx', [index('routes/home.tsx'), ...buyingRoutes]),
] satisfies RouteConfig;
