import { useEffect, useState } from 'preact/hooks';
import { go, href, type Route } from '../route';
import { Empty, Trouble, useAnswer, Waiting } from '../ui';
import { useCodeBook } from '../card';
import { count, lower, title, code } from '../words';
import type { Event } from '../api';

const PARTS = [
  ['actors', 'Actors'],
  ['words', 'Words'],
  ['places', 'Places'],
  ['codebook', 'Code book'],
  ['explain', 'Explain'],
] as const;

/** What the coder knows, and how it reads a sentence. */
export function Knowledge({ route }: { route: Route }) {
  const part = PARTS.find(([id]) => id === route.rest)?.[0] ?? 'actors';
  const q = route.params.get('q') ?? '';
  return (
    <div class="page">
      <h1>Knowledge</h1>
      <p class="lead">What the coder knows, and why it codes as it does.</p>
      <nav class="tabs" aria-label="Parts of the knowledge">
        {PARTS.map(([id, label]) => (
          <a key={id} href={href('knowledge', id)} aria-current={id === part ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      {part === 'actors' && <Actors q={q} />}
      {part === 'words' && <Words q={q} />}
      {part === 'places' && <Places q={q} />}
      {part === 'codebook' && <CodeBook q={q} />}
      {part === 'explain' && <Explain route={route} />}
    </div>
  );
}

function Search({ part, q, label, example }: { part: string; q: string; label: string; example: string }) {
  const [words, setWords] = useState(q);
  useEffect(() => setWords(q), [q]);
  useEffect(() => {
    const later = setTimeout(() => words.trim() !== q && go(href('knowledge', part, words.trim() ? { q: words.trim() } : {}), true), 200);
    return () => clearTimeout(later);
  }, [words]);
  return (
    <label class="search">
      {label}
      <input type="search" value={words} placeholder={example} onInput={(e) => setWords(e.currentTarget.value)} />
    </label>
  );
}

type ActorFound = {
  known: number;
  found: {
    actor: { id: string; kind: string; name: string; code: string; sectors: string[]; from?: string; to?: string };
    partOf?: string;
    offices: { office: string; of: string; holder: string; from?: string; to?: string }[];
    parts: string[];
  }[];
};

function Actors({ q }: { q: string }) {
  const answer = useAnswer<ActorFound>(q ? `/api/knowledge/actors?q=${encodeURIComponent(q)}` : '/api/knowledge/actors');
  const found = answer.value;
  return (
    <>
      <Search part="actors" q={q} label="Name, code or id" example="Egypt, ISIS, Merkel …" />
      <Trouble what={answer.problem} />
      {!found && answer.waiting && <Waiting />}
      {found && !q && <Empty what={`${count(found.known)} actors are known.`}>Type a name or a code: states, leaders, armed groups, organisations.</Empty>}
      {found && q && found.found.length === 0 && (
        <Empty what={`No actor is called “${q}”.`}>Look for a part of the name, or try its code.</Empty>
      )}
      <div class="entries">
        {q &&
          found?.found.map(({ actor, partOf, offices, parts }) => (
            <article class="entry" key={actor.id}>
              <h2>
                {actor.name} <span class="party-code">{actor.code + actor.sectors.join('')}</span>
              </h2>
              <p class="soft">
                {[lower(actor.kind), partOf && `part of ${partOf}`, (actor.from || actor.to) && `${actor.from ?? ''}…${actor.to ?? ''}`]
                  .filter(Boolean)
                  .join(' · ')}{' '}
                · <code>{actor.id}</code> · <a href={href('explore', '', { actor: actor.id })}>its events</a>
              </p>
              {parts.length > 0 && <p class="small">Parts: {parts.join(', ')}</p>}
              {offices.length > 0 && (
                <details open={offices.length <= 4}>
                  <summary>{count(offices.length, 'term')} of office</summary>
                  <table>
                    <tbody>
                      {offices.map((office, i) => (
                        <tr key={i}>
                          <td>{title(office.office)}</td>
                          <td>{actor.kind === 'PERSON' ? office.of : office.holder}</td>
                          <td class="nowrap soft">
                            {office.from ?? '?'} … {office.to ?? 'now'}
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </details>
              )}
            </article>
          ))}
      </div>
    </>
  );
}

type WordsFound = {
  known: number;
  found: {
    place: string;
    triggers: string;
    pos: string;
    where: string[];
    type: string;
    mode?: string;
    cameo?: string;
    source: string[];
    target: string[];
    example?: string;
  }[];
};

function Words({ q }: { q: string }) {
  const answer = useAnswer<WordsFound>(`/api/knowledge/lexicon?limit=60&q=${encodeURIComponent(q)}`);
  const found = answer.value;
  return (
    <>
      <Search part="words" q={q} label="Verb, noun, or an entry’s place" example="bomb, call for, assault.tsv:207 …" />
      <Trouble what={answer.problem} />
      {found && !q && <Empty what={`${count(found.known)} entries say what words are coded as.`}>Type a word in its base form.</Empty>}
      {found && q && found.found.length === 0 && <Empty what={`No entry has the word “${q}”.`}>Use the base form: “bomb”, not “bombed”.</Empty>}
      <div class="entries">
        {q &&
          found?.found.map((entry) => (
            <article class="entry" key={entry.place}>
              <h2>
                {entry.triggers} <span class="soft small">{entry.pos === 'v' ? 'verb' : entry.pos === 'n' ? 'noun' : entry.pos}</span>
              </h2>
              <p>
                <strong>{title(entry.type)}</strong>
                {entry.mode && ` · ${lower(entry.mode)}`}
                {entry.cameo && ` · CAMEO ${entry.cameo}`} · <code>{entry.place}</code>
              </p>
              {entry.example && <blockquote>{entry.example}</blockquote>}
              <p class="small soft">
                source: {entry.source.join(', ') || 'none'}; target: {entry.target.join(', ') || 'none'}
                {entry.where.length > 0 && `; only with ${entry.where.join('; ')}`}
              </p>
            </article>
          ))}
      </div>
    </>
  );
}

type PlacesFound = {
  known: number;
  found: { geonames?: number; name: string; country?: string; admin?: string; kind: string; latitude: number; longitude: number; population: number }[];
};

function Places({ q }: { q: string }) {
  const answer = useAnswer<PlacesFound>(`/api/knowledge/places?q=${encodeURIComponent(q)}`);
  const found = answer.value;
  return (
    <>
      <Search part="places" q={q} label="Name of a place" example="Derna, Tripoli …" />
      <Trouble what={answer.problem} />
      {found && !q && <Empty what={`${count(found.known)} places are known.`}>Type the whole name of one.</Empty>}
      {found && q && found.found.length === 0 && <Empty what={`No place is called “${q}”.`}>Type the whole name, in English.</Empty>}
      {q && found && found.found.length > 0 && (
        <div class="scroll" tabIndex={0} role="region" aria-label="Places">
          <table>
            <thead>
              <tr>
                <th>Place</th>
                <th>Country</th>
                <th>Region</th>
                <th>Kind</th>
                <th class="n">Inhabitants</th>
                <th class="n">Lat, long</th>
              </tr>
            </thead>
            <tbody>
              {found.found.map((one, i) => (
                <tr key={i}>
                  <td>{one.name}</td>
                  <td>{one.country}</td>
                  <td>{one.admin}</td>
                  <td>{lower(one.kind)}</td>
                  <td class="n">{one.population ? count(one.population) : ''}</td>
                  <td class="n nowrap">
                    {one.latitude.toFixed(2)}, {one.longitude.toFixed(2)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function CodeBook({ q }: { q: string }) {
  const book = useCodeBook();
  if (!book) {
    return <Waiting />;
  }
  const wanted = q.toLowerCase();
  const types = book.types.filter(
    (one) =>
      !wanted ||
      lower(one.type).includes(wanted) ||
      one.definition.toLowerCase().includes(wanted) ||
      book.cameo.some((code) => code.type === one.type && (code.code.startsWith(wanted) || code.text.toLowerCase().includes(wanted))),
  );
  return (
    <>
      <Search part="codebook" q={q} label="Type, CAMEO code or words" example="assault, 195, embargo …" />
      {types.length === 0 && <Empty what={`The code book has nothing on “${q}”.`}>Try a type, or a code of CAMEO.</Empty>}
      <div class="entries">
        {types.map((one) => (
          <article class={`entry quad-${one.quad.replace(' ', '_')}`} key={one.type}>
            <h2>
              {title(one.type)} <span class="soft small">{one.quad}</span>
            </h2>
            <p>{one.definition}</p>
            <details open={Boolean(wanted)}>
              <summary>CAMEO codes, and words with examples</summary>
              <table>
                <tbody>
                  {book.cameo
                    .filter((code) => code.type === one.type)
                    .filter(
                      (code) => !wanted || lower(one.type).includes(wanted) || code.code.startsWith(wanted) || code.text.toLowerCase().includes(wanted),
                    )
                    .map((code) => (
                      <tr key={code.code}>
                        <td class="nowrap">
                          <code>{code.code}</code>
                        </td>
                        <td>{code.text}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
              <p>
                <a href={href('explore', '', { type: one.type })}>Events of this type</a>
              </p>
            </details>
          </article>
        ))}
      </div>
    </>
  );
}

type Explanation = {
  sentences: {
    number: number;
    text: string;
    words: { n: number; text: string; lemma: string; tag: string; label: string; head: number }[];
    who: { text: string; code: string; name?: string; because?: string }[];
    events: Event[];
    nearly: { word: string; entry: string; type: string; outcome: string; example?: string }[];
    discarded?: string;
  }[];
};

function Explain({ route }: { route: Route }) {
  const event = route.params.get('event');
  const sentence = route.params.get('sentence') ?? '';
  const answer = useAnswer<Explanation>(
    event ? `/api/explain?event=${encodeURIComponent(event)}` : sentence ? `/api/explain?sentence=${encodeURIComponent(sentence)}` : null,
  );
  return (
    <>
      <form
        class="search"
        onSubmit={(e) => {
          e.preventDefault();
          go(href('knowledge', 'explain', { sentence: String(new FormData(e.currentTarget).get('sentence')) }));
        }}
      >
        <label>
          A sentence to be read
          <textarea name="sentence" rows={2} required defaultValue={sentence} placeholder="Egypt bombed ISIS camps in Derna." />
        </label>
        <button class="primary">Explain</button>
      </form>
      <Trouble what={answer.problem} />
      {answer.waiting && <Waiting what="Reading" />}
      {answer.value?.sentences.map((one) => (
        <section class="panel" key={one.number} aria-label={one.text}>
          <blockquote>{one.text}</blockquote>
          <h2>What fired</h2>
          {one.discarded && <p>Nothing: “{one.discarded}” sets it aside.</p>}
          {!one.discarded && one.events.length === 0 && <p class="soft">Nothing.</p>}
          <ul>
            {one.events.map((fired) => (
              <li key={fired.id}>
                <strong>{title(fired.type)}</strong> {code(fired.source)} → {fired.target ? code(fired.target) : 'nobody named'},{' '}
                {lower(fired.status)}: <a href={href('knowledge', 'words', { q: (fired.evidence[0].rule ?? '').split(' ')[0] })}><code>{fired.evidence[0].rule}</code></a>
                {fired.evidence[0].because?.map((because, i) => (
                  <span class="because" key={i}>
                    {because}
                  </span>
                ))}
              </li>
            ))}
          </ul>
          {one.nearly.length > 0 && (
            <>
              <h2>What nearly did</h2>
              <ul>
                {one.nearly.map((near, i) => (
                  <li key={i}>
                    {near.word}: <a href={href('knowledge', 'words', { q: near.entry })}><code>{near.entry}</code></a> {lower(near.type)} <span class="soft">{near.outcome}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <h2>Who is spoken of</h2>
          {one.who.length === 0 ? (
            <p class="soft">Nobody whom the registry knows.</p>
          ) : (
            <ul>
              {one.who.map((who, i) => (
                <li key={i}>
                  {who.text} <span class="party-code">{who.code}</span> <span class="soft">{[who.name, who.because].filter(Boolean).join('; ')}</span>
                </li>
              ))}
            </ul>
          )}
          <details>
            <summary>The parse</summary>
            <div class="scroll" tabIndex={0} role="region" aria-label="The parse">
              <table>
                <thead>
                  <tr>
                    <th class="n">#</th>
                    <th>Word</th>
                    <th>Lemma</th>
                    <th>Tag</th>
                    <th>Label</th>
                    <th>Hangs on</th>
                  </tr>
                </thead>
                <tbody>
                  {one.words.map((word) => (
                    <tr key={word.n}>
                      <td class="n">{word.n + 1}</td>
                      <td>{word.text}</td>
                      <td>{word.lemma}</td>
                      <td>{word.tag}</td>
                      <td>{word.label}</td>
                      <td>{word.head < 0 ? '' : one.words[word.head].text}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        </section>
      ))}
      {!event && !sentence && <Empty what="See how the coder reads a sentence.">Its parse, who is spoken of, which entries fired, and which nearly did.</Empty>}
    </>
  );
}
