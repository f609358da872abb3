import { type Api, unwrap } from '@throughline/client';
import { data } from 'react-router';
import { ensureSession, isProblem } from '../shared/shopperSession.ts';

export interface LeftSaid {
  email: string;
  text: string;
  left: boolean;
  fault?: 'emailWrong' | 'textMissing' | 'problem';
  clientKey: string;
}

/** A message left without JavaScript; sent twice it arrives once. */
export async function leaveAction(api: Api, request: Request) {
  const form = await request.formData();
  const field = (name: string) => String(form.get(name) ?? '').trim();
  const [email, text, clientKey] = [field('email').slice(0, 254), field('text').slice(0, 4_000), field('clientKey')];
  const said = (more: Partial<LeftSaid>, status = 200) =>
    data<LeftSaid>({ email, text, left: false, clientKey, ...more }, { status });
  if (!/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(email)) return said({ fault: 'emailWrong' }, 400);
  if (!text) return said({ fault: 'textMissing' }, 400);
  try {
    await ensureSession(api, request);
    await unwrap(api.POST('/api/shop/chat/leave-message', { body: { email, text, clientKey } }));
    return said({ left: true, text: '', clientKey: crypto.randomUUID() });
  } catch (error) {
    if (!isProblem(error)) throw error;
    return said({ fault: 'problem' }, error.problem.status || 503);
  }
}
