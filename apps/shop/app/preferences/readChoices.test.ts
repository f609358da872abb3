import { expect, test } from 'vitest';
import { readChoices } from './readChoices.ts';

function form(boxes: string[], intent = 'save'): FormData {
  const made = new FormData();
  for (const shown of ['marketing_email_1', 'marketing_sms_0', 'analytics_web_0']) made.append('shown', shown);
  for (const box of boxes) made.append(box, 'on');
  made.append('intent', intent);
  made.append('wording', 'preferences-1');
  return made;
}

test('only what was changed is said anew: saving twice sends no second mail', () => {
  expect(readChoices(form(['marketing_email'])).choices).toEqual([]);
  expect(readChoices(form(['marketing_sms'])).choices).toEqual([
    { purpose: 'marketing', channel: 'email', given: false },
    { purpose: 'marketing', channel: 'sms', given: true },
  ]);
});

test('"nothing at all" is a no to every box, ticked or not', () => {
  const { choices, wording } = readChoices(form(['marketing_email', 'marketing_sms'], 'nothing'));
  expect(choices.map((choice) => choice.given)).toEqual([false, false, false]);
  expect(wording).toBe('preferences-1');
});
