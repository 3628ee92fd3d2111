import { useEffect, useState } from 'preact/hooks';
import { send } from '../../api';
import { go, href, type Route } from '../../route';
import { Choice, Empty, said, save, Trouble, useAnswer, Waiting } from '../../ui';
import { Blowback } from './blowback';
import { CampsSection, LandscapeTable } from './camps';
import { namer, parseMoves, seenFrom, writeMoves, type Issue } from './issue';
import { Levers } from './levers';
import { Rests } from './rests';
import { DrawsPicture, OptionsPicture, PathPicture, Verdict } from './results';
import { Ends, Stances } from './stances';
import { Votes } from './votes';
import { useOutcomes, useWeighing } from './weighing';

type Examples = { examples: { id: string; question: string; text: string }[] };

const OWN = 'entente.issue';
const FIRST = 'libya-2015';

/** An issue: move an actor and see where the models see it end; what each option would lead to. */
export function Sway({ route }: { route: Route }) {
  const examples = useAnswer<Examples>('/api/sway/examples');
  const id = route.rest || FIRST;
  const [own, setOwn] = useState(localStorage.getItem(OWN) ?? '');
  const text = id === 'own' ? own : examples.value?.examples.find((one) => one.id === id)?.text;
  const [issue, setIssue] = useState<{ issue: Issue; text: string }>();
  const [problem, setProblem] = useState<string>();
  const [writing, setWriting] = useState(false);

  useEffect(() => {
    setIssue(undefined);
    setProblem(undefined);
    if (text) {
      const control = new AbortController();
      send<Issue>('POST', '/api/sway/issue', { text }, control.signal).then(
        (read) => setIssue({ issue: read, text }),
        (e) => control.signal.aborted || setProblem(said(e)),
      );
      return () => control.abort();
    }
  }, [text]);

  return (
    <div class="page">
      <h1>Sway</h1>
      <p class="lead">{issue?.issue.question ?? 'What an actor can do about an outcome, and at what cost.'}</p>
      <div class="row issue-bar">
        <label class="inline">
          Issue
          <select value={id} onChange={(e) => go(href('sway', e.currentTarget.value))}>
            {(examples.value?.examples ?? []).map((one) => (
              <option key={one.id} value={one.id}>
                {one.question}
              </option>
            ))}
            {(own || id === 'own') && <option value="own">Your own</option>}
          </select>
        </label>
        <button type="button" aria-expanded={writing} onClick={() => setWriting(!writing)}>
          Write or edit
        </button>
      </div>
      {writing && (
        <form
          class="panel"
          key={id}
          onSubmit={(e) => {
            e.preventDefault();
            const next = String(new FormData(e.currentTarget).get('issue'));
            localStorage.setItem(OWN, next);
            setOwn(next);
            go(href('sway', 'own'));
          }}
        >
          <label>
            The issue as YAML; it stays in this browser
            <textarea name="issue" class="yaml" rows={18} spellcheck={false} defaultValue={text} required />
          </label>
          <div class="row">
            <button class="primary">Use it</button>
            <button type="button" onClick={(e) => save('issue.yaml', String(new FormData(e.currentTarget.form!).get('issue')), 'text/yaml')}>
              Save as a file
            </button>
          </div>
        </form>
      )}
      <Trouble what={examples.problem ?? problem} />
      {!problem && !issue && (text || examples.waiting) && <Waiting />}
      {id === 'own' && !own && <Empty what="You have written no issue yet.">Choose one above and edit it, or write your own.</Empty>}
      {examples.value && id !== 'own' && !text && <Empty what="There is no issue of this name.">Choose one above.</Empty>}
      {issue && issue.text === text && <Opened key={id + issue.text.length} issue={issue.issue} text={issue.text} route={route} />}
    </div>
  );
}

