/**
 * Two records are compared where they share a key of at least one rule. Each way two records of a person differ leaves
 * some rule's key alone: a new telephone keeps name and postcode, a new surname keeps the given name at the house, names
 * typed the wrong way round keep the pair of them in town, a moved person keeps e-mail, telephone or date of birth.
 */
export const blockingRules = [
  'email',
  'phone',
  'name_and_mailbox_digits',
  'name_and_postcode',
  'given_and_birth',
  'family_and_birth',
  'names_either_way_in_town',
  'given_at_house',
  'family_at_house',
  'birth_and_postcode',
  'name_and_phone_end',
  'name_and_phone_middle',
] as const;
export type BlockingRule = (typeof blockingRules)[number];
