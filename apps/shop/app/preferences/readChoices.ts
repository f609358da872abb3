import type { Answer } from '@throughline/client';

export type Preferences = Answer<'/api/shop/preferences', 'get'>;
export type Choice = Pick<Preferences['choices'][number], 'purpose' | 'channel' | 'given'>;

export const nameOf = (choice: Pick<Choice, 'purpose' | 'channel'>): `${Choice['purpose']}_${Choice['channel']}` =>
  `${choice.purpose}_${choice.channel}`;

/**
 * What was changed, and only that: a box that was left as it was is no new word, and saving twice sends no second mail.
 * "Nothing at all" is a no to every box.
 */
export function readChoices(form: FormData): { choices: Choice[]; wording: string } {
  const shown = form
    .getAll('shown')
    .map(String)
    .filter((one) => /^[a-z]+_[a-z]+_[01]$/.test(one));
  const nothing = form.get('intent') === 'nothing';
  const choices = shown.flatMap((one) => {
    const [purpose, channel, was] = one.split('_') as [Choice['purpose'], Choice['channel'], string];
    const given = !nothing && form.get(nameOf({ purpose, channel })) === 'on';
    return given === (was === '1') && !nothing ? [] : [{ purpose, channel, given }];
  });
  return { choices, wording: String(form.get('wording') ?? '').slice(0, 40) };
}
