import { useState } from 'preact/hooks';
import { Picture } from '../../picture';
import { Choice } from '../../ui';
import { count, signed } from '../../words';
import { campsOption, odd } from './charts';
import { namer, type Camps, type Issue, type Outlook } from './issue';

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
        <h2 id="camps">Camps</h2>
        <p class="soft small">
          The split in two with the least weight of ties at odds with it: friends apart, foes together.
          {issue.tiesSupposed && ' Pairs without a given tie count by how near their positions are, half as much as the strongest given one.'}
        </p>
        {outlooks.map((outlook) => (
          <div key={outlook.name} class="camps">
            {outlooks.length > 1 && <strong>{outlook.name}</strong>}
            <span>
              <span class="camp-a">{outlook.camps.one.map(nameOf).join(', ') || 'nobody'}</span> <span class="soft">against</span>{' '}
              <span class="camp-b">{outlook.camps.other.map(nameOf).join(', ') || 'nobody'}</span>
            </span>
            {outlook.camps.changed.length > 0 && <span class="small">Changed sides: {outlook.camps.changed.map(nameOf).join(', ')}</span>}
            <span class="soft small">{fit(outlook.camps, issue.tiesSupposed)}</span>
          </div>
        ))}
      </section>
      {ties.length > 0 && (
        <Picture
          id="camps"
          title={issue.tiesSupposed ? 'Given ties' : 'Ties'}
          height={issue.actors.length > 12 ? 520 : 360}
          about={`${count(ties.length, 'tie')} of ${count(issue.actors.length, 'actor')} in two camps, ${count(atOdds.length, 'tie')} at odds with the split. The table has the ties.`}
          note={`Left and right: the camps. Solid: friends, dashed: foes. Wide and bright: at odds with the split, ${count(atOdds.length)} of ${count(ties.length)}.`}
          tools={
            outlooks.length > 1 ? <Choice label="Camps of" value={shown.name} options={outlooks.map((one) => [one.name, one.name] as const)} onChange={setChosen} /> : undefined
          }
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
    </>
  );
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

/** How much a tie must change, in words. */
export function tieChange(now: number, then: number): string {
  return `from ${signed(now, 1)} past ${signed(then, 1)}`;
}
