import { ProblemError } from '@throughline/client';
import { useEffect, useRef, useState } from 'react';
import { unwrap, useApi } from '../../shared/api.ts';

const pauseMs = 700;

/**
 * What is being written, kept on the server while one writes and seen on every device. Where another device wrote
 * meanwhile, `other` is its text, and the person chooses.
 */
export function useDraft(threadId: string, kept: { text: string; version: number } | null | undefined) {
  const api = useApi();
  const [text, setText] = useState(kept?.text ?? '');
  const [other, setOther] = useState<string>();
  const [isKept, setKept] = useState(true);
  const state = useRef({
    text: kept?.text ?? '',
    version: kept?.version ?? 0,
    saved: kept?.text ?? '',
    isSaving: false,
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useRef(async (): Promise<void> => {});
  save.current = async () => {
    const own = state.current;
    if (own.isSaving || own.saved === own.text) return;
    own.isSaving = true;
    const wanted = own.text;
    try {
      const draft = await unwrap(
        api.PUT('/api/staff/threads/{id}/draft', {
          params: { path: { id: threadId } },
          body: { text: wanted, version: own.version },
          keepalive: true,
        }),
      );
      own.version = draft.version;
      own.saved = wanted;
      setKept(own.text === wanted);
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'version_conflict') {
        const there = error.problem.draft as { text: string; version: number } | undefined;
        own.version = there?.version ?? 0;
        own.saved = there?.text ?? '';
        // A message that went out forgot the draft: that is no other device.
        if (there?.text) setOther(there.text);
      }
    } finally {
      own.isSaving = false;
      if (own.saved !== own.text) later();
    }
  };
  const later = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save.current(), pauseMs);
  };
  useEffect(() => {
    const leave = () => {
      clearTimeout(timer.current);
      void save.current();
    };
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  const write = (next: string) => {
    state.current.text = next;
    setText(next);
    setKept(false);
    later();
  };
  return {
    text,
    isKept,
    other,
    write,
    /** The words are on their way: the field is empty, and what is kept goes with the message. */
    clear() {
      state.current.text = '';
      setText('');
      clearTimeout(timer.current);
    },
    takeOther() {
      if (other !== undefined) write(other);
      setOther(undefined);
    },
    keepOwn() {
      setOther(undefined);
      later();
    },
  };
}
