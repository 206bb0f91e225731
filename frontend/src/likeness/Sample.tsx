import type { Likeness } from '../api/types';

/** What the network drew of frames it never learnt from, at its newest sample. */
export function Sample({ likeness }: { likeness: Likeness }) {
  const sampled = likeness.curve.filter((point) => point.previewed);
  const newest = sampled[sampled.length - 1];
  if (!newest) {
    return null;
  }
  return (
    <figure className="sample">
      <img
        src={`/api/likenesses/${likeness.id}/previews/${newest.step}`}
        alt="Rows of frames that were held back; columns: hidden mouth, your nearest frame, drawn, true"
      />
      <figcaption>hidden · nearest · drawn · true, at step {newest.step}</figcaption>
    </figure>
  );
}
