import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../shared/language.tsx';
import { FindPerson } from './FindPerson.tsx';
import classes from './people.module.css';
import { peopleWords } from './words.ts';

/** Who is in front of me: found or made in one field, and their page from there. */
export function People() {
  const t = useWords(peopleWords);
  const navigate = useNavigate();
  return (
    <section className={classes.page}>
      <h1 className={classes.title}>{t('people')}</h1>
      <p className={classes.none}>{t('peopleHint')}</p>
      <FindPerson autoFocus onChoose={(person) => void navigate({ to: '/customers/$id', params: { id: person.id } })} />
    </section>
  );
}
