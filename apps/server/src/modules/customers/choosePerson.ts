import type { IdentifierKind } from './normaliseIdentifier.ts';

export interface KnownIdentifier {
  id: string;
  kind: IdentifierKind;
  value: string;
  state: 'verified' | 'claimed';
  /** RFC 3339 */
  since: string;
  source: string;
  subjectId: string;
}

export interface KnownTrait {
  name: 'given_name' | 'family_name';
  value: string;
  source: string;
  subjectId: string;
  /** Whether it came with a verified subject. */
  verified: boolean;
  /** RFC 3339 */
  at: string;
}

/** The trait to show: what a verified subject brought before what an anonymous one did, then the newest. */
export function chooseTrait(traits: readonly KnownTrait[], name: KnownTrait['name']): string | undefined {
  const [best] = traits
    .filter((trait) => trait.name === name)
    .sort((a, b) => Number(b.verified) - Number(a.verified) || (a.at < b.at ? 1 : -1));
  return best?.value;
}

/** The identifier to write to: a verified one before a claimed one, then the newest. */
export function chooseContact(
  identifiers: readonly KnownIdentifier[],
  kind: 'email' | 'phone',
): KnownIdentifier | undefined {
  const [best] = identifiers
    .filter((identifier) => identifier.kind === kind)
    .sort((a, b) => Number(b.state === 'verified') - Number(a.state === 'verified') || (a.since < b.since ? 1 : -1));
  return best;
}

/** A person's name as one text, or undefined when none is known. */
export function fullName(traits: readonly KnownTrait[]): string | undefined {
  const parts = [chooseTrait(traits, 'given_name'), chooseTrait(traits, 'family_name')].filter(
    (part) => part !== undefined,
  );
  return parts.length > 0 ? parts.join(' ') : undefined;
}
