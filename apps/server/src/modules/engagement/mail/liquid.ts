import { type Context, Liquid, type Template } from 'liquidjs';
import type { Language } from '../../../kernel/context.ts';
import type { Money } from '../../../kernel/money.ts';
import { formatDay, formatMoment, formatMoney, formatRate, formatWeek, type WeeklyHours } from './format.ts';

/**
 * Two engines: copy becomes plain words, which a layout then escapes. Escaping happens in one place, where HTML is made.
 * A variable that is missing is an error and never an empty spot in a customer's mail.
 */
const strict = { strictVariables: true, strictFilters: true, ownPropertyOnly: true } as const;
const wordsEngine = new Liquid(strict);
const htmlEngine = new Liquid({ ...strict, outputEscape: 'escape' });

/** Renders a copy or a layout. They are the program's own, so what they parse to is kept for good. */
function keeping(engine: Liquid) {
  const parsed = new Map<string, Template[]>();
  return (text: string, scope: object, globals: object = {}): string => {
    let template = parsed.get(text);
    if (!template) {
      template = engine.parse(text);
      parsed.set(text, template);
    }
    return engine.renderSync(template, scope, { globals });
  };
}
export const renderWords = keeping(wordsEngine);
export const renderHtml = keeping(htmlEngine);

const languageOf = (context: Context) => context.getSync(['language']) as Language;
const zoneOf = (context: Context) => context.getSync(['zone']) as string;

wordsEngine.registerFilter('money', function (value: Money) {
  return formatMoney(value, languageOf(this.context));
});
wordsEngine.registerFilter('moment', function (value: string) {
  return formatMoment(value, languageOf(this.context), zoneOf(this.context));
});
wordsEngine.registerFilter('day', function (value: string) {
  return formatDay(value, languageOf(this.context), zoneOf(this.context));
});
wordsEngine.registerFilter('week', function (value: WeeklyHours) {
  return formatWeek(value, languageOf(this.context));
});
wordsEngine.registerFilter('rate', function (value: number) {
  return formatRate(value, languageOf(this.context));
});
