import type { Session } from './simulator.ts';

/** The page of the simulated provider: approve, decline, or go back; BLIK asks for its six digits. */
export function payPage(session: Session, fault: 'declined' | 'code' | undefined): string {
  const isBlik = session.payment_method_types.includes('blik');
  const amount = (session.amount_total / 100).toFixed(2);
  const said =
    fault === 'declined'
      ? 'The bank declined it. Nothing was taken.'
      : fault === 'code'
        ? 'A BLIK code has six digits.'
        : '';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Simulated payment page</title>
<style>body{font:16px/1.5 system-ui;max-width:24rem;margin:3rem auto;padding:0 1rem}button,input{font:inherit;padding:.6rem 1rem;margin:.25rem 0;width:100%;box-sizing:border-box}[role=alert]{color:#a1260d}</style>
<h1>Simulated payment page</h1>
<p>No money moves here. To pay: <strong>${amount} ${session.currency.toUpperCase()}</strong></p>
<p role="alert">${said}</p>
<form method="post">
${isBlik ? '<label>BLIK code <input name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6"></label>' : ''}
<button name="choice" value="approve">Approve</button>
<button name="choice" value="decline">Decline</button>
<button name="choice" value="back">Back to the shop</button>
</form></html>`;
}
