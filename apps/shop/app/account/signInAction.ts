import { type Api, unwrap } from '@throughline/client';
import type { Language } from '@throughline/ui/words';
import { data, redirect } from 'react-router';
import { addressOf, ownPath } from '../shared/addresses.ts';
import { ensureSession, isProblem } from '../shared/shopperSession.ts';

export interface SignInSaid {
  email: string;
  /** The code was sent: its field is shown. */
  minutes?: number;
  fault?: 'emailWrong' | 'codeShort' | 'code_invalid' | 'rate_limited' | 'problem';
}

const said = (what: SignInSaid, status = 200) => data<SignInSaid>(what, { status });

/** Two steps on one page: the e-mail, then the code from it; back to where the shopper was. */
export async function signInAction(api: Api, request: Request, language: Language) {
  const form = await request.formData();
  const email = String(form.get('email') ?? '').trim();
  // Pasted from a mail a code may have spaces in and around it.
  const code = String(form.get('code') ?? '').replace(/\D/g, '');
  const wantsCode = form.get('intent') === 'code';
  if (!/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(email)) return said({ email, fault: 'emailWrong' }, 400);
  if (!wantsCode && code.length !== 6) return said({ email, minutes: 10, fault: 'codeShort' }, 400);
  try {
    if (wantsCode) {
      const { minutes } = await unwrap(api.POST('/api/shop/sign-in/code', { body: { email } }));
      return said({ email, minutes });
    }
    // The cart and the conversation of this browser become the customer's with the sign-in.
    await ensureSession(api, request);
    await unwrap(api.POST('/api/shop/sign-in', { body: { email, code } }));
    return redirect(ownPath(new URL(request.url).searchParams.get('to')) ?? addressOf.account(language));
  } catch (error) {
    if (!isProblem(error)) throw error;
    const fault = error.code === 'code_invalid' || error.code === 'rate_limited' ? error.code : 'problem';
    return said(
      { email, fault, ...(wantsCode && fault !== 'rate_limited' ? {} : { minutes: 10 }) },
      error.problem.status || 503,
    );
  }
}
