import type { Actor, Event } from './api';

export const TYPES = ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'];

const numbers = new Intl.NumberFormat('en');

export function count(n: number, one?: string, many?: string): string {
  const figure = numbers.format(n);
  return one ? `${figure} ${n === 1 ? one : (many ?? one + 's')}` : figure;
}

export function lower(constant: string): string {
  return constant.toLowerCase().replaceAll('_', ' ');
}

export function title(constant: string): string {
  const words = lower(constant);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Code and sectors in one, as the field writes it: EGYGOV. */
export function code(actor: Actor): string {
  return (
    actor.code +
    (actor.sectors ?? [])
      .filter((sector) => {
        const at = actor.code.indexOf(sector);
        return at < 0 || at % 3 !== 0;
      })
      .join('')
  );
}

export function name(actor: Actor | undefined): string {
  return actor ? actor.name || actor.text || actor.code : 'nobody named';
}

/** The event in a line: Egypt → ISIS, assault. */
export function line(event: Event): string {
  return `${name(event.source)} → ${name(event.target)}, ${lower(event.type)}`;
}

export function signed(n: number, digits = 1): string {
  return (n > 0 ? '+' : n < 0 ? '−' : '') + Math.abs(n).toFixed(digits);
}

export function moment(iso: string): string {
  return new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}
