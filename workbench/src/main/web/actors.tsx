import { useState } from 'preact/hooks';
import { useAnswer } from './ui';

type ActorsFound = { found: { actor: { id: string; name: string; code: string } }[] };

/** A field for actors; names of the registry are proposed as one types. */
export function ActorNames(props: { name: string; label: string; value: string; placeholder?: string; required?: boolean }) {
  const { name, label, value } = props;
  const [typed, setTyped] = useState('');
  const found = useAnswer<ActorsFound>(typed.length > 1 ? `/api/knowledge/actors?limit=8&q=${encodeURIComponent(typed)}` : null);
  return (
    <label>
      {label}
      <input
        name={name}
        defaultValue={value}
        list={`list-${name}`}
        placeholder={props.placeholder ?? 'EGY, ISIS, EGYGOV …'}
        required={props.required}
        autocomplete="off"
        onInput={(e) => setTyped(e.currentTarget.value.split(',').pop()!.trim())}
      />
      <datalist id={`list-${name}`}>
        {found.value?.found.map(({ actor }) => (
          <option key={actor.id} value={actor.name}>
            {actor.code}
          </option>
        ))}
      </datalist>
    </label>
  );
}
