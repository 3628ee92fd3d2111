import { percent, type Outlook, type Vote } from './issue';

/** The voting body's table for each option that goes to a vote. */
export function Votes({ outlooks, nameOf }: { outlooks: Outlook[]; nameOf: (id: string) => string }) {
  return (
    <>
      {outlooks
        .filter((outlook) => outlook.vote)
        .map((outlook) => (
          <OneVote key={outlook.name} name={outlook.name} vote={outlook.vote!} nameOf={nameOf} />
        ))}
    </>
  );
}

function OneVote({ name, vote, nameOf }: { name: string; vote: Vote; nameOf: (id: string) => string }) {
  return (
    <section class="panel" aria-label={`Vote on ${name}`}>
      <h2>
        {vote.body}: {name}
      </h2>
      <p>
        Passes with a chance of <strong>{percent(vote.chance)}</strong>; a veto stops it with {percent(vote.veto)}.
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label={`Members on ${name}`}>
        <table class="votes">
          <thead>
            <tr>
              <th>Member</th>
              <th>
                <span class="coop">Yes</span>, abstains, <span class="conf">no</span>
              </th>
              <th class="n">Yes</th>
              <th class="n">Abstains</th>
              <th class="n">No</th>
              <th class="n">Passes if it says yes</th>
              <th class="n">abstains</th>
              <th class="n">says no</th>
              <th>Because</th>
            </tr>
          </thead>
          <tbody>
            {vote.members.map((member) => (
              <tr key={member.member}>
                <td>{nameOf(member.member)}</td>
                <td>
                  <svg class="lean" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="yes" width={100 * member.yes} height="8" />
                    <rect class="abstain" x={100 * member.yes} width={100 * member.abstain} height="8" />
                    <rect class="no" x={100 * (member.yes + member.abstain)} width={100 * member.no} height="8" />
                  </svg>
                </td>
                <td class="n">{percent(member.yes)}</td>
                <td class="n">{percent(member.abstain)}</td>
                <td class="n">{percent(member.no)}</td>
                <td class="n">{percent(member.passesIfYes)}</td>
                <td class="n">{percent(member.passesIfAbstains)}</td>
                <td class="n">{percent(member.passesIfNo)}</td>
                <td>{member.because}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {vote.persuade.length > 0 && vote.chance < 0.995 && (
        <>
          <h3>Whom to win for it to pass</h3>
          <ul class="levers">
            {vote.persuade.map((one) => (
              <li key={one.members.join()}>
                {one.members.map(nameOf).join(', ')}: <strong>{percent(one.chance)}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
