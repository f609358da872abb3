import { type Api, type Body, unwrap } from '@throughline/client';
import type { Language } from '@throughline/ui/words';
import { data, redirect } from 'react-router';
import { isProblem } from '../shared/shopperSession.ts';

type Asked = Body<'/api/shop/orders/{id}/returns', 'post'>;
export const reasons = [
  'changed_mind',
  'does_not_fit',
  'not_as_described',
  'damaged_in_transit',
  'faulty',
  'wrong_item',
  'other',
] as const;

export interface AnnounceSaid {
  problem: 'nothingChosen' | 'already_returned' | 'not_returnable' | 'failed' | 'rate_limited';
}

const known = ['already_returned', 'not_returnable', 'rate_limited'] as const;

/** Lines as the form names them: `quantity:<line>`, `reason:<line>`. */
export async function announceAction(api: Api, request: Request, language: Language, orderId: string) {
  const form = await request.formData();
  const token = String(form.get('token') ?? '').slice(0, 100);
  const lines = [...form.keys()].flatMap((name): Asked['lines'] => {
    const orderLineId = /^quantity:(.+)$/.exec(name)?.[1];
    const quantity = Number(form.get(name));
    if (!orderLineId || !Number.isInteger(quantity) || quantity < 1) return [];
    const reason = reasons.find((one) => one === form.get(`reason:${orderLineId}`)) ?? 'changed_mind';
    return [{ orderLineId, quantity, reason }];
  });
  const said = (problem: AnnounceSaid['problem'], status: number) => data<AnnounceSaid>({ problem }, { status });
  if (lines.length === 0) return said('nothingChosen', 400);
  const note = String(form.get('note') ?? '')
    .trim()
    .slice(0, 500);
  try {
    const announced = await unwrap(
      api.POST('/api/shop/orders/{id}/returns', {
        params: { path: { id: orderId }, header: { 'idempotency-key': String(form.get('key') ?? '') } },
        body: { lines, ...(token ? { token } : {}), ...(note ? { note } : {}) },
      }),
    );
    return redirect(`/${language}/returns/${announced.id}${token ? `?token=${encodeURIComponent(token)}` : ''}`);
  } catch (error) {
    if (!isProblem(error)) throw error;
    return said(known.find((code) => code === error.code) ?? 'failed', error.problem.status || 503);
  }
}
