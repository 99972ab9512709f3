/**
 * A person at the Playground's page, in a real browser. Everything waits for a condition, nothing for a time; what is
 * looked for is looked for by role and label where the page has them.
 *
 * What the page is like (0.2.28): the conversation lives in it (a reload empties it); a card is 446 px wide; after every
 * press that was answered a strip appears below the card; a press that the card itself refuses (a required field is
 * empty) sends nothing.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { remember } from '../support/log/leak-check.ts';
import type { InvokeAnswer } from './people.ts';

// Narrower, and the channels lie outside the page; lower, and buttons do.
export const viewport = { width: 1400, height: 1000 };
const cardSelector = '.ac-adaptiveCard';
const composerSelector = '[data-lexical-editor=true]';

/** How wide a card is on a phone that is 360 px wide. */
export const phoneWidth = 320;

export interface SayOptions {
  /** Mention the bot first. In a chat with others and in a channel it hears nothing else. */
  readonly mention?: boolean;
}

/** A card, or whatever holds cards: what is asked for is looked for in the last card there. */
export interface Form {
  /** The card itself; for assertions. */
  readonly card: Locator;
  fill(label: string, text: string): Promise<void>;
  /** From a drop-down or from radio buttons. */
  choose(label: string, option: string): Promise<void>;
  /** A toggle by its title, or one box of a multiple choice. */
  toggle(label: string, on?: boolean): Promise<void>;
  /** A date as 2026-11-22. */
  setDate(label: string, date: string): Promise<void>;
  /** A time as 14:05. */
  setTime(label: string, time: string): Promise<void>;
  /**
   * Presses, waits until the page shows what the bot answered, and returns the answer. The strip with the answer's
   * sentence is closed again, unless it is to be kept (for a screenshot): the next press closes it.
   */
  press(title: string, options?: { keepMessage?: boolean }): Promise<InvokeAnswer>;
  /** Presses and waits for the card's own objection, which is shown beside a field; nothing is sent. */
  pressInVain(title: string, objection: string): Promise<void>;
}

/** One thread of the channel that is open. */
export interface Thread {
  /** The card that opened it. */
  readonly root: Form;
  /** The newest card in it; the root, when no reply has one. */
  readonly last: Form;
  readonly all: Locator;
  reply(text: string, options?: SayOptions): Promise<void>;
  waitForText(text: string | RegExp): Promise<void>;
}

export interface PlaygroundPage extends Omit<Form, 'card'> {
  readonly page: Page;
  openPersonal(): Promise<void>;
  openGroupChat(name: string): Promise<void>;
  /** "General" or "Support desk". */
  openChannel(name: string): Promise<void>;
  /** Says something in the chat that is open. */
  say(text: string, options?: SayOptions): Promise<void>;
  /** Starts a thread in the channel that is open. */
  post(text: string, options?: SayOptions): Promise<void>;
  /** The newest card: in a chat the lowest, in a channel the last one of the topmost thread. */
  lastCard(): Locator;
  /** The newest card that has this text. */
  cardWith(text: string | RegExp): Form;
  /** The newest thread with this text in the channel that is open. */
  threadWith(text: string | RegExp): Thread;
  /** Waits until the text stands in the conversation; what the list at the left shows does not count. */
  waitForText(text: string | RegExp): Promise<void>;
  /** The whole page. Returns the file. */
  screenshot(name: string): Promise<string>;
  /** One card, however high, in a width of its own if wished. Returns the file. */
  screenshotCard(name: string, card?: Locator, width?: number): Promise<string>;
  /** The titles of the newest card's buttons that are to lead the eye. */
  blueButtons(): Promise<readonly string[]>;
  /** How many buttons stood on cards that were pictured in a width of their own, and the titles that did not fit there. */
  buttonsOnPhone(): { readonly measured: number; readonly cut: readonly string[] };
  /** How far below the top of such a card a button of it ends, in pixels; null when the picture does not show it. */
  reachOnPhone(picture: string, title: string): number | null;
}

