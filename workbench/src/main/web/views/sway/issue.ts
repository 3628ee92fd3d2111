import type { EventView } from '../../api';

export type Scale = { id: string; name: string; unit: string; from: number; to: number; landmarks: { at: number; name: string }[] };
export type Ranged = { low: number; mode: number; high: number; why: string };
export type Tie = { a: string; b: string; weight: number; why: string };
export type Stake = { id: string; name: string; positions: Ranged[]; capability: Ranged; saliences: Ranged[] };
export type Derived = {
  what: string;
  range: { low: number; mode: number; high: number };
  events: number;
  basis: string;
  weightiest: { view: EventView; pull: number }[];
};
export type Issue = {
  question: string;
  date?: string;
  scales: Scale[];
  statusQuo: number[] | null;
  actors: Stake[];
  options: { id: string; name: string; actor: string; why: string; proposal: number[] | null; vote: boolean }[];
  ties: Tie[];
  tiesSupposed: boolean;
  group?: string;
  sources: string[];
  derived: Derived[];
  leftOut: string[];
};

export type Prediction = {
  model: string;
  scale: string;
  mean: number;
  low: number;
  median: number;
  high: number;
  change: number;
  changeLow: number;
  changeHigh: number;
  nearer: number;
  farther: number;
  histogram: number[];
  drivers: { actor: string; what: string; variance: number }[];
};
export type TieLever = { a: string; b: string; now: number; then: number; rises: boolean; exact: boolean; given: boolean };
/** Another split, and the ties that lead to it if one of them changes enough. */
export type Turn = { change: number; then: string; moved: string[]; ties: TieLever[] };
export type Landscape = { exact: boolean; starts: number; minima: { energy: number; basin: number; strict: boolean; one: string[]; other: string[] }[] };
export type Camps = {
  one: string[];
  other: string[];
  frustration: number;
  tiesAtOdds: number;
  exact: boolean;
  unique: boolean;
  triangles: number;
  balanced: number;
  changed: string[];
  levers: { exact: boolean; allPairs: boolean; turns: Turn[] } | null;
};
export type Vote = {
  body: string;
  chance: number;
  veto: number;
  members: { member: string; yes: number; abstain: number; no: number; passesIfYes: number; passesIfAbstains: number; passesIfNo: number; because: string }[];
  persuade: { members: string[]; chance: number }[];
};
export type Outlook = { option: string | null; name: string; predictions: Prediction[]; camps: Camps; vote: Vote | null };
export type Window = { days: number; deed: string; cases: number; before: number; after: number; ratio: unknown; low: unknown; high: unknown; thin: boolean };
export type Blowback = {
  group: string;
  first: string;
  last: string;
  windows: Window[];
  rate: number;
  cases: { state: string; day: string; counts: ({ before: number; after: number } | null)[]; others: string[] }[];
};
export type Answer = {
  actor: string | null;
  draws: number;
  roundDraws: number;
  optionDraws: number;
  seed: number;
  models: string[];
  asIs: Outlook;
  options: Outlook[];
  reach: { model: string; scale: number; now: number; low: number; high: number; lowAtFull: number; highAtFull: number }[];
  others: { actor: string; model: string; scale: number; persuaded: number; undo: number }[];
  landscape?: Landscape;
  blowback?: { force?: Blowback; joining?: Blowback };
};
export type Weighed = { headline: string[]; cautions: string[]; paths: { model: string; rounds: number[][][] }[]; names: Record<string, string>; answer: Answer };

/** Positions of the actors that were moved, one a scale, in the scale's own numbers. */
export type Moved = Record<string, number[]>;

/** RUS:90;EGY:40,20 as an address keeps it. */
export function parseMoves(text: string | null, issue: Issue): Moved {
  const found: Moved = {};
  for (const part of (text ?? '').split(';')) {
    const [id, numbers] = part.split(':');
    const actor = issue.actors.find((one) => one.id === id);
    const given = (numbers ?? '').split(',').map(Number);
    if (actor && numbers && given.every(Number.isFinite)) {
      found[id] = issue.scales.map((scale, k) => Math.min(scale.to, Math.max(scale.from, given[k] ?? actor.positions[k].mode)));
    }
  }
  return found;
}

export function writeMoves(moved: Moved): string {
  return Object.entries(moved)
    .map(([id, numbers]) => `${id}:${numbers.map((n) => Number(n.toFixed(3))).join(',')}`)
    .join(';');
}

/** @param more names of those that are no actors of the issue */
export function namer(issue: Issue, more: Record<string, string> = {}): (id: string) => string {
  const names = new Map(issue.actors.map((one) => [one.id, one.name]));
  return (id) => names.get(id) ?? more[id] ?? id;
}

/** The same camps, with the one of an actor first. */
export function seenFrom(camps: Camps, actor: string | null): Camps {
  return actor !== null && camps.other.includes(actor) ? { ...camps, one: camps.other, other: camps.one } : camps;
}

/** A number of a scale with as many digits as its width asks for. */
export function shower(scale: Scale): (n: number) => string {
  const digits = scale.to - scale.from >= 20 ? 0 : scale.to - scale.from >= 2 ? 1 : 2;
  return (n) => n.toFixed(digits).replace(/^-0(\.0+)?$/, '0$1');
}

/** A change on a scale, with its sign. */
export function changer(scale: Scale): (n: number) => string {
  const show = shower(scale);
  return (n) => {
    const words = show(Math.abs(n));
    return Number(words) === 0 ? '0' : (n > 0 ? '+' : '−') + words;
  };
}

export function percent(share: number): string {
  return `${share > 0 && share < 0.005 ? '< 1' : Math.round(100 * share)}\u00a0%`;
}

/** What an actor weighs on a scale against all others: capability by salience, all at their modes. */
export function influences(issue: Issue, k: number): number[] {
  const each = issue.actors.map((one) => one.capability.mode * one.saliences[k].mode);
  const all = each.reduce((a, b) => a + b, 0);
  return each.map((one) => (all > 0 ? one / all : 0));
}
