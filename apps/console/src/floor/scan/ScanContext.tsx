import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { cleanScan, createKeyReader } from './readKeys.ts';
import { play } from './sounds.ts';

/** good: understood and done. unknown: nobody knows the code. wrong: known, but not for what is being done. */
export type Tone = 'good' | 'unknown' | 'wrong';
export interface Answer {
  tone: Tone;
  /** One word or two, read from an arm's length. */
  word: string;
  detail?: string | undefined;
}
/** undefined: not mine, ask the screen below. */
export type ScanHandler = (text: string) => Promise<Answer | undefined> | Answer | undefined;

interface Scanner {
  /** As if the scanner had read it: the camera, and what is typed and sent. */
  scan(text: string): void;
  tell(answer: Answer): void;
  /** `last`: asked when no screen claimed it. A frame's effects run after those of the screens in it, so it says so. */
  register(handler: ScanHandler, order?: 'last'): () => void;
  registerKeys(keys: Record<string, () => void>): () => void;
}

const ScannerContext = createContext<Scanner | undefined>(undefined);
export interface Shown extends Answer {
  id: number;
  waiting: number;
}
const ShownContext = createContext<Shown | undefined>(undefined);

/** A lone letter waits this long: a scan's first letter must not be taken for a shortcut. */
const loneKeyMs = 90;
const shownMs = 2_200;

const isTextField = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !/^(button|submit|checkbox|radio|range|file)$/.test(element.type));

interface Snapshot {
  field: HTMLInputElement | HTMLTextAreaElement;
  value: string;
}

/** What the scanner typed into a field before it was known to be one is taken out again. */
function restore({ field, value }: Snapshot): void {
  const proto = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Listens to the scanner on every screen, whatever has the focus. Scans wait in a queue and none is lost. */
export function ScanProvider({ children }: { children: ReactNode }) {
  const handlers = useRef<ScanHandler[]>([]);
  const keys = useRef<Record<string, () => void>[]>([]);
  const queue = useRef<string[]>([]);
  const working = useRef(false);
  const [shown, setShown] = useState<Shown>();
  const count = useRef(0);
  const hiding = useRef<ReturnType<typeof setTimeout>>(undefined);

  const tell = useCallback((answer: Answer) => {
    count.current += 1;
    play(answer.tone);
    setShown({ ...answer, id: count.current, waiting: queue.current.length });
    clearTimeout(hiding.current);
    hiding.current = setTimeout(() => setShown(undefined), answer.tone === 'good' ? shownMs : shownMs * 2);
  }, []);

  const work = useCallback(async () => {
    if (working.current) return;
    working.current = true;
    for (let text = queue.current.shift(); text !== undefined; text = queue.current.shift()) {
      for (const handler of [...handlers.current].reverse()) {
        const answer = await Promise.resolve(handler(text)).catch(
          (): Answer => ({ tone: 'unknown', word: text ?? '' }),
        );
        if (!answer) continue;
        tell(answer);
        break;
      }
    }
    working.current = false;
  }, [tell]);

  const scan = useCallback(
    (text: string) => {
      const clean = cleanScan(text);
      if (!clean) return;
      queue.current.push(clean);
      void work();
    },
    [work],
  );

  useEffect(() => {
    const reader = createKeyReader();
    let snapshot: Snapshot | undefined;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const heard = (text: string) => {
      if (snapshot) restore(snapshot);
      snapshot = undefined;
      scan(text);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
      const field = isTextField(document.activeElement) ? document.activeElement : undefined;
      const outcome = reader.press({ key: event.key, code: event.code, at: event.timeStamp, isFree: !field });
      if (outcome.kind === 'scan') {
        event.preventDefault();
        event.stopPropagation();
        clearTimeout(resting);
        heard(outcome.text);
        return;
      }
      if (outcome.kind === 'first') snapshot = field ? { field, value: field.value } : undefined;
      if (outcome.kind === 'none') return;
      clearTimeout(resting);
      const lone = outcome.kind === 'first' && !field ? event.key.toLowerCase() : undefined;
      resting = setTimeout(() => {
        const isLone = reader.length() === 1;
        const text = reader.rest(performance.now());
        if (text) heard(text);
        else if (lone && isLone && !document.querySelector('dialog[open]')) {
          for (const map of [...keys.current].reverse()) {
            const act = map[lone];
            if (!act) continue;
            act();
            break;
          }
        }
      }, loneKeyMs);
    };
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      clearTimeout(resting);
    };
  }, [scan]);

  const value = useMemo<Scanner>(
    () => ({
      scan,
      tell,
      register(handler, order) {
        if (order === 'last') handlers.current.unshift(handler);
        else handlers.current.push(handler);
        return () => {
          handlers.current = handlers.current.filter((one) => one !== handler);
        };
      },
      registerKeys(map) {
        keys.current.push(map);
        return () => {
          keys.current = keys.current.filter((one) => one !== map);
        };
      },
    }),
    [scan, tell],
  );
  return (
    <ScannerContext value={value}>
      <ShownContext value={shown}>{children}</ShownContext>
    </ScannerContext>
  );
}

export function useScanner(): Scanner {
  const scanner = useContext(ScannerContext);
  if (!scanner) throw new Error('the scanner is part of the Floor');
  return scanner;
}

export const useShownAnswer = (): Shown | undefined => useContext(ShownContext);

/** This screen hears scans first, as long as it is open. */
export function useScans(handler: ScanHandler, order?: 'last'): void {
  const scanner = useScanner();
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => scanner.register((text) => latest.current(text), order), [scanner, order]);
}

/** Single letters outside text fields, as long as this screen is open. */
export function useKeys(map: Record<string, () => void>): void {
  const scanner = useScanner();
  const latest = useRef(map);
  useEffect(() => {
    latest.current = map;
  });
  const names = Object.keys(map).join(' ');
  useEffect(
    () =>
      scanner.registerKeys(
        Object.fromEntries(names.split(' ').map((name) => [name, () => latest.current[name]?.()] as const)),
      ),
    [scanner, names],
  );
}
