/** A stage of work as a label; work that has not been taken up yet has none. */
export function stageText(stage: string): string {
  const said = stage === '' || stage === 'waiting' ? 'waiting for its turn' : stage;
  return said.charAt(0).toUpperCase() + said.slice(1);
}
