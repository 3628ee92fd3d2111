import { useState } from 'preact/hooks';
import { going } from '../../api';
import { Picture } from '../../picture';
import { Choice, Progress, Trouble, Waiting } from '../../ui';
import { count } from '../../words';
import { drawsOption, optionsOption, pathOption } from './charts';
import { percent, type Issue, type Outlook, type Weighed } from './issue';
import type { Weighing } from './weighing';

/** How far the weighing is, what it says in a sentence, and a way to stop it or to begin anew. */
export function Verdict({ issue, weighing, what }: { issue: Issue; weighing: Weighing; what: string }) {
  const { weighed, job } = weighing;
  const runs = going(job);
  return (
    <div aria-busy={!weighed && !weighing.problem && !runs && job?.state !== 'CANCELLED'}>
      <Trouble what={weighing.problem} />
      {runs && (
        <Progress
          job={job!}
          words={`${weighed ? `Shown: ${count(weighed.answer.draws, 'draw')}. ` : ''}Weighing with 10,000 draws${job!.of > 0 ? `, step ${Math.min(job!.of, job!.done + 1)} of ${job!.of}` : ''}`}
          onCancel={weighing.cancel}
        />
      )}
      {job?.state === 'CANCELLED' && !weighing.full && (
        <div class="weighing" role="status">
          <span>Cancelled{weighed ? `; shown are ${count(weighed.answer.draws, 'draw')}` : ''}.</span>
          <button type="button" onClick={weighing.weigh}>
            Weigh with all draws
          </button>
        </div>
      )}
      {weighing.stale && (
        <p class="row">
          <button type="button" class="primary" onClick={weighing.weigh}>
            Weigh again with the moved stances
          </button>
          <span class="soft small">What follows is from before you moved anybody.</span>
        </p>
      )}
      {!weighed && !runs && !weighing.problem && job?.state !== 'CANCELLED' && <Waiting what="Weighing" />}
      {weighed && weighed.headline.length > 0 && (
        <ul class="headline">
          {weighed.headline.map((sentence, i) => (
            <li key={i}>{i === 0 && issue.scales.length > 1 ? `${issue.scales[0].name}: ${sentence}` : sentence}</li>
          ))}
        </ul>
      )}
      {weighed && weighed.cautions.length > 0 && what && (
        <details class="cautions small">
          <summary>What this is worth</summary>
          {weighed.cautions.map((caution) => (
            <p key={caution} class="soft">
              {caution}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}

/** Each option under each model, with intervals. */
export function OptionsPicture({ issue, k, weighed, outlooks }: { issue: Issue; k: number; weighed: Weighed; outlooks: Outlook[] }) {
  const { answer } = weighed;
  const scale = issue.scales[k];
  const on = issue.scales.length > 1 ? `: ${scale.name}` : '';
  return (
    <Picture
      id="options"
      title={`Options side by side${on}`}
      height={outlooks.length > 3 ? 520 : outlooks.length > 1 ? 360 : 260}
      about={`Means and middle 90 percent of ${outlooks.length} outlooks under ${answer.models.length} models. The table has the figures.`}
      note={`Points: means; lines: nine draws in ten. ${count(answer.draws, 'draw')}${answer.optionDraws < answer.draws ? `, ${answer.roundDraws < answer.draws ? `${count(answer.roundDraws)} of models that go by rounds and ` : ''}${count(answer.optionDraws)} of those that go by rounds for an option` : ''}; seed ${answer.seed}. Where there is a vote, a draw in which it fails ends at the status quo.`}
      deps={[weighed, k]}
      option={() => optionsOption(outlooks, answer.models, scale)}
      rows={() => ({
        head: ['Option', 'Model', 'Mean', 'Low (5 %)', 'High (95 %)', 'Change', 'Change low', 'Change high', 'Ends nearer', 'Ends farther'],
        rows: outlooks.flatMap((outlook) =>
          outlook.predictions
            .filter((one) => one.scale === scale.id)
            .map((one) => ({
              cells: [
                outlook.name,
                one.model,
                ...[one.mean, one.low, one.high, one.change, one.changeLow, one.changeHigh].map((n) => n.toFixed(1)).map(Number),
                percent(one.nearer),
                percent(one.farther),
              ],
            })),
        ),
      })}
    />
  );
}

/** The draws of one model, option by option. */
export function DrawsPicture({ issue, k, weighed, outlooks }: { issue: Issue; k: number; weighed: Weighed; outlooks: Outlook[] }) {
  const [model, setModel] = useState(weighed.answer.models[0]);
  const scale = issue.scales[k];
  const wide = (scale.to - scale.from) / 50;
  return (
    <Picture
      id="draws"
      title="How sure it is"
      height={outlooks.length > 3 ? 420 : outlooks.length > 1 ? 300 : 220}
      about={`How the draws of the ${model} lie on the scale, for ${outlooks.length} outlooks. The table has the figures.`}
      note="Where the draws end, in fiftieths of the scale. They hold what is unsure about the numbers, not what is wrong with a model."
      tools={<Choice label="Model" value={model} options={weighed.answer.models.map((one) => [one, one] as const)} onChange={setModel} />}
      deps={[weighed, k, model]}
      option={() => drawsOption(outlooks, model, scale)}
      rows={() => ({
        head: ['Option', 'From', 'To', 'Draws'],
        rows: outlooks.flatMap((outlook) =>
          outlook.predictions
            .filter((one) => one.scale === scale.id && one.model === model)
            .flatMap((one) => one.histogram.map((n, b) => ({ cells: [outlook.name, scale.from + b * wide, scale.from + (b + 1) * wide, n] })).filter((row) => row.cells[3] !== 0)),
        ),
      })}
    />
  );
}

/** How positions change round by round in the models that have rounds. */
export function PathPicture({ issue, k, weighed }: { issue: Issue; k: number; weighed: Weighed }) {
  const [chosen, setChosen] = useState(weighed.paths[0].model);
  const path = weighed.paths.find((one) => one.model === chosen) ?? weighed.paths[0];
  return (
    <Picture
      id="path"
      title="Positions round by round"
      height={360}
      about={`Positions of ${issue.actors.length} actors over ${path.rounds.length} rounds of the ${path.model}. The table has the figures.`}
      note="As things are, every number at its likeliest."
      tools={<Choice label="Model" value={path.model} options={weighed.paths.map((one) => [one.model, one.model] as const)} onChange={setChosen} />}
      deps={[weighed, k, path.model]}
      option={() => pathOption(issue, path.rounds, k)}
      rows={() => ({
        head: ['Actor', ...path.rounds.map((_, r) => (r === 0 ? 'Before' : `Round ${r}`))],
        rows: issue.actors.map((actor, i) => ({ cells: [actor.name, ...path.rounds.map((round) => Number(round[k][i].toFixed(1)))] })),
      })}
    />
  );
}
