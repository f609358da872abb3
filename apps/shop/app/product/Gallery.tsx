import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../shared/language.ts';
import styles from './Gallery.module.css';
import type { ProductView } from './shapeProduct.ts';
import { words } from './words.ts';

/**
 * All pictures side by side in a strip that is swiped, scrolled with the arrow keys, or sent to a picture by its small
 * one below. Links and a scrolling box: it works before and without scripts.
 */
export function Gallery({ pictures }: { pictures: ProductView['pictures'] }) {
  const say = useWords(words);
  const strip = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const first = pictures[0]?.url;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other pictures begin at the first one
  useEffect(() => {
    strip.current?.scrollTo({ left: 0 });
    setCurrent(0);
  }, [first]);

  const show = (event: MouseEvent, index: number) => {
    const box = strip.current;
    if (!box) return;
    event.preventDefault();
    box.scrollTo({ left: index * box.clientWidth });
  };
  return (
    <section aria-label={say('pictures')} className={styles.gallery}>
      {/* biome-ignore lint/a11y/useSemanticElements: pictures are no fields */}
      <div
        ref={strip}
        className={styles.strip}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        tabIndex={0}
        role="group"
        aria-label={say('picture', { n: current + 1, of: pictures.length })}
        onScroll={(event) => {
          const box = event.currentTarget;
          setCurrent(Math.round(box.scrollLeft / Math.max(box.clientWidth, 1)));
        }}
      >
        {pictures.map((picture, index) => (
          <img
            key={picture.url}
            id={`picture-${index + 1}`}
            src={picture.url}
            alt={picture.alt}
            width={picture.width ?? 800}
            height={picture.height ?? 600}
            fetchPriority={index === 0 ? 'high' : 'auto'}
            loading={index === 0 ? 'eager' : 'lazy'}
            className={`picture ${styles.picture}`}
          />
        ))}
      </div>
      {pictures.length > 1 && (
        <ul className={`plain-list ${styles.small}`}>
          {pictures.map((picture, index) => (
            <li key={picture.url}>
              <a
                href={`#picture-${index + 1}`}
                aria-label={picture.alt}
                aria-current={index === current ? 'true' : undefined}
                onClick={(event) => show(event, index)}
              >
                <img src={picture.url} alt="" width={88} height={66} className="picture" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
