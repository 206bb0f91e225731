/** The proof of what became of a likeness, for whoever withdrew. */
export function DeletionCertificate({ likenessId }: { likenessId: string }) {
  return (
    <p>
      <a
        href={`/api/likenesses/${likenessId}/deletion-certificate`}
        download={`selfsame-deletion-${likenessId}.txt`}
      >
        Your certificate of deletion
      </a>{' '}
      says what was destroyed and when, and what is kept and why.
    </p>
  );
}
