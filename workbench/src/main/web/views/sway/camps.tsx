import { useState } from 'preact/hooks';
import { Picture } from '../../picture';
import { Choice } from '../../ui';
import { count } from '../../words';
import { campsOption, odd } from './charts';
import { namer, percent, type Camps, type Issue, type Landscape, type Outlook } from './issue';

/** Who stands with whom, how well that fits their ties, and which ties would change it. */
export function CampsSection({ issue, outlooks }: { issue: Issue; outlooks: Outlook[] }) {
  const [chosen, setChosen] = useState('');
  const nameOf = namer(issue);
  const shown = outlooks.find((one) => one.name === chosen) ?? outlooks[0];
  const camps = shown.camps;
  const ties = issue.ties;
  const atOdds = ties.filter((tie) => odd(tie, camps));
  return (
    <>
      <section class="panel" aria-labelledby="camps">
        <header class="row">
          <h2 id="camps">Camps</h2>
          <span class="grow" />
          {outlooks.length > 1 && (
            <Choice label="Ties and levers of" value={shown.name} options={outlooks.map((one) => [one.name, one.name] as const)} onChange={setChosen} />
          )}
        </header>
        <p class="soft small">
          The split in two with the least weight of ties at odds with it: friends apart, foes together.
          {issue.tiesSupposed && ' Pairs without a given tie count by how near their positions are, half as much as the strongest given one.'}
        </p>
        {outlooks.map((outlook) => (
          <div key={outlook.name} class="camps">
            {outlooks.length > 1 && <strong>{outlook.name}</strong>}
            <span>
              <span class="camp-a">{named(outlook.camps.one, nameOf)}</span> <span class="soft">against</span>{' '}
              <span class="camp-b">{named(outlook.camps.other, nameOf)}</span>
            </span>
            {outlook.camps.changed.length > 0 && <span class="small">Changed sides: {named(outlook.camps.changed, nameOf)}</span>}
            <span class="soft small">{fit(outlook.camps, issue.tiesSupposed)}</span>
          </div>
        ))}
      </section>
      {ties.length > 0 && (
        <Picture
          id="camps"
          title={`${issue.tiesSupposed ? 'Given ties' : 'Ties'}${outlooks.length > 1 ? `: ${shown.name}` : ''}`}
          height={issue.actors.length > 12 ? 520 : 360}
          about={`${count(ties.length, 'tie')} of ${count(issue.actors.length, 'actor')} in two camps, ${count(atOdds.length, 'tie')} at odds with the split. The table has the ties.`}
          note={`Left and right: the camps. Solid: friends, dashed: foes. Wide and bright: at odds with the split, ${count(atOdds.length)} of ${count(ties.length)}.`}
          deps={[outlooks, shown]}
          option={() => campsOption(issue, ties, camps)}
          rows={() => ({
            head: ['One', 'Other', 'Weight', 'Same camp', 'At odds', 'Why'],
            rows: [...atOdds, ...ties.filter((tie) => !odd(tie, camps))].map((tie) => ({
              cells: [nameOf(tie.a), nameOf(tie.b), tie.weight, camps.one.includes(tie.a) === camps.one.includes(tie.b) ? 'yes' : 'no', odd(tie, camps) ? 'yes' : 'no', tie.why],
            })),
          })}
        />
      )}
      <Turns issue={issue} camps={camps} name={outlooks.length > 1 ? shown.name : undefined} />
    </>
  );
}

const NAMED = 40;

function named(ids: string[], nameOf: (id: string) => string): string {
  const names = ids.slice(0, NAMED).map(nameOf).join(', ') || 'nobody';
  return ids.length > NAMED ? `${names} and ${ids.length - NAMED} more` : names;
}

function fit(camps: Camps, supposed: boolean): string {
  return [
    `${count(camps.tiesAtOdds, 'tie')} at odds${supposed ? `, weight ${camps.frustration.toFixed(1)}` : ''}`,
    camps.triangles > 0 && `${count(camps.balanced)} of ${count(camps.triangles, 'triangle')} balanced`,
    camps.exact ? 'proven to be the best split' : 'the best split found',
    camps.exact && (camps.unique ? 'and the only one as good' : 'others are as good'),
  ]
    .filter(Boolean)
    .join(', ');
}

const TURNS = 5;
const WAYS = 5;

/** Which ties, if one of them changes enough, change the split. */
function Turns({ issue, camps, name }: { issue: Issue; camps: Camps; name?: string }) {
  const nameOf = namer(issue);
  const strongest = issue.ties.length > 0 ? Math.max(...issue.ties.map((tie) => Math.abs(tie.weight))) : 1;
  const turns = (camps.levers?.turns ?? [])
    .map((turn) => ({ ...turn, ties: turn.ties.filter((tie) => Math.abs(tie.then) < strongest) }))
    .filter((turn) => turn.ties.length > 0)
    .slice(0, TURNS);
  if (!camps.levers) {
    return null;
  }
  const supposed = issue.tiesSupposed && turns.some((turn) => turn.ties.slice(0, WAYS).some((tie) => !tie.given));
  return (
    <section class="panel" aria-labelledby="turns">
      <h2 id="turns">What would change the camps{name && `: ${name}`}</h2>
      {turns.length === 0 ? (
        <p class="soft">No single tie does, unless it grows stronger than any is here.</p>
      ) : (
        <>
          <p class="soft small">
            All else the same, the best split is another one once one of these ties is past its second number
            {camps.levers.exact ? '' : ', where that is proven'}. What would take a tie stronger than any here is left out.
            {supposed && ' *: supposed from positions, no tie is given.'}
          </p>
          <ul class="turns">
            {turns.map((turn) => (
              <li key={turn.moved.join()}>
                <strong>{turn.then}</strong>
                {turn.change < 0.005 ? ' at the slightest change of one of: ' : ` if one changes by ${weight(turn.change)}: `}
                {turn.ties.slice(0, WAYS).map((tie, i) => (
                  <span key={tie.a + tie.b}>
                    {i > 0 && '; '}
                    {nameOf(tie.a)} – {nameOf(tie.b)}{' '}
                    <span class={`n ${tie.rises ? 'coop' : 'conf'}`}>
                      {weight(tie.now)} → {weight(tie.then)}
                    </span>
                    {issue.tiesSupposed && !tie.given && '*'}
                  </span>
                ))}
                {turn.ties.length > WAYS && <span class="soft">; or one of {turn.ties.length - WAYS} more</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Where the actors come to rest if each goes where it fits best. */
export function LandscapeTable({ issue, landscape }: { issue: Issue; landscape: Landscape }) {
  const nameOf = namer(issue);
  return (
    <section class="panel" aria-labelledby="landscape">
      <h2 id="landscape">Landscape</h2>
      <p class="soft small">
        Sides that nobody leaves by itself, the deepest first. Basin: the share of {landscape.exact ? 'all configurations' : `${count(landscape.starts)} random starts`}{' '}
        from which each actor in turn going where it fits best leads there.
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label="Landscape">
        <table>
          <thead>
            <tr>
              <th class="n">Energy</th>
              <th class="n">Basin</th>
              <th>One side</th>
              <th>The other</th>
            </tr>
          </thead>
          <tbody>
            {landscape.minima.slice(0, 12).map((one, i) => (
              <tr key={i}>
                <td class="n">{weight(one.energy)}</td>
                <td class="n">{percent(one.basin / landscape.starts)}</td>
                <td>{named(one.one, nameOf)}</td>
                <td>{named(one.other, nameOf)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function weight(n: number): string {
  return Number(n.toFixed(2)).toString().replace('-', '−');
}