function Opened({ issue, text, route }: { issue: Issue; text: string; route: Route }) {
  const named = route.params.get('scale');
  const k = Math.max(0, issue.scales.findIndex((one) => one.id === named));
  const [moved, setMoved] = useState(() => parseMoves(route.params.get('at'), issue));
  const withOptions = [...new Set(issue.options.map((option) => option.actor))];
  const wanted = route.params.get('actor');
  const actor = issue.actors.some((one) => one.id === wanted) ? wanted! : (withOptions[0] ?? issue.actors[0].id);
  const plain = issue.scales.length === 0;
  const asked = plain && withOptions.length === 0 ? null : actor;
  const weighing = useWeighing(issue, text, asked, moved);
  const { weighed } = weighing;
  const nameOf = namer(issue, weighed?.names);
  const outlooks = (weighed ? [weighed.answer.asIs, ...weighed.answer.options] : []).map((one) => ({ ...one, camps: seenFrom(one.camps, asked) }));

  function at(changes: Record<string, string>): string {
    const params: Record<string, string> = { actor, ...changes };
    if (k > 0 && !('scale' in changes)) {
      params.scale = issue.scales[k].id;
    }
    const kept = writeMoves(moved);
    if (kept) {
      params.at = kept;
    }
    return href('sway', route.rest || FIRST, params);
  }

  useEffect(() => {
    const later = setTimeout(() => {
      if (location.hash.startsWith('#/sway')) {
        history.replaceState(null, '', at({}));
      }
    }, 150);
    return () => clearTimeout(later);
  }, [JSON.stringify(moved), actor, k]);

  return (
    <>
      {issue.scales.length > 1 && (
        <div class="row issue-bar">
          <Choice label="Scale" value={issue.scales[k].id} options={issue.scales.map((one) => [one.id, one.name] as const)} onChange={(scale) => go(at({ scale }), true)} />
          <span class="soft small">The issue has {issue.scales.length} scales; stances, outcomes and pictures are of this one.</span>
        </div>
      )}
      {!plain && <Table issue={issue} text={text} k={k} moved={moved} onMove={setMoved} />}
      <section aria-labelledby="weighed">
        <div class="row">
          <h2 id="weighed">{asked === null ? 'What the ties say' : `What ${nameOf(actor)} can do`}</h2>
          {asked !== null && (
            <Choice
              label={withOptions.length > 1 ? 'Options of' : 'Seen from'}
              value={actor}
              options={issue.actors.map((one) => [one.id, one.name + (withOptions.includes(one.id) ? '' : ' (no options)')] as const)}
              onChange={(next) => go(at({ actor: next }), true)}
            />
          )}
        </div>
        <Verdict issue={issue} weighing={weighing} what={plain ? '' : 'models'} />
      </section>
      {weighed && !plain && (
        <div class="pictures results">
          <OptionsPicture issue={issue} k={k} weighed={weighed} outlooks={outlooks} />
          <DrawsPicture issue={issue} k={k} weighed={weighed} outlooks={outlooks} />
          <Votes outlooks={outlooks} nameOf={nameOf} />
          <Levers issue={issue} k={k} answer={weighed.answer} actor={actor} nameOf={nameOf} />
          <CampsSection issue={issue} outlooks={outlooks} />
          {weighed.answer.landscape && <LandscapeTable issue={issue} landscape={weighed.answer.landscape} />}
          {weighed.paths.length > 0 && <PathPicture issue={issue} k={k} weighed={weighed} />}
          <Blowback issue={issue} answer={weighed.answer} actor={actor} />
        </div>
      )}
      {weighed && plain && (
        <div class="pictures results">
          <CampsSection issue={issue} outlooks={outlooks} />
          {weighed.answer.landscape && <LandscapeTable issue={issue} landscape={weighed.answer.landscape} />}
          {issue.sources.length > 0 && <p class="soft small">Sources: {issue.sources.join('; ')}</p>}
        </div>
      )}
      {!plain && <Rests issue={issue} />}
    </>
  );
}

function Table(props: { issue: Issue; text: string; k: number; moved: Record<string, number[]>; onMove: (moved: Record<string, number[]>) => void }) {
  const { issue, text, k, moved } = props;
  const before = useOutcomes(issue, text, {});
  const now = useOutcomes(issue, text, moved);
  const any = Object.keys(moved).length > 0;
  return (
    <div class="sway">
      <Stances issue={issue} k={k} moved={moved} onMove={props.onMove} />
      <Ends issue={issue} k={k} outcomes={any ? now.outcomes : before.outcomes} before={before.outcomes} moved={any} problem={now.problem ?? before.problem} />
    </div>
  );
}
