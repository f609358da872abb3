import { type Api, unwrap } from '@throughline/client';
import type { Language } from '@throughline/ui/words';
import { data, redirect } from 'react-router';
import { addressOf, ownPath } from '../shared/addresses.ts';
import { ensureSession, isProblem } from '../shared/shopperSession.ts';

export interface SignInSaid {
  /** E-mail address or telephone number, as it was typed. */
  who: string;
  isPhone: boolean;
  /** The code was sent: its field is shown. */
  minutes?: number;
  fault?: 'emailWrong' | 'phoneWrong' | 'codeShort' | 'code_invalid' | 'rate_limited' | 'problem';
}

const said = (what: SignInSaid, status = 200) => data<SignInSaid>(what, { status });

/** A number is what has digits and no letters; everything else was meant as an address. */
const looksLikePhone = (text: string) => /^[+\d][\d\s().-]*$/.test(text);

/** Two steps on one page: the e-mail or telephone, then the code sent to it; back to where the shopper was. */
export async function signInAction(api: Api, request: Request, language: Language) {
  const form = await request.formData();
  const who = String(form.get('who') ?? '').trim();
  const isPhone = looksLikePhone(who);
  const to = isPhone ? { phone: who } : { email: who };
  // Pasted from a mail a code may have spaces in and around it.
  const code = String(form.get('code') ?? '').replace(/\D/g, '');
  const wantsCode = form.get('intent') === 'code';
  if (isPhone ? who.replace(/\D/g, '').length < 9 : !/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(who))
    return said({ who, isPhone, fault: isPhone ? 'phoneWrong' : 'emailWrong' }, 400);
  if (!wantsCode && code.length !== 6) return said({ who, isPhone, minutes: 10, fault: 'codeShort' }, 400);
  try {
    if (wantsCode) {
      const { minutes } = await unwrap(api.POST('/api/shop/sign-in/code', { body: to }));
      return said({ who, isPhone, minutes });
    }
    // The cart and the conversation of this browser become the customer's with the sign-in.
    await ensureSession(api, request);
    await unwrap(api.POST('/api/shop/sign-in', { body: { ...to, code } }));
    return redirect(ownPath(new URL(request.url).searchParams.get('to')) ?? addressOf.account(language));
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { code: reason } = error;
    const fault =
      reason === 'code_invalid' || reason === 'rate_limited'
        ? reason
        : reason === 'invalid_request'
          ? isPhone
            ? 'phoneWrong'
            : 'emailWrong'
          : 'problem';
    return said(
      { who, isPhone, fault, ...(wantsCode && fault !== 'rate_limited' ? {} : { minutes: 10 }) },
      error.problem.status || 503,
    );
  }
}