/** `folder`: where screenshots go. */
export async function openPlayground(page: Page, url: string, folder: string): Promise<PlaygroundPage> {
  mkdirSync(folder, { recursive: true });
  await keepUnchangedCards(page);
  // An answer in a thread that the page does not show yet is lost to it, so what comes meanwhile waits until a new post stands there.
  let posted: Promise<void> = Promise.resolve();
  await page.routeWebSocket(/./, (socket) => {
    socket.connectToServer().onMessage((message) => void posted.then(() => socket.send(message)));
  });
  await page.goto(url);
  await page.locator(composerSelector).waitFor();
  // The log at the right repeats every text of the conversation.
  await page.getByRole('button', { name: 'Hide log panel' }).click();

  const threads = page.getByRole('group').filter({ has: page.getByRole('button', { name: 'Send Message' }) });
  let inChannel = false;
  const open = async (name: string, channel: boolean) => {
    const item = page.getByRole('treeitem', { name: channel ? new RegExp(` - ${name}$`) : name });
    await item.click();
    // What has been open before needs no time; a channel shows its "Post", a chat has none.
    await page.getByRole('button', { name: 'Post', exact: true }).waitFor({ state: channel ? 'visible' : 'hidden' });
    await page.locator(composerSelector).first().waitFor();
    inChannel = channel;
  };
  const lastCard = () => {
    if (!inChannel) return page.locator(cardSelector).last();
    return threads
      .filter({ has: page.locator(cardSelector) })
      .first()
      .locator(cardSelector)
      .last();
  };
  const newest = (cards: Locator) => (inChannel ? cards.first() : cards.last());
  const conversation = page.locator(':not([role=tree] *)');
  const form = () => formOf(page, lastCard());
  const file = (name: string) => join(folder, `${name}.png`);
  const buttons: (Measured & { readonly picture: string })[] = [];

  return {
    page,
    openPersonal: () => open('Personal Chat', false),
    openGroupChat: (name) => open(name, false),
    openChannel: (name) => open(name, true),
    say: (text, said) =>
      write(page, page.locator(composerSelector).last(), page.getByRole('button', { name: 'Send Message' }).last(), text, said),
    post: async (text, said) => {
      const before = await threads.count();
      const post = page.getByRole('button', { name: 'Post', exact: true });
      const shown = write(page, page.locator(composerSelector).first(), post, text, said).then(() => threads.nth(before).waitFor());
      posted = shown.catch(() => undefined);
      await shown;
    },
    lastCard,
    cardWith: (text) => formOf(page, newest(page.locator(cardSelector).filter({ hasText: asWritten(text) }))),
    threadWith: (text) => threadOf(page, threads.filter({ hasText: asWritten(text) }).first()),
    fill: (label, text) => form().fill(label, text),
    choose: (label, option) => form().choose(label, option),
    toggle: (label, on) => form().toggle(label, on),
    setDate: (label, date) => form().setDate(label, date),
    setTime: (label, time) => form().setTime(label, time),
    press: (title, kept) => form().press(title, kept),
    pressInVain: (title, objection) => form().pressInVain(title, objection),
    waitForText: (text) => page.getByText(asWritten(text)).and(conversation).first().waitFor(),
    screenshot: async (name) => {
      await page.screenshot({ path: file(name) });
      return file(name);
    },
    screenshotCard: async (name, card = lastCard(), width) => {
      buttons.push(...(await photograph(page, card, file(name), width)).map((button) => ({ ...button, picture: name })));
      return file(name);
    },
    blueButtons: () => blueOf(lastCard()),
    buttonsOnPhone: () => ({ measured: buttons.length, cut: [...new Set(buttons.filter(({ cut }) => cut).map(({ title }) => title))] }),
    reachOnPhone: (picture, title) => buttons.find((one) => one.picture === picture && one.title === title)?.ends ?? null,
  };
}

/**
 * The Playground draws all cards of a conversation anew whenever a message comes into it, which empties what is being filled in. Teams
 * does so only with a card that was edited. Its page is therefore served with a component that draws no card a second time.
 */
