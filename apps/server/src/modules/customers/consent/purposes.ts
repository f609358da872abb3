/** What personal data may be used for. `service` is what was asked for itself (an order, an answer) and needs no consent. */
export type Purpose = 'service' | 'analytics' | 'personalisation' | 'marketing';

/** The way in which it is used; `all` is said of every way at once. */
export type ConsentChannel = 'all' | 'web' | 'email' | 'sms' | 'phone' | 'push' | 'whatsapp';

export type ConsentSource =
  | 'banner'
  | 'checkout'
  | 'preference_centre'
  | 'message_link'
  | 'staff'
  | 'import'
  | 'receipt'
  | 'mail_report'
  | 'text_reply';

export interface Choice {
  purpose: Purpose;
  channel: ConsentChannel;
  given: boolean;
}

/** What a person can choose, in the order in which it is shown. */
export const choosable: readonly { purpose: Purpose; channel: ConsentChannel }[] = [
  { purpose: 'analytics', channel: 'web' },
  { purpose: 'personalisation', channel: 'all' },
  { purpose: 'marketing', channel: 'email' },
  { purpose: 'marketing', channel: 'sms' },
  { purpose: 'marketing', channel: 'phone' },
  { purpose: 'marketing', channel: 'whatsapp' },
  { purpose: 'marketing', channel: 'push' },
];

/** A yes is asked of single ways only; a no may also be said to all of them at once. */
export const isChoosable = (choice: Choice): boolean =>
  choosable.some((one) => one.purpose === choice.purpose && one.channel === choice.channel) ||
  (!choice.given && choice.channel === 'all' && choice.purpose !== 'service');

/** Advertising by e-mail is agreed to only by whoever reads the mailbox (double opt-in). */
export const needsConfirmation = (choice: Choice): boolean =>
  choice.given && choice.purpose === 'marketing' && choice.channel === 'email';

/**
 * A link in a message is held by whoever reads that mailbox, who may not be the person: an address may have been claimed by
 * mistake. So a link takes every no, and of the yeses only the one the mailbox itself confirms.
 */
export const mayBeSaidByLink = (choice: Choice): boolean => !choice.given || needsConfirmation(choice);
