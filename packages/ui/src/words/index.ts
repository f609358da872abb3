export { languages, type Language, isLanguage } from './languages.ts';
export { createTranslator, defineWords, type Translator, type Words } from './translate.ts';
