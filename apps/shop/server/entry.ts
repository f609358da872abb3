// Made by the React Router build from app/routes.ts.
import * as build from 'virtual:react-router/server-build';
import { createRequestHandler } from 'react-router';
import type { ShopContext } from './context.ts';

const handler = createRequestHandler(build as Parameters<typeof createRequestHandler>[0], 'production');

/** The shop's pages: a request of a browser in, a page out. All it knows comes through the API in `context`. */
export function handle(request: Request, context: ShopContext): Promise<Response> {
  return handler(request, { ...context });
}
