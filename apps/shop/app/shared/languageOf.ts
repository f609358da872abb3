import { isLanguage, type Language } from '@throughline/ui/words';

/** The page's language is the first part of its address. An unknown one is no page. */
export function languageOf(params: { language?: string | undefined }): Language {
  if (isLanguage(params.language)) return params.language;
  throw new Response('', { status: 404 });
}
