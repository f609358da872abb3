import { type Api, createApi, unwrap } from '@throughline/client';
import { useMemo } from 'react';
import { useLanguage } from './language.tsx';

export { unwrap };

/** The API in the colleague's language. */
export function useApi(): Api {
  const language = useLanguage();
  return useMemo(() => createApi({ language }), [language]);
}

/** Of an act that must not happen twice; the same key when the same act is tried again. */
export const newKey = (): string => crypto.randomUUID();
