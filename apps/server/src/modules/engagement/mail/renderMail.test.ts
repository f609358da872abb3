import { describe, expect, it } from 'vitest';
import { languages } from '../../../kernel/context.ts';
import type { MailData, TemplateName } from './data.ts';
import { exampleData, templateNames } from './exampleData.ts';
import { renderMail } from './renderMail.ts';

const render = <T extends TemplateName>(
  name: T,
  language: (typeof languages)[number],
  data: MailData[T] = exampleData[name],
) =>
  renderMail(name, language, data, {
    shopName: 'Velora',
    purpose: 'service',
    preferencesUrl: 'https://shop.example/en/preferences?token=abc',
  });

const sofa = { title: 'Lund sofa', options: 'green', quantity: 1, price: null };

describe.each(languages)('mails in %s', (language) => {
  it.each(templateNames)('%s is complete: subject, HTML and text, no marks of a template left', (name) => {
    const mail = render(name, language);
    expect(mail.subject.length).toBeGreaterThan(5);
    for (const part of [mail.subject, mail.html, mail.text]) {
      expect(part).not.toMatch(/\{\{|\{%|undefined|null|NaN|Invalid Date|\[object/);
    }
    expect(mail.html).toContain(`<html lang="${language}">`);
  });

  it.each(templateNames)('%s stops when any one variable is missing, instead of sending a hole', (name) => {
    const data = exampleData[name] as object;
    const optional = ['product', 'deliveryMethod'];
    const holes = Object.keys(data)
      .filter((key) => !optional.includes(key))
      .filter((key) => {
        const { [key as keyof typeof data]: _removed, ...rest } = data;
        try {
          render(name, language, rest as MailData[typeof name]);
          return true;
        } catch {
          return false;
        }
      });
    expect(holes).toEqual([]);
  });
});

it('speaks each language in its own letters', () => {
  expect(render('hold_ready', 'pl').text).toMatch(/Towar czeka w sklepie/);
  expect(render('hold_ready', 'ru').text).toMatch(/Товар ждёт вас/);
  expect(render('hold_ready', 'en').text).not.toMatch(/[ąćęłńóśźż]{2}|[а-я]/i);
});

it('a script in a name, a title or an answer stays text', () => {
  const evil = '<script>alert("x")</script>';
  const hold = render('hold_confirmed', 'en', {
    ...exampleData.hold_confirmed,
    name: evil,
    goods: [{ ...sofa, title: evil }],
  });
  expect(hold.html).not.toContain('<script');
  expect(hold.html).toContain('&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;');
  expect(hold.text).toContain(evil);
  const answer = render('chat_answer', 'en', {
    ...exampleData.chat_answer,
    answer: `${evil}\nsecond line`,
    question: evil,
    agentName: evil,
  });
  expect(answer.html).not.toContain('<script');
  expect(answer.html).toContain('&lt;/script&gt;<br />');
});

it('Liquid in what a customer wrote is not run', () => {
  const mail = render('chat_answer', 'en', { ...exampleData.chat_answer, question: '{{ answer }}{% raw %}' });
  expect(mail.text).toContain('> {{ answer }}{% raw %}');
});

it('a line break in a title does not start another header', () => {
  const goods = [{ ...sofa, title: 'Sofa\r\nBcc: all@example.com' }];
  expect(render('hold_ready', 'en', { ...exampleData.hold_ready, goods }).subject).not.toMatch(/[\r\n]/);
});

it('a link that is no web link is refused', () => {
  expect(() => render('chat_answer', 'en', { ...exampleData.chat_answer, url: 'javascript:alert(1)' })).toThrow(/http/);
});

it('a hold shows what, where, until when in the zone of the store, the code, its picture and the price', () => {
  const mail = render('hold_confirmed', 'pl');
  for (const part of [mail.html, mail.text]) {
    expect(part).toContain('Lund sofa');
    expect(part).toContain('ul. Karmelicka 12, 31-128 Kraków');
    expect(part).toContain('sobota, 21 listopada, 20:00');
    expect(part).toContain('K7-42MX');
    expect(part.replace(/[\u00a0\u202f]/g, ' ')).toContain('3 869,00 zł');
    expect(part).toContain('pon.–sob. 10:00–20:00, niedz. nieczynne');
  }
  expect(mail.pictures).toEqual([{ cid: 'code1@throughline', qr: 'https://shop.example/h/abc' }]);
  expect(mail.html).toContain('src="cid:code1@throughline"');
});

it('the mail of a ready pick-up cannot be taken for the confirmation', () => {
  for (const language of languages) {
    const [ready, confirmed] = [render('pickup_ready', language).subject, render('order_confirmed', language).subject];
    expect(ready.split(' ')[0]).not.toBe(confirmed.split(' ')[0]);
    expect(ready).toContain('P1-88KD');
    expect(confirmed).toContain('V-100234');
  }
});

it('an order shows its lines, total with VAT, seller and the right to withdraw', () => {
  const text = render('order_confirmed', 'en').text.replace(/[\u00a0\u202f]/g, ' ');
  expect(text).toContain('2 × Oda lamp: 398.00 zł');
  expect(text).toContain('Total, VAT included: 4,267.00 zł');
  expect(text).toContain('VAT 23%: 797.89 zł (net 3,469.11 zł)');
  expect(text).toContain('Velora sp. z o.o.');
  expect(text).toContain('within 14 days');
});
