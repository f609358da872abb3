import { type Api, createApi } from '@throughline/client';
import type { AppLoadContext } from 'react-router';
import { languageOf } from './languageOf.ts';

export { languageOf } from './languageOf.ts';

/** The API for a loader or action: in the same process, as the visitor, in the page's language. */
export function serverApi({
  context,
  params,
}: {
  context: AppLoadContext;
  params: { language?: string | undefined };
}): Api {
  return createApi({
    baseUrl: context.publicUrl,
    fetch: (request) => context.callApi(request),
    language: languageOf(params),
  });
}
