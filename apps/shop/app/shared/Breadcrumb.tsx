import { Link } from 'react-router';
import { words } from './breadcrumbWords.ts';
import { useWords } from './language.ts';

export interface Step {
  name: string;
  href: string;
}

/** Where this page stands, from home on. */
export function Breadcrumb({ steps }: { steps: readonly Step[] }) {
  const say = useWords(words);
  return (
    <nav aria-label={say('here')}>
      <ol className="breadcrumb">
        {steps.map((step) => (
          <li key={step.href}>
            <Link to={step.href}>{step.name}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
