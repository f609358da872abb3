import { useState } from 'react';
import { useWords } from '../../shared/language.tsx';
import { PageHead } from '../../shared/page/index.ts';
import office from '../office.module.css';
import { Consents } from './Consents.tsx';
import { Looks } from './Looks.tsx';
import classes from './privacy.module.css';
import { Requests } from './Requests.tsx';
import { Sealed } from './Sealed.tsx';
import { Suppressed } from './Suppressed.tsx';
import { privacyWords } from './words.ts';

const views = ['requests', 'consents', 'sealed', 'looks', 'suppressed'] as const;

/** What customers are owed: answers, their choices, and to know who looked. */
export function PrivacyPage() {
  const t = useWords(privacyWords);
  const [view, setView] = useState<(typeof views)[number]>('requests');
  return (
    <>
      <PageHead title={t('title')} />
      <fieldset className={classes.views} aria-label={t('views')}>
        {views.map((one) => (
          <button key={one} type="button" aria-pressed={one === view} onClick={() => setView(one)}>
            {t(one)}
          </button>
        ))}
      </fieldset>
      <div className={`${office.document} ${office.narrowDocument}`}>
        {view === 'requests' && <Requests />}
        {view === 'consents' && <Consents />}
        {view === 'sealed' && <Sealed />}
        {view === 'looks' && <Looks />}
        {view === 'suppressed' && <Suppressed />}
      </div>
    </>
  );
}
