import { useEffect } from 'react';
import { useLocation } from 'react-router';
import type { Consent } from './consentCookie.ts';
import { followConsent, tell } from './tracking.ts';

/** Tells of every page that is looked at, once a visitor agreed. */
export function PageTracker({ consent, writeKey }: { consent: Consent | null; writeKey: string | null }) {
  const { pathname, search } = useLocation();
  useEffect(() => followConsent(consent, writeKey), [consent, writeKey]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another page; a yes counts the shown one
  useEffect(() => tell('page'), [pathname, search, consent]);
  return null;
}
