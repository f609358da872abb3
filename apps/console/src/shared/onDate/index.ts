export { AskForDay, sayDelivered, useDayFacts } from './OnDate.tsx';
export { onDateWords } from './words.ts';
