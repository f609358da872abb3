import styles from './ShownCode.module.css';

/** What is shown in the store: the QR to scan, and the code to read out where that fails. */
export function ShownCode({ src, alt, label, code }: { src: string; alt: string; label: string; code: string }) {
  return (
    <figure className={code.length > 7 ? `${styles.code} ${styles.long}` : styles.code}>
      <img src={src} alt={alt} width={220} height={220} />
      <figcaption>
        <span>{label}</span>
        <strong>{code}</strong>
      </figcaption>
    </figure>
  );
}
