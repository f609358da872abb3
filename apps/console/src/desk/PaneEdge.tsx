import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import classes from './desk.module.css';

interface Widths {
  list: number;
  customer: number;
}

const key = 'deskWidths';
const usual: Widths = { list: 308, customer: 376 };
const [least, most] = [240, 560];

function readWidths(): Widths {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Widths>) };
  } catch {
    return usual;
  }
}

/** How wide the panes are on this device. */
export function usePaneWidths(): [Widths, (change: Partial<Widths>) => void] {
  const [widths, setWidths] = useState(readWidths);
  return [
    widths,
    (change) => {
      const next = { ...widths, ...change };
      localStorage.setItem(key, JSON.stringify(next));
      setWidths(next);
    },
  ];
}

/** The edge of a pane: dragged, or moved by the arrow keys. */
export function PaneEdge(props: {
  label: string;
  value: number;
  onChange: (width: number) => void;
  side: 'start' | 'end';
}) {
  const { label, value, onChange, side } = props;
  const sign = side === 'end' ? 1 : -1;
  const set = (width: number) => onChange(Math.round(Math.min(most, Math.max(least, width))));
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const { currentTarget, pointerId, clientX } = event;
    currentTarget.setPointerCapture(pointerId);
    const move = (moved: globalThis.PointerEvent) => set(value + sign * (moved.clientX - clientX));
    currentTarget.addEventListener('pointermove', move);
    currentTarget.addEventListener('lostpointercapture', () => currentTarget.removeEventListener('pointermove', move), {
      once: true,
    });
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(value + sign * step);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved; this is the separator widget of ARIA.
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={least}
      aria-valuemax={most}
      className={classes.edge}
      data-side={side}
      onPointerDown={drag}
      onKeyDown={press}
    />
  );
}
