export function AdoptersOverTime(_: {
  points: readonly { month: string; added: number; total: number }[];
  undated: number;
}) {
  return null;
}
