import { type ReactNode, useEffect, useState } from 'react';

let started = false;

/** Called once, when the server's page has come to life: what is drawn from then on has nothing of the server's to keep. */
export function useStarted(): void {
  useEffect(() => {
    started = true;
  }, []);
}

/**
 * Leaves what the server drew as it stands, without loading its script, until `awake`: for what is far down, or hidden
 * on a phone, and only says something. `children` are then drawn as usual; put what they need behind `lazy`.
 *
 * @param id of the element, one a page
 */
export function Still({
  id,
  awake,
  className,
  children,
}: {
  id: string;
  awake: boolean;
  className?: string | undefined;
  children: ReactNode;
}) {
  const [drawn] = useState(() =>
    typeof document === 'undefined' || started ? undefined : document.getElementById(id)?.innerHTML,
  );
  // Awake for good: the state of what was drawn must not be lost.
  const [isAwake, setAwake] = useState(awake || drawn === undefined);
  if (awake && !isAwake) setAwake(true);
  if (isAwake || awake)
    return (
      <div id={id} className={className}>
        {children}
      </div>
    );
  return (
    <div
      id={id}
      className={className}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: it is the server's own page, unchanged
      dangerouslySetInnerHTML={{ __html: drawn ?? '' }}
    />
  );
}
