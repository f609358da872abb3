export { isLanguage, type Language, languages } from './languages.ts';
export { createTranslator, defineWords, type Translator, type Words } from './translate.ts';
