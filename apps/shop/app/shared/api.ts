import { type Api, createApi } from '@throughline/client';
import { isLanguage, type Language } from '@throughline/ui/words';
import type { AppLoadContext } from 'react-router';

/** The page's language is the first part of its address. An unknown one is no page. */
export function languageOf(params: { language?: string | undefined }): Language {
  if (isLanguage(params.language)) return params.language;
  throw new Response('', { status: 404 });
}

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

/** The API for what happens in the browser after the page is there. */
export const browserApi = (language: Language): Api => createApi({ language });
