/** How calls end, in the words of phone systems. */
const outcomes = {
  answered: 'answered',
  completed: 'answered',
  missed: 'missed',
  'no-answer': 'missed',
  'no answer': 'missed',
  unanswered: 'missed',
  abandoned: 'missed',
  busy: 'busy',
  voicemail: 'voicemail',
} as const;

/** How a call ended, where it was said in a word that is known. */
export function outcomeOf(said: unknown): 'answered' | 'missed' | 'busy' | 'voicemail' | undefined {
  const word = typeof said === 'string' ? said.trim().toLowerCase() : '';
  return Object.entries(outcomes).find(([known]) => known === word)?.[1];
}
