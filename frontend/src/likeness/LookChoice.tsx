import type { DrivingTake } from '../api/types';
import { useWatched } from '../api/useWatched';

interface Props {
  likenessId: string;
  chosen: string | null;
  onChange: (lookId: string | null) => void;
}

const always = () => true;

/** Which driving take the autoencoder learns the other look from. */
export function LookChoice({ likenessId, chosen, onChange }: Props) {
  const looks = useWatched<DrivingTake[]>(`/api/likenesses/${likenessId}/looks`, always);
  if (!looks.value) return null;
  if (looks.value.length === 0) {
    return (
      <p>
        The autoencoder learns from two looks of you. There is no driving take of yours yet: train with
        another renderer, then <a href="/takes.html">send one</a>.
      </p>
    );
  }
  return (
    <label className="choice">
      <span>Your other look</span>
      <select value={chosen ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">Choose a driving take</option>
        {looks.value.map((look) => (
          <option key={look.id} value={look.id}>
            {look.seconds.toFixed(0)} s, {new Date(look.verifiedAt).toLocaleString()}
          </option>
        ))}
      </select>
      <small>What it shows of you is drawn in the look of your footage.</small>
    </label>
  );
}
