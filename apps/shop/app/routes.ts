import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';
import { buyingRoutes } from './routes/buying.ts';

/** Every address of the shop. Each language has its own; an address without one leads to the visitor's. */
export default [
  index('routes/chooseLanguage.ts'),
  route('robots.txt', 'routes/robots.ts'),
  route('sitemap.xml', 'routes/sitemap.ts'),
  route(':language', 'layout/shopLayout.tsx', [
    // Where a page breaks, the frame stays.
    layout('layout/insideFrame.tsx', [
      index('routes/home.tsx'),
      route('c/:slug', 'routes/category.tsx'),
      route('search', 'routes/search.tsx'),
      route('reduced', 'routes/reduced.tsx'),
      route('p/:slug', 'routes/product.tsx'),
      route('stores', 'routes/stores.tsx'),
      route('stores/:code', 'routes/store.tsx'),
      ...buyingRoutes,
      route(':page', 'routes/info.tsx'),
      route('*', 'routes/missing.ts'),
    ]),
  ]),
] satisfies RouteConfig;
