/** Where a client is, by whatever it says of its time zone. */
import { Settings } from 'luxon';
import { describe, expect, it, vi } from 'vitest';
import { isSameZone, isZone } from '../../../src/desk/on-call/local-time.ts';
import { phonesFor } from '../../../src/desk/phones.ts';
import { zonesWith } from '../../../src/report/zones.ts';
import { zoneOfClient } from '../../../src/teams/in/time-zone.ts';
import { en } from '../../../src/words/en/index.ts';
import { anActivity, read } from '../../support/teams/activity.ts';

const zone = (more: Partial<Parameters<typeof zoneOfClient>[0]>) => zoneOfClient({ names: [], country: '', localTimestamp: '', ...more });

it.each<[string, Parameters<typeof zone>[0], string]>([
  ['by its name of IANA', { names: ['Europe/Copenhagen'] }, 'Europe/Copenhagen'],
  ['by the name that Windows has for it', { names: ['W. Europe Standard Time'] }, 'Europe/Berlin'],
  ['by the name of Windows and its country', { names: ['Romance Standard Time'], country: 'DK' }, 'Europe/Copenhagen'],
  ['by the second name, where the first is none', { names: ['Middle/Earth', 'Asia/Kolkata'] }, 'Asia/Kolkata'],
  ['by its country and offset', { country: 'US', localTimestamp: '2026-01-04T01:00:00.000-08:00' }, 'America/Los_Angeles'],
  ['by its country alone, which has one', { country: 'DK' }, 'Europe/Copenhagen'],
  ['by its country alone, which has many', { country: 'US' }, ''],
  ['by its offset alone', { localTimestamp: '2026-01-04T14:00:00.000+05:00' }, 'Etc/GMT-5'],
  ['by an offset of half an hour', { localTimestamp: '2026-01-04T14:30:00+05:30' }, '+05:30'],
  ['by nothing', { names: ['x', ''], country: '../', localTimestamp: 'now' }, ''],
])('C22: a client is found %s', (_how, facts, found) => {
  expect(zone(facts)).toBe(found);
});

it('C22: what is missing in the activity is taken from its clientInfo', () => {
  const entities = [{ type: 'clientInfo', country: 'DE', timezone: 'W. Europe Standard Time' }];
  expect(read(anActivity({ text: 'help', entities }))).toMatchObject({ sender: { timeZone: 'Europe/Berlin' } });
});

describe('C22: a zone that was renamed', () => {
  it('has the phone of its region first', () => {
    const phones = [
      { region: 'Europe', number: '+45 70 10 20 30', timeZones: ['Europe'] },
      { region: 'India', number: '+91 80 1234 5678', timeZones: ['Asia/Kolkata'] },
    ];
    expect(phonesFor(phones, 'Asia/Calcutta')[0]?.region).toBe('India');
  });

  it('is offered once', () => {
    expect(zonesWith('Asia/Calcutta', 0).filter((id) => /Calcutta|Kolkata/.test(id))).toHaveLength(1);
  });
});

it.each([
  ['Etc/GMT-5', 'UTC+5'],
  ['Etc/GMT+8', 'UTC-8'],
  ['Etc/GMT', 'UTC'],
  ['+05:30', 'UTC+5:30'],
  ['UTC', 'UTC'],
  ['Europe/Copenhagen', 'Copenhagen (UTC+1)'],
])('C22: %s is shown as %s', (name, shown) => {
  expect(en.formats.zone(name, 0)).toBe(shown);
});

it('zones are remembered, but not without end: what luxon made of them is dropped as well', () => {
  expect(isZone('Europe/Lisbon')).toBe(true);
  const dropped = vi.spyOn(Settings, 'resetCaches');
  // `Intl` takes a name in any case, so one zone has thousands of names.
  const spellings = Array.from({ length: 3_000 }, (_, index) =>
    [...'america/port_of_spain'].map((letter, at) => ((index >> at) & 1 ? letter.toUpperCase() : letter)).join(''),
  );
  for (const name of spellings) expect(isSameZone(name, 'America/Port_of_Spain')).toBe(true);
  expect(dropped).toHaveBeenCalled();
  vi.restoreAllMocks();
  expect(isZone('Europe/Lisbon')).toBe(true);
  expect(isZone(`Europe/${'x'.repeat(10_000)}`)).toBe(false);
});
