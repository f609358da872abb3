import type { Language } from '../../../kernel/context.ts';
import type { Block, Fact, MailTemplate } from './blocks.ts';
import type { Copy, MailData, TemplateName } from './data.ts';
import { htmlLayout, textLayout } from './layout.ts';
import { renderHtml, renderWords } from './liquid.ts';
import { templates } from './templates/index.ts';

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
  /** Pictures the HTML names by `cid:`; each says a text as a QR code. Drawn when the mail is sent. */
  pictures: { cid: string; qr: string }[];
}

/** What stands around every mail. */
export interface MailFrame {
  shopName: string;
  purpose: 'service' | 'marketing';
  /** Where its reader chooses what comes to this address; without one the mail has no such link (pictures of mails). */
  preferencesUrl: string | null;
}

const marketingFooters: Copy = {
  en: 'You get this message because you agreed to news by e-mail.',
  pl: 'Wysyłamy tę wiadomość na podstawie udzielonej zgody na nowości e-mailem.',
  ru: 'Вы получили это письмо, потому что согласились на новости по почте.',
};

const preferenceWords: Copy = {
  en: 'Choose what we may send you',
  pl: 'Wybierz, co możemy Ci przesyłać',
  ru: 'Выбрать, что мы можем присылать',
};

const footers: Copy = {
  en: 'You get this message because of something you asked for. It is not advertising.',
  pl: 'Otrzymujesz tę wiadomość w związku z własną prośbą. To nie jest reklama.',
  ru: 'Вы получили это письмо в ответ на ваше действие. Это не реклама.',
};

/** What the layouts draw; every text is plain words. */
type Drawn =
  | { kind: 'heading' | 'text' | 'small'; text: string }
  | { kind: 'quote'; text: string; quoted: string }
  | { kind: 'facts'; rows: { label: string; value: string; inline: string }[] }
  | { kind: 'rows'; rows: { title: string; details: string[]; amount: string | null; url: string | null }[] }
  | { kind: 'code'; code: string; cid: string | null; alt: string | null }
  | { kind: 'button'; text: string; url: string };

/**
 * Makes a mail from its template: HTML and text say the same, because both come from the same blocks.
 * Throws when a variable is missing or a link is not http(s).
 */
export function renderMail<T extends TemplateName>(
  name: T,
  language: Language,
  data: MailData[T],
  frame: MailFrame,
): RenderedMail {
  const template = templates[name] as MailTemplate<MailData[T]>;
  const zone = 'zone' in data ? data.zone : undefined;
  const say = (copy: Copy | string): string =>
    renderWords(typeof copy === 'string' ? copy : copy[language], data, { language, zone });
  const pictures: RenderedMail['pictures'] = [];

  const draw = (block: Block<MailData[T]>): Drawn => {
    switch (block.kind) {
      case 'heading':
      case 'text':
      case 'small':
        return { kind: block.kind, text: say(block.copy) };
      case 'quote': {
        const text = say(block.copy);
        return { kind: 'quote', text, quoted: text.replace(/^/gm, '> ') };
      }
      case 'facts':
        return { kind: 'facts', rows: factRows(block.rows, data, language, say) };
      case 'rows':
        return {
          kind: 'rows',
          rows: block.rows(data, language).map((row) => ({ ...row, url: row.url ? webLink(row.url) : null })),
        };
      case 'code': {
        const cid = block.qr ? `code${pictures.length + 1}@throughline` : null;
        if (cid && block.qr) pictures.push({ cid, qr: block.qr(data) });
        return { kind: 'code', code: block.code(data), cid, alt: block.alt?.[language] ?? null };
      }
      case 'button':
        return { kind: 'button', text: say(block.copy), url: webLink(block.url(data)) };
    }
  };

  const scope = {
    language,
    shopName: frame.shopName,
    subject: oneLine(say(template.subject)),
    preview: say(template.preview),
    footer: (frame.purpose === 'marketing' ? marketingFooters : footers)[language],
    preferencesText: preferenceWords[language],
    preferencesUrl: frame.preferencesUrl && webLink(frame.preferencesUrl),
    blocks: template.blocks.filter((block) => block.when?.(data) ?? true).map(draw),
  };
  return {
    subject: scope.subject,
    html: renderHtml(htmlLayout, scope),
    text: renderWords(textLayout, scope),
    pictures,
  };
}

function factRows<D>(rows: Fact<D>[], data: D, language: Language, say: (copy: Copy | string) => string) {
  return rows
    .filter((row) => row.when?.(data) ?? true)
    .map((row) => {
      const value = say(row.value);
      return { label: row.label[language], value, inline: value.replaceAll('\n', ', ') };
    });
}

/** A subject is a header: a line break in a product's title must not start another one. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}

function webLink(url: string): string {
  if (!/^https?:\/\//i.test(url)) throw new Error('a link in a mail must be http or https');
  return url;
}
