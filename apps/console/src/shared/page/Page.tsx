import type { ReactNode } from 'react';
import classes from './page.module.css';

/** The top of a screen: where one is, how many, and its one primary act. */
export function PageHead({
  title,
  count,
  back,
  children,
}: {
  title: ReactNode;
  count?: number | null;
  back?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className={classes.head}>
      {back}
      <h1>
        {title}
        {count !== undefined && count !== null && (
          <span className={classes.count}>{count.toLocaleString('pl-PL')}</span>
        )}
      </h1>
      <div className={classes.acts}>{children}</div>
    </header>
  );
}

export type Tone = 'good' | 'waiting' | 'bad' | 'info' | 'plain';

/** A state in a word: a dot in its colour and the word; never the colour alone. */
export function State({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={classes.state} data-tone={tone}>
      {children}
    </span>
  );
}

/** A part of a page with its heading. */
export function Section({
  title,
  aside,
  children,
  id,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  id?: string;
}) {
  return (
    <section className={classes.section} id={id}>
      <div className={classes.sectionHead}>
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** Facts as pairs, words before figures. */
export function Facts({ items }: { items: readonly (readonly [string, ReactNode] | undefined)[] }) {
  return (
    <dl className={classes.facts}>
      {items.map((item) =>
        item ? (
          <div key={item[0]}>
            <dt>{item[0]}</dt>
            <dd>{item[1]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

export function Waiting({ label }: { label: string }) {
  return (
    <div className={classes.waiting} role="status" aria-label={label}>
      {[0, 1, 2, 3, 4].map((line) => (
        <span key={line} />
      ))}
    </div>
  );
}

/** Scrolls sideways where the screen is narrow, by keys too. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
    <section className={classes.wide} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
