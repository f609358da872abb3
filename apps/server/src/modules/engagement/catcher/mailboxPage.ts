import { renderHtml } from '../mail/liquid.ts';
import type { CaughtText } from './caughtTexts.ts';
import type { CaughtMail } from './readCaughtMail.ts';

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Mailbox{% if mail %} · {{ mail.subject }}{% endif %}</title>
<style>
*{box-sizing:border-box}body{margin:0;background:#FBFAF7;color:#1B1F1C;font:14px/20px Inter,system-ui,sans-serif}
header{padding:16px 20px;border-bottom:1px solid #E6E3DC;background:#fff;display:flex;gap:16px;align-items:baseline;flex-wrap:wrap}
h1{margin:0;font:20px/28px Lora,Georgia,serif;color:#0F5D4A}header p{margin:0;color:#5C655F}
form{margin-left:auto}input{font:inherit;padding:6px 10px;border:1px solid #E6E3DC;border-radius:6px;min-width:260px}
main{display:grid;grid-template-columns:minmax(260px,340px) 1fr;min-height:calc(100vh - 62px)}
nav{border-right:1px solid #E6E3DC;background:#fff}nav a{display:block;padding:12px 20px;border-bottom:1px solid #E6E3DC;color:inherit;text-decoration:none}
nav a:hover{background:#FBFAF7}nav a[aria-current]{background:#FBFAF7;box-shadow:inset 3px 0 #0F5D4A}
a:focus-visible,input:focus-visible{outline:2px solid #0F5D4A;outline-offset:-2px}
small{color:#5C655F;display:block}article{padding:20px;min-width:0}article h2{margin:0 0 4px;font:26px/34px Lora,Georgia,serif}
dl{margin:0 0 16px;color:#5C655F;display:grid;grid-template-columns:max-content 1fr;gap:2px 12px}dd{margin:0;overflow-wrap:anywhere}
iframe{width:100%;height:70vh;border:1px solid #E6E3DC;border-radius:8px;background:#fff}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#fff;border:1px solid #E6E3DC;border-radius:8px;padding:16px}
.empty{padding:40px 20px;color:#5C655F}@media(max-width:760px){main{grid-template-columns:1fr}nav{border-right:0}}
</style></head><body>
<header><h1>Mailbox</h1><p>Development only: mails written here leave this machine for nowhere.</p>
<form action="/mailbox" method="get" role="search"><input type="search" name="to" value="{{ to }}" placeholder="Only mails to this address" aria-label="Only mails to this address"></form></header>
<main><nav aria-label="Mails">{% for item in mails %}<a href="/mailbox?id={{ item.id }}{% if to != '' %}&amp;to={{ to | url_encode }}{% endif %}"{% if mail and mail.id == item.id %} aria-current="true"{% endif %}><strong>{{ item.subject }}</strong><small>{{ item.to | join: ', ' }}</small><small>{{ item.when }}{% if item.copies > 1 %} · arrived {{ item.copies }} times{% endif %}</small></a>{% else %}<p class="empty">No mails yet. Ask for a sign-in code or hold something in the shop: the mail appears here.</p>{% endfor %}</nav>
<article>{% if mail %}<h2>{{ mail.subject }}</h2>
<dl><dt>From</dt><dd>{{ mail.headers.from }}</dd><dt>To</dt><dd>{{ mail.to | join: ', ' }}</dd>{% if mail.replyTo != '' %}<dt>Reply-To</dt><dd>{{ mail.replyTo }}</dd>{% endif %}<dt>Date</dt><dd>{{ mail.when }}</dd><dt>Message-ID</dt><dd>{{ mail.messageId }}</dd></dl>
{% if mail.hasHtml %}<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mailbox/{{ mail.id }}/html"></iframe>{% endif %}
<h3>As plain text</h3><pre>{{ mail.text }}</pre>{% else %}<p class="empty">Choose a mail on the left.</p>{% endif %}{% if texts.size > 0 %}<h3>Text messages</h3><dl>{% for text in texts %}<dt>{{ text.to }}<br>{{ text.when }}</dt><dd>{{ text.body }}</dd>{% endfor %}</dl>{% endif %}</article></main></body></html>`;

/** The mailbox as a page: list, and one mail if chosen. */
export function mailboxPage(shown: {
  mails: readonly CaughtMail[];
  chosen: CaughtMail | undefined;
  to: string | undefined;
  texts: readonly CaughtText[];
}): string {
  const { mails, chosen, to, texts } = shown;
  return renderHtml(page, {
    to: to ?? '',
    texts: texts.map((text) => ({ ...text, when: readable(text.caughtAt) })),
    mails: mails.map((mail) => ({
      id: mail.id,
      subject: mail.subject,
      to: mail.to,
      copies: mail.copies,
      when: readable(mail.caughtAt),
    })),
    mail: chosen
      ? {
          id: chosen.id,
          subject: chosen.subject,
          to: chosen.to,
          headers: { from: chosen.headers.from ?? chosen.from },
          replyTo: chosen.headers['reply-to'] ?? '',
          messageId: chosen.messageId,
          when: readable(chosen.caughtAt),
          hasHtml: chosen.html !== null,
          text: chosen.text ?? '',
        }
      : null,
  });
}

/** The mail's own HTML with its attached pictures put in place; links open outside the frame. */
export function mailFrame(mail: CaughtMail): string {
  const html = (mail.html ?? '').replace(/cid:([^"'\s)>]+)/g, (whole, cid: string) => {
    const picture = mail.attachments.find(
      (attachment) => attachment.cid === cid && attachment.type.startsWith('image/'),
    );
    return picture ? `data:${picture.type};base64,${picture.base64}` : whole;
  });
  return html.includes('<head>')
    ? html.replace('<head>', '<head><base target="_blank">')
    : `<base target="_blank">${html}`;
}

/** Nothing in a mail may run, load or send: only its inline styles and the pictures put in place. */
export const framePolicy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'";

function readable(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}
