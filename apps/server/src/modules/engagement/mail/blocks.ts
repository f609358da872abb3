import type { Language } from '../../../kernel/context.ts';
import type { Copy, MailData, TemplateName } from './data.ts';

/** A row of label and value; `value` is a Liquid text, the same in all languages. */
export interface Fact<D> {
  label: Copy;
  value: string | Copy;
  when?: (data: D) => boolean;
}

/** A line of a list of goods, ready to be read. */
export interface Row {
  title: string;
  details: string[];
  amount: string | null;
  url: string | null;
}

type Content<D> =
  | { kind: 'heading' | 'text' | 'small'; copy: Copy }
  /** Someone's own words, with their line breaks. */
  | { kind: 'quote'; copy: Copy }
  | { kind: 'facts'; rows: Fact<D>[] }
  | { kind: 'rows'; rows: (data: D, language: Language) => Row[] }
  /** A code to say or show; `qr` is what the picture under it says. */
  | { kind: 'code'; code: (data: D) => string; qr?: (data: D) => string; alt?: Copy }
  | { kind: 'button'; copy: Copy; url: (data: D) => string };

export type Block<D> = Content<D> & { when?: (data: D) => boolean };

/** A mail told once, as blocks, from which both its HTML and its text are made; copy is Liquid over the data. */
export interface MailTemplate<D> {
  subject: Copy;
  /** The line that inboxes show after the subject. */
  preview: Copy;
  /** Holds a secret that must not stay readable once it was sent. */
  secret?: true;
  blocks: Block<D>[];
}

export type Templates = { [T in TemplateName]: MailTemplate<MailData[T]> };
