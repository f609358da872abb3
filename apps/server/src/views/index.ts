import type { Module } from '../kernel/module.ts';
import { productPageRoute } from './productPage.ts';

/** Reads that span modules, one file a question. */
export const viewsModule: Module = { name: 'views', routes: [productPageRoute] };
