/** What a turn costs with each SDK. Nothing of it is judged: it says what the bar is made of. */
import { median } from '../statistics.ts';
import { PEERS, type PeerName } from '../world/peers.ts';
import { cpuOfTurn } from '../world/rounds.ts';
import type { Peer } from '../world/world.ts';
import type { Measure } from './measure.ts';

const ROUNDS = 7;
const TURNS = 500;
const SAID: Readonly<Record<PeerName, string>> = {
  'teams-ai': 'teams-ai 1 and restify',
  botbuilder: 'botbuilder 4 and restify',
  'teams-sdk': 'Teams SDK 2',
  'agents-sdk': 'Microsoft 365 Agents SDK and express',
  restify: 'restify and a fetch, without an SDK',
};

export const peers: Measure = {
  part: 'peers',
  rows: PEERS.map((name) => ({ name: `peer-${name}`, what: `CPU of an echo's turn: ${SAID[name]}`, unit: 'ms', bound: null })),
  async run(world) {
    const started: { name: PeerName; peer: Peer; samples: number[] }[] = [];
    for (const name of PEERS) started.push({ name, peer: await world.startPeer(name), samples: [] as number[] });
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { peer, samples } of started) samples.push(await cpuOfTurn(peer, TURNS));
    }
    const resident = async ({ peer }: (typeof started)[number]) => (await peer.read({ collect: true })).rss / 2 ** 20;
    const outcomes = started.map(async (one) => {
      const note = `${(median(one.samples) / median(started[0]?.samples ?? [])).toFixed(2)} of teams-ai's; ${(await resident(one)).toFixed(0)} MB resident`;
      return [`peer-${one.name}`, { samples: one.samples, note }] as const;
    });
    return Object.fromEntries(await Promise.all(outcomes));
  },
};