async function keepUnchangedCards(page: Page): Promise<void> {
  await page.route('**/static/js/main.*.js', async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    const [, card, react] =
      /function (\w+)\(e\)\{const t=new \w+;e\.actionHandler&&\([^)]*\);const n=(\w+)\.useCallback/.exec(script) ?? [];
    const drawn = `jsx)(${card},{payload:r,actionHandler:n})`;
    if (!script.includes(drawn)) throw new Error('This version of the Playground draws its cards in another way: see keepUnchangedCards.');
    const kept = `jsx)(globalThis.keptCard??=${react}.memo(${card},(a,b)=>a.payload===b.payload),{payload:r,actionHandler:n})`;
    await route.fulfill({ response, body: script.replace(drawn, () => kept) });
  });
}

function threadOf(page: Page, all: Locator): Thread {
  return {
    all,
    root: formOf(page, all.locator(cardSelector).first()),
    last: formOf(page, all.locator(cardSelector).last()),
    reply: (text, options) => write(page, all.locator(composerSelector), all.getByRole('button', { name: 'Send Message' }), text, options),
    waitForText: (text) => all.getByText(text).first().waitFor(),
  };
}

function formOf(page: Page, card: Locator): Form {
  const type = async (label: string, text: string) => {
    remember(text);
    const field = await fieldOf(card, label);
    await field.fill(text);
    await field.press('Tab'); // pickers take over what was typed when they are left
  };
  return {
    card,
    fill: async (label, text) => {
      remember(text);
      await (await fieldOf(card, label)).fill(text);
    },
    choose: async (label, option) => {
      const field = await fieldOf(card, label);
      if ((await field.getAttribute('role')) === 'radiogroup') return field.getByRole('radio', { name: option, exact: true }).check();
      await field.click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    // Its accessible name is the label and the title together.
    toggle: (label, on = true) => card.getByRole('checkbox', { name: label }).setChecked(on),
    setDate: (label, date) => type(label, longDate(date)),
    setTime: (label, time) => type(label, time),
    press: (title, options) => press(page, card, title, options?.keepMessage),
    pressInVain: async (title, objection) => {
      await card.getByRole('button', { name: title, exact: true }).click();
      await card.getByText(objection).waitFor();
    },
  };
}

/** "OUT-1: Resolved" heads the desk's card and "OUT-1: resolved" the message below it, and Playwright takes one string for the other. */
const asWritten = (text: string | RegExp): RegExp =>
  typeof text === 'string' ? new RegExp(escaped(text).replaceAll(' ', String.raw`\s+`)) : text;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** By its label. While the card shows an objection to a field, that is part of the field's name, behind the label. */
async function fieldOf(card: Locator, label: string): Promise<Locator> {
  const named = (name: string | RegExp, exact: boolean) => {
    const options = { name, exact };
    const typed = card.getByRole('textbox', options).or(card.getByRole('spinbutton', options));
    return typed.or(card.getByRole('combobox', options)).or(card.getByRole('radiogroup', options)).first();
  };
  const plain = named(label, true);
  const refused = named(new RegExp(`^${escaped(label)}\\s`), false);
  await plain.or(refused).first().waitFor();
  return (await plain.count()) ? plain : refused;
}

/** A press is on its way long before. */
const MISSED_MS = 5_000;

async function press(page: Page, card: Locator, title: string, keepMessage = false): Promise<InvokeAnswer> {
  // The strip below the card says that the answer is drawn, so none may be there before.
  const around = card.locator('xpath=../..');
  const strip = around.getByLabel('Display Invoked Message');
  const close = async () => {
    if (!(await strip.count())) return;
    const cross = around.getByRole('button', { name: 'Dismiss Invoke Message' });
    await cross.click({ timeout: 3_000 }).catch(() => undefined); // an edit of the card may have closed it meanwhile
    await strip.waitFor({ state: 'detached' });
  };
  await close();
  const button = card.getByRole('button', { name: title, exact: true });
  const isAsked = (known: { url(): string }) => known.url().endsWith('/_conversation/v1/invoke');
  const asked = page.waitForRequest(isAsked, { timeout: MISSED_MS }).catch(() => null);
  const answered = page.waitForResponse(isAsked);
  answered.catch(() => undefined); // where the click fails, that is what is told
  await button.click();
  // An edit of a card above may move the button away under the pointer. Who missed it presses again.
  if (!(await asked)) await button.click();
  const response = await answered;
  const answer = (await response.json()) as Partial<InvokeAnswer>;
  if (!response.ok() || !answer.type)
    throw new Error(`The bot gave no answer to "${title}" (${response.status()}): ${JSON.stringify(answer)}`);
  await strip.waitFor({ timeout: 3_000 }).catch(() => undefined); // the same edit: then the card is drawn as well
  if (!keepMessage) await close();
  return { type: answer.type, value: answer.value };
}

async function write(page: Page, composer: Locator, send: Locator, text: string, options: SayOptions = {}): Promise<void> {
  remember(text);
  await composer.click();
  if (options.mention) {
    await composer.pressSequentially('@'); // only key strokes open the list of names
    await page.locator('#typeahead-menu').getByRole('menuitem').first().click(); // the bot comes first
    await page.keyboard.insertText(' ');
  }
  await page.keyboard.insertText(text);
  await send.click();
  await composer.filter({ hasNotText: /\S/ }).waitFor();
}

async function blueOf(card: Locator): Promise<string[]> {
  type Drawn = { innerText: string; ownerDocument: { defaultView: { getComputedStyle(one: Drawn): { backgroundColor: string } } } };
  const drawn = await card.getByRole('button').evaluateAll((found) =>
    (found as unknown as Drawn[]).map((button) => ({
      title: button.innerText,
      color: button.ownerDocument.defaultView.getComputedStyle(button).backgroundColor,
    })),
  );
  return drawn.filter(({ color }) => isBlue(color)).map(({ title }) => title);
}

/** "rgb(91, 95, 199)" is. */
function isBlue(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map(Number);
  return blue > Math.max(red, green) + 50;
}

/** `ends`: below the top of the card, in pixels. */
type Measured = { readonly title: string; readonly cut: boolean; readonly ends: number };

/** A button has one line: what does not fit is cut by a part of it that is narrower than its text, or by what the button stands in. */
async function measure(card: Locator): Promise<Measured[]> {
  type Box = {
    innerText: string;
    scrollWidth: number;
    clientWidth: number;
    parentElement: Box | null;
    getBoundingClientRect(): { top: number; right: number; bottom: number };
    closest(selector: string): Box | null;
    matches(selector: string): boolean;
    querySelectorAll(selector: string): Iterable<Box>;
  };
  return await card.getByRole('button').evaluateAll((found, cardItself) => {
    const isCut = (button: Box): boolean => {
      const { right } = button.getBoundingClientRect();
      if ([button, ...button.querySelectorAll('*')].some((part) => part.clientWidth > 0 && part.scrollWidth > part.clientWidth))
        return true;
      for (let around = button.parentElement; around && !around.matches(cardItself); around = around.parentElement) {
        if (right > around.getBoundingClientRect().right + 1) return true;
      }
      return false;
    };
    const drawn = (found as unknown as Box[]).filter(({ clientWidth }) => clientWidth > 0);
    const top = (button: Box) => button.closest(cardItself)?.getBoundingClientRect().top ?? 0;
    return drawn.map((button) => ({
      title: button.innerText,
      cut: isCut(button),
      ends: Math.round(button.getBoundingClientRect().bottom - top(button)),
    }));
  }, cardSelector);
}

/** Returns the card's buttons, when it has been given a width of its own. */
async function photograph(page: Page, card: Locator, path: string, width?: number): Promise<Measured[]> {
  const style = width ? await page.addStyleTag({ content: `${cardSelector} { width: ${width}px !important; }` }) : undefined;
  try {
    const box = await card.boundingBox();
    // The conversation scrolls inside the page: only a page as high as the card shows all of it.
    await page.setViewportSize({ ...viewport, height: Math.max(viewport.height, Math.ceil(box?.height ?? 0) + 600) });
    await card.screenshot({ path });
    return width ? await measure(card) : [];
  } finally {
    await style?.evaluate((node) => (node as unknown as { remove(): void }).remove());
    await page.setViewportSize(viewport);
  }
}

/** "November 22, 2026", as the page's date field wants it typed. */
function longDate(date: string): string {
  const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}
