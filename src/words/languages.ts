/** The languages that people can read: a folder and a line each. A folder may spread the words of another language and say some itself. */
export { en } from './en/index.ts';
