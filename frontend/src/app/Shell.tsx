import type { ReactNode } from 'react';
import './studio.css';

/** The frame around every page. */
export function Shell({ title, nav, children }: { title: string; nav?: ReactNode; children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <header className="top">
        <a className="brand" href="/">
          <img src="/icon.svg" alt="" width="28" height="28" /> Selfsame
        </a>
        <nav aria-label="Studio">
          <a href="/inspect.html">Inspect a file</a>
          {nav}
        </nav>
      </header>
      <main id="main">
        <h1>{title}</h1>
        {children}
      </main>
      <footer>
        Every video made here is labelled, invisibly marked and signed. Nobody can turn that off, and the
        person shown can withdraw at any time.
      </footer>
    </>
  );
}
