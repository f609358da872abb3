import { resolve } from 'node:path';
import { createServer } from 'vite';
import shopRoutes from '../../apps/shop/app/routes.ts';

interface ShopRoute {
  path?: string | undefined;
  index?: boolean | undefined;
  file: string;
  children?: ShopRoute[] | undefined;
}

/** Every address of the shop that shows something, as its router has it (`/:language/p/:slug`). */
export function shopPatterns(): string[] {
  const found: string[] = [];
  const walk = (route: ShopRoute, above: string) => {
    const path = [above, route.path].filter(Boolean).join('/');
    // What answers with data or leads elsewhere is no screen.
    if (!route.children && route.file.endsWith('.tsx')) found.push(`/${path}`);
    for (const child of route.children ?? []) walk(child, path);
  };
  for (const route of shopRoutes as unknown as ShopRoute[]) walk(route, '');
  return [...new Set(found)].sort();
}

/** Every address of the console, as its router has it (`/desk/$threadId`). */
export async function consolePatterns(): Promise<string[]> {
  const vite = await createServer({
    root: resolve(import.meta.dirname, '../../apps/console'),
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
    appType: 'custom',
    logLevel: 'error',
  });
  try {
    const { router } = (await vite.ssrLoadModule('/src/router.tsx')) as {
      router: { routesByPath: Record<string, unknown> };
    };
    return Object.keys(router.routesByPath)
      .filter((path) => path !== '/')
      .sort();
  } finally {
    await vite.close();
  }
}
