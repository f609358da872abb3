import {
  IconBell,
  IconBellOff,
  IconCamera,
  IconChevronDown,
  IconDots,
  IconLock,
  IconSearch,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../../shared/language.tsx';
import { PersonMenu } from '../../shell/AreaRail.tsx';
import { areasOf } from '../../shell/areas.ts';
import { useLiveState } from '../../shell/live.ts';
import { useMe } from '../../shell/me.ts';
import { shellWords } from '../../shell/words.ts';
import { isStoreDevice } from '../device/isStoreDevice.ts';
import { useLock } from '../device/useLock.ts';
import { useKept, useLine } from '../outbox/useOutbox.ts';
import { buttonClass, Choices, IconButton, Sheet } from '../parts/index.tsx';
import { useScanner } from '../scan/ScanContext.tsx';
import { keepSoundSettings, readSoundSettings } from '../scan/sounds.ts';
import classes from './frame.module.css';
import { SoundSheet } from './SoundSheet.tsx';
import { type Store, useStore } from './useStore.ts';
import { frameWords } from './words.ts';

const Camera = lazy(() => import('../scan/Camera.tsx'));

export function Header({ store, news }: { store: Store; news: number }) {
  const t = useWords(frameWords);
  const me = useMe();
  const { others, choose } = useStore();
  const lock = useLock();
  const [open, setOpen] = useState<'store' | 'menu' | 'sounds' | 'camera'>();
  const [calls, setCalls] = useState(() => readSoundSettings().alerts);
  const close = () => setOpen(undefined);
  const toggleCalls = () => {
    keepSoundSettings({ ...readSoundSettings(), alerts: !calls });
    setCalls(!calls);
  };
  return (
    <header className={classes.header}>
      <div className={classes.where}>
        {others.length > 0 ? (
          <button type="button" className={classes.store} onClick={() => setOpen('store')} title={t('notMyStore')}>
            <strong>{store.name}</strong>
            <IconChevronDown size={18} aria-hidden="true" />
          </button>
        ) : (
          <span className={classes.store}>
            <strong>{store.name}</strong>
          </span>
        )}
        <span className={classes.who}>
          <span className={classes.name}>{me.name}</span>
          <LineSign />
        </span>
      </div>
      <SearchBox onCamera={() => setOpen('camera')} />
      <div className={classes.acts}>
        <Unsent />
        <IconButton label={calls ? t('mute') : t('unmute')} aria-pressed={calls} onClick={toggleCalls}>
          {calls ? <IconBell size={24} aria-hidden="true" /> : <IconBellOff size={24} aria-hidden="true" />}
          {news > 0 && <span className={classes.badge}>{news}</span>}
        </IconButton>
        {isStoreDevice() && (
          <IconButton label={t('lock')} onClick={() => void lock()}>
            <IconLock size={24} aria-hidden="true" />
          </IconButton>
        )}
        <IconButton label={t('menu')} onClick={() => setOpen('menu')}>
          <IconDots size={24} aria-hidden="true" />
        </IconButton>
      </div>
      {open === 'store' && (
        <Sheet title={t('chooseStore')} onClose={close}>
          <Choices
            legend={t('notMyStore')}
            value={store.id}
            options={[store, ...others].map((one) => ({ value: one.id, label: one.name }))}
            onChange={(id) => {
              choose(id);
              close();
            }}
          />
        </Sheet>
      )}
      {open === 'menu' && <MenuSheet onClose={close} onSounds={() => setOpen('sounds')} />}
      {open === 'sounds' && <SoundSheet onClose={close} />}
      {open === 'camera' && (
        <Suspense>
          <Camera onClose={close} />
        </Suspense>
      )}
    </header>
  );
}

/** Two lights in one sign: the device's network, and our server. */
function LineSign() {
  const t = useWords(frameWords);
  const line = useLine();
  const live = useLiveState();
  const state = !line.network ? 'noNetwork' : !line.server ? 'noServer' : live === 'open' ? 'online' : 'connecting';
  return (
    <span className={classes.line} data-state={state} role="status">
      {t(state)}
    </span>
  );
}

function Unsent() {
  const t = useWords(frameWords);
  const kept = useKept();
  const waiting = kept.filter((entry) => entry.state === 'waiting').length;
  const refused = kept.filter((entry) => entry.state === 'refused').length;
  if (waiting + refused === 0) return null;
  return (
    <Link to="/floor/unsent" className={classes.unsent} data-tone={refused > 0 ? 'brick' : 'brass'}>
      {refused > 0 ? t('refused', { n: refused }) : t('unsent', { n: waiting })}
    </Link>
  );
}

function SearchBox({ onCamera }: { onCamera(): void }) {
  const t = useWords(frameWords);
  const scanner = useScanner();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  return (
    <search className={classes.search}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const query = text.trim();
          if (!query) return;
          // What looks like a code is one, also a code of letters only; words are looked for.
          const isCode = /^[0-9A-Z]{2}-[0-9A-Z]{4}$/i.test(query) || (/\d/.test(query) && !/\s/.test(query));
          if (isCode) scanner.scan(query);
          else void navigate({ to: '/floor/find', search: { q: query } });
          setText('');
          (document.activeElement as HTMLElement | null)?.blur();
        }}
      >
        <IconSearch size={22} stroke={1.8} aria-hidden="true" />
        <input
          type="search"
          data-floor-search
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
          placeholder={t('search')}
          aria-label={t('search')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="search"
        />
      </form>
      <IconButton label={t('camera')} onClick={onCamera}>
        <IconCamera size={26} stroke={1.6} aria-hidden="true" />
      </IconButton>
    </search>
  );
}

function MenuSheet({ onClose, onSounds }: { onClose(): void; onSounds(): void }) {
  const t = useWords(frameWords);
  const shell = useWords(shellWords);
  const me = useMe();
  return (
    <Sheet title={me.name} onClose={onClose}>
      <div className={classes.menu}>
        <Link to="/floor/day" className={buttonClass} onClick={onClose}>
          {t('day')}
        </Link>
        <Link to="/floor/device" className={buttonClass} onClick={onClose}>
          {t('device')}
        </Link>
        <button type="button" className={buttonClass} onClick={onSounds}>
          {t('sounds')}
        </button>
        {areasOf(me.role)
          .filter((area) => area.id !== 'floor')
          .map((area) => (
            <Link key={area.id} to={area.home} className={buttonClass} onClick={onClose}>
              {shell(area.word)}
            </Link>
          ))}
      </div>
      <div className={classes.menuPerson}>
        <span>
          {shell('account')}: {shell(me.role)}
        </span>
        <PersonMenu />
      </div>
      <p className={classes.keys}>
        <strong>{t('keys')}.</strong> {t('keysText')}
      </p>
    </Sheet>
  );
}
