/**
 * The languages that people can read: a folder and a line each. A folder may spread the words of another language and say
 * some texts itself. Commands are typed in English in every language: they are names, which the help shows.
 */
export { en } from './en/index.ts';
