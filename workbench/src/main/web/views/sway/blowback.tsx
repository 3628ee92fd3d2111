import { href } from '../../route';
import { count } from '../../words';
import type { Answer, Blowback as Found, Issue } from './issue';

const KINDS = [
  ['force', 'used force against it'],
  ['joining', 'joined in arms with a state that fights it'],
] as const;

/** What the group did to those that turned against it. */
export function Blowback({ issue, answer, actor }: { issue: Issue; answer: Answer; actor: string }) {
  const found = KINDS.flatMap(([kind, words]) => (answer.blowback?.[kind] ? [{ words, blowback: answer.blowback[kind]! }] : []));
  if (!issue.group) {
    return null;
  }
  const question = href('forecast', 'question', { source: issue.group, target: actor, quad: 'material-conflict', within: '30', ...(issue.date && { from: issue.date }) });
  return (
    <section class="panel" aria-labelledby="blowback">
      <h2 id="blowback">Blowback by {found[0]?.blowback.group ?? issue.group}</h2>
      {found.length === 0 ? (
        <p class="soft">The store has no events to tell it from: code or import some.</p>
      ) : (
        <p class="soft small">
          From the store’s events, {found[0].blowback.first} to {found[0].blowback.last}: how many times as often it acted against a state after than before, over
          the same of matched states that did nothing. Reports are counted; this is no proof of cause.
        </p>
      )}
      {found.map(({ words, blowback }) => (
        <Kind key={words} words={words} blowback={blowback} />
      ))}
      <p>
        <a href={question}>How likely it strikes within 30 days, as things are</a>
      </p>
    </section>
  );
}

function Kind({ words, blowback }: { words: string; blowback: Found }) {
  const windows = blowback.windows.filter((one) => one.cases > 0);
  const number = (n: unknown) => (typeof n === 'number' && Number.isFinite(n) ? (n >= 100 ? count(Math.round(n)) : n.toFixed(1)) : '–');
  return (
    <>
      <h3>After a state {words}</h3>
      {windows.length === 0 ? (
        <p class="soft">{blowback.cases.length === 0 ? 'No case is in the store.' : 'The store’s days do not reach far enough around any case.'}</p>
      ) : (
        <>
          {windows.every((one) => one.thin) && (
            <p>Too thin for any of these ratios: fewer than five cases or ten deeds, or an interval whose ends differ more than a hundredfold. Read the cases.</p>
          )}
          <div class="scroll" tabIndex={0} role="region" aria-label={`After a state ${words}`}>
            <table>
              <thead>
                <tr>
                  <th>Days</th>
                  <th>Of</th>
                  <th class="n">Cases</th>
                  <th class="n">Before</th>
                  <th class="n">After</th>
                  <th class="n">Times as often</th>
                  <th class="n">nine in ten</th>
                </tr>
              </thead>
              <tbody>
                {windows.map((one) => (
                  <tr key={one.days + one.deed} class={one.thin ? 'thin' : ''}>
                    <td>{one.days}</td>
                    <td>{one.deed === 'HOSTILE' ? 'hostile acts' : 'threats'}</td>
                    <td class="n">{one.cases}</td>
                    <td class="n">{one.before}</td>
                    <td class="n">{one.after}</td>
                    <td class="n">{one.thin ? 'too thin' : number(one.ratio)}</td>
                    <td class="n">
                      {number(one.low)} to {number(one.high)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {blowback.cases.length > 0 && (
        <details>
          <summary>{count(blowback.cases.length, 'case')}, one by one</summary>
          <ul class="levers">
            {blowback.cases.map((one) => {
              const at = one.counts.findIndex((each) => each !== null);
              return (
                <li key={one.state + one.day}>
                  <a href={href('explore', '', { actor: one.state, with: blowback.group, from: one.day })}>
                    {one.state}, {one.day}
                  </a>
                  {at >= 0 && ` · hostile acts in ${blowback.windows[at].days} days: ${one.counts[at]!.before} before, ${one.counts[at]!.after} after`}
                  {one.others.length > 0 && <span class="soft"> · beside {one.others.join(', ')}</span>}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </>
  );
}
