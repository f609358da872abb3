import { type Api, unwrap } from '@throughline/client';
import type { Language } from '@throughline/ui/words';
import { cookieOf } from '../shared/chosenStore.ts';
import { ensureSession, isProblem } from '../shared/shopperSession.ts';
import type { Consent } from './consentCookie.ts';

/**
 * Keeps the choice with the server as well, under this browser's session. A visitor without a session who refuses stays
 * nobody: there is nothing about them that a no could be kept with.
 */
export async function keepConsent(
  api: Api,
  request: Request,
  consent: Consent,
  wording: string,
  language: Language,
): Promise<void> {
  const agreed = consent === 'all';
  if (!agreed && !cookieOf(request, 'tl_shop')) return;
  try {
    if (agreed) await ensureSession(api, request);
    await unwrap(api.POST('/api/shop/consent', { body: { analytics: agreed, wording, language } }));
  } catch (error) {
    // The browser keeps the choice in any case; only a proof of a yes may be missing.
    if (!isProblem(error)) throw error;
  }
}
