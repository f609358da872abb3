/**
 * Words that mean the same thing, in three languages, separated by commas. Write each word once, in its dictionary
 * form: the stemmers find the other cases, numbers and genders. A phrase of several words is allowed.
 *
 * `broader` names concepts that this one is a kind of: a text that says "corner sofa" also answers to "sofa".
 */
export type ConceptGroup = {
  readonly concept: string;
  readonly en: string;
  readonly pl: string;
  readonly ru: string;
  readonly broader: readonly string[];
};

export function group(concept: string, en: string, pl: string, ru: string, ...broader: string[]): ConceptGroup {
  return { concept, en, pl, ru, broader };
}
