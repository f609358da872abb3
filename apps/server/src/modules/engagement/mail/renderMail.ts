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
  shopName: string,
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
    shopName,
    subject: oneLine(say(template.subject)),
    preview: say(template.preview),
    footer: footers[language],
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
