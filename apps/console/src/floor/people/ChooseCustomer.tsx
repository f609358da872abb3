import { useWords } from '../../shared/language.tsx';
import { Sheet } from '../parts/index.tsx';
import { type Chosen, FindPerson } from './FindPerson.tsx';
import { peopleWords } from './words.ts';

export type { Chosen };

/** Finds a customer by what they say, or makes one from it, on top of what is being done. */
export function ChooseCustomer({ onClose, onChoose }: { onClose(): void; onChoose(customer: Chosen): void }) {
  const t = useWords(peopleWords);
  return (
    <Sheet title={t('title')} onClose={onClose}>
      <FindPerson onChoose={onChoose} />
    </Sheet>
  );
}
