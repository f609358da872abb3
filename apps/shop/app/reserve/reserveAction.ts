import { type Api, unwrap } from '@throughline/client';
import type { Language } from '@throughline/ui/words';
import { data, redirect } from 'react-router';
import { isId } from '../cart/readWay.ts';
import { ensureSession, isProblem, whereKnown } from '../shared/shopperSession.ts';
import { type Alternative, readAlternatives } from './readAlternatives.ts';
import { readContact } from './readContact.ts';

export interface ReserveSaid {
  typed: { name: string; contact: string; store: string };
  faults: { name?: 'nameMissing'; contact?: 'contactMissing' | 'contactWrong'; store?: 'storeMissing' };
  problem?: string;
  alternatives?: Alternative[];
  /** The hold there is already. */
  holdId?: string;
  key: string;
}

/** Reserves, and leads to the hold; a refusal comes back with what could be had instead, and with everything typed. */
export async function reserveAction(api: Api, request: Request, language: Language) {
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const [variantId, locationId, key] = [text('variantId'), text('store'), text('key')];
  const typed = { name: text('name').slice(0, 120), contact: text('contact').slice(0, 254), store: locationId };
  await ensureSession(api, request);
  const me = await whereKnown(unwrap(api.GET('/api/shop/me')));
  const isKnown = Boolean(me?.signedIn && (me.customer?.email || me.customer?.phone));
  const contact = readContact(typed.contact);
  const faults: ReserveSaid['faults'] = {
    ...(isId(locationId) ? {} : { store: 'storeMissing' as const }),
    ...(isKnown || typed.name ? {} : { name: 'nameMissing' as const }),
    ...(isKnown || contact ? {} : { contact: typed.contact ? ('contactWrong' as const) : ('contactMissing' as const) }),
  };
  const back = (said: Partial<ReserveSaid>, status: number) =>
    data<ReserveSaid>({ typed, faults: {}, key: crypto.randomUUID(), ...said }, { status });
  if (Object.keys(faults).length > 0) return back({ faults, key }, 400);
  try {
    const hold = await unwrap(
      api.POST('/api/shop/holds', {
        params: { header: { 'idempotency-key': key } },
        body: {
          variantId,
          locationId,
          ...(isKnown ? {} : { contact: { name: typed.name, ...contact } }),
        },
      }),
    );
    return redirect(`/${language}/holds/${hold.id}`);
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { reservationId, alternatives } = error.problem;
    return back(
      {
        problem: error.code,
        alternatives: readAlternatives(alternatives),
        ...(isId(reservationId) ? { holdId: reservationId } : {}),
      },
      error.problem.status || 503,
    );
  }
}
