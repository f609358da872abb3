import { ok, type Result, refuse } from '../../kernel/result.ts';
import { carriers } from './carriers.ts';

/** What is known of a parcel that left: who has it, its number there, and where that is looked up. */
export interface Parcel {
  carrier: string | null;
  trackingNumber: string | null;
  trackingUrl: string | null;
}

/** As staff give it: all of it optional, because a driver of our own has no number. */
export interface ParcelGiven {
  carrier?: string | undefined;
  trackingNumber?: string | undefined;
  trackingUrl?: string | undefined;
}

const urlLengthMax = 500;

/**
 * What is kept of what was typed or scanned: one name for a known carrier, the number without the spaces it is printed
 * with, the link as given or as the carrier's pattern makes it. Customers click on it, so it is https and goes to a host
 * that it shows.
 */
export function readParcel(given: ParcelGiven): Result<Parcel, 'tracking_invalid'> {
  const typed = given.carrier?.trim().replace(/\s+/g, ' ') || null;
  const known = carriers.find(({ name }) => name.toLowerCase() === typed?.toLowerCase());
  const trackingNumber = given.trackingNumber?.replace(/\s/g, '').toUpperCase() || null;
  if (trackingNumber !== null && !/^[A-Z0-9][A-Z0-9./-]{2,38}[A-Z0-9]$/.test(trackingNumber))
    return refuse('tracking_invalid', {
      detail: 'A tracking number has 4 to 40 letters and digits. Nothing was changed; look at the label again.',
      field: 'trackingNumber',
    });
  const link = given.trackingUrl?.trim() || null;
  if (link !== null && !isSafeLink(link))
    return refuse('tracking_invalid', {
      detail: 'The link to follow a parcel begins with https://. Nothing was changed.',
      field: 'trackingUrl',
    });
  const built = known && trackingNumber && known.tracksAt.replace('{number}', encodeURIComponent(trackingNumber));
  return ok({ carrier: known?.name ?? typed, trackingNumber, trackingUrl: link ?? built ?? null });
}

function isSafeLink(text: string): boolean {
  if (text.length > urlLengthMax || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '';
}
