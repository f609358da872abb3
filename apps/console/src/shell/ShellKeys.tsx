import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useWords } from '../shared/language.tsx';
import { areasOf } from './areas.ts';
import { type Act, useActs } from './keys/acts.ts';
import { useKeys } from './keys/useKeys.ts';
import { keysWords } from './keys/words.ts';
import { useMe } from './me.ts';
import { shellWords } from './words.ts';

const Palette = lazy(() => import('./palette/Palette.tsx').then(({ Palette: component }) => ({ default: component })));
const KeysHelp = lazy(() => import('./keys/KeysHelp.tsx').then(({ KeysHelp: component }) => ({ default: component })));

/** Keys, palette and the list of keys, for all areas. What is not asked for is not loaded. */
export function ShellKeys() {
  const t = useWords(keysWords);
  const shell = useWords(shellWords);
  const me = useMe();
  const navigate = useNavigate();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isPaletteWanted, setPaletteWanted] = useState(false);
  const acts: Act[] = areasOf(me.role).map((area) => ({
    id: `go-${area.id}`,
    label: t('goTo', { name: shell(area.word) }),
    group: t('group'),
    key: `g ${area.id[0] ?? ''}`,
    run: () => void navigate({ to: area.home }),
  }));
  useActs([...acts, { id: 'keys', label: t('help'), group: t('everywhere'), key: '?', run: () => setHelpOpen(true) }]);
  useKeys();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.code !== 'KeyK') return;
      event.preventDefault();
      setPaletteWanted(true);
      void import('./palette/store.ts').then(({ palette }) => palette.toggle());
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <Suspense fallback={null}>
      {isPaletteWanted && <Palette />}
      {isHelpOpen && <KeysHelp onClose={() => setHelpOpen(false)} />}
    </Suspense>
  );
}
