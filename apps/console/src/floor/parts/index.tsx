import { IconPhotoOff, IconX } from '@tabler/icons-react';
import { type ButtonHTMLAttributes, type InputHTMLAttributes, type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '../../shared/language.tsx';
import classes from './parts.module.css';
import { partWords } from './words.ts';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: 'primary' | 'quiet' | 'danger' | 'plain';
  wide?: boolean;
  busy?: boolean;
}

/** One of these is the act of the screen (`primary`); it lies in the lower third and is wide enough for a glove. */
export function Button({ kind = 'plain', wide, busy, children, disabled, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes.button}
      data-kind={kind}
      data-wide={wide ?? false}
      disabled={disabled}
      aria-disabled={disabled || busy || undefined}
      aria-busy={busy}
      // Disabled, it would lose the focus while it works.
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy && <span className={classes.spinner} aria-hidden="true" />}
      {children}
    </button>
  );
}

export const buttonClass = classes.button;

export function IconButton({
  label,
  children,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { label: string; children: ReactNode }) {
  return (
    <button type="button" {...rest} className={classes.iconButton} aria-label={label} title={label}>
      {children}
    </button>
  );
}

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}

export function Field({ label, hint, error, ...rest }: FieldProps) {
  const id = useId();
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={classes.field}>
      <label className={classes.label} htmlFor={id}>
        {label}
      </label>
      <input
        autoComplete="off"
        {...rest}
        id={id}
        className={classes.input}
        aria-invalid={error ? true : undefined}
        aria-describedby={told || undefined}
      />
      {hint && (
        <span className={classes.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <p className={classes.error} id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** A sheet from below on a phone, a dialog elsewhere; the browser keeps the focus inside and gives it back. */
export function Sheet({ title, onClose, children }: { title: string; onClose(): void; children: ReactNode }) {
  const t = useWords(partWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.sheet}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={classes.sheetHead}>
        <h2 id={id}>{title}</h2>
        <IconButton label={t('close')} onClick={onClose}>
          <IconX size={24} aria-hidden="true" />
        </IconButton>
      </div>
      <div className={classes.sheetBody}>{children}</div>
    </dialog>
  );
}

export function Picture({ url, size }: { url: string | null; size?: 'large' }) {
  if (!url)
    return (
      <span
        className={classes.picture}
        data-size={size}
        style={{ display: 'grid', placeItems: 'center', color: '#5c655f' }}
      >
        <IconPhotoOff size={24} stroke={1.4} aria-hidden="true" />
      </span>
    );
  const side = size === 'large' ? 96 : 64;
  // The title stands beside it.
  return (
    <img className={classes.picture} data-size={size} src={url} alt="" width={side} height={side} loading="lazy" />
  );
}

export function Notice({
  tone,
  icon,
  children,
  role,
}: {
  tone: 'brass' | 'brick' | 'sky' | 'velvet';
  icon?: ReactNode;
  children: ReactNode;
  role?: 'alert' | 'status';
}) {
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      {icon}
      {children}
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <strong>{title}</strong>
      {children}
    </div>
  );
}

export function Skeletons({ count, height = 88 }: { count: number; height?: number }) {
  const t = useWords(partWords);
  return (
    <div role="status" aria-busy="true" aria-label={t('loading')}>
      {Array.from({ length: count }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same.
        <div key={place} className={classes.skeleton} style={{ '--height': `${height}px` } as React.CSSProperties} />
      ))}
    </div>
  );
}

export function Tag({
  tone,
  children,
}: {
  tone?: 'brass' | 'brick' | 'velvet' | 'sky' | undefined;
  children: ReactNode;
}) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}

/** One of a few, each as large as a thumb. */
export function Choices<T extends string>({
  legend,
  value,
  options,
  onChange,
}: {
  legend: string;
  value: T | undefined;
  options: readonly { value: T; label: string }[];
  onChange(value: T): void;
}) {
  const name = useId();
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.label} style={{ marginBottom: 4 }}>
        {legend}
      </legend>
      {options.map((option) => (
        <label key={option.value} className={classes.choice}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

export function Check({
  label,
  checked,
  onChange,
}: {
  label: ReactNode;
  checked: boolean;
  onChange(checked: boolean): void;
}) {
  return (
    <label className={classes.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

const pad = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Digits for thumbs and gloves; the keyboard's digits do the same where `onKey` is given to a field. */
export function Keypad({ onKey, extra }: { onKey(key: string): void; extra: { label: string; key: string } }) {
  const t = useWords(partWords);
  return (
    <div className={classes.keypad}>
      {[...pad, extra.key, '0', '⌫'].map((key) => (
        <button
          key={key}
          type="button"
          className={classes.key}
          aria-label={key === '⌫' ? t('delete') : key === extra.key ? extra.label : key}
          onClick={() => onKey(key)}
        >
          {key}
        </button>
      ))}
    </div>
  );
}

export function Hidden({ children }: { children: ReactNode }) {
  return <span className={classes.hidden}>{children}</span>;
}
