import type { JudgedFigure } from './figure.ts';

/** Returns the figures as a table for the terminal, one line each. */
export function formatTable(figures: readonly JudgedFigure[]): string {
  const rows = [
    ['', 'measured', 'floor or peer', 'ratio', 'target', ''],
    ...figures.map((figure) => [
      figure.name,
      amount(figure.value, figure.unit),
      figure.floor === undefined ? '' : `${amount(figure.floor.value, figure.unit)} (${figure.floor.name})`,
      figure.ratio === undefined ? '' : `${figure.ratio.toFixed(2)}x`,
      figure.target.kind === 'ratio' ? `<= ${figure.target.most}x` : `<= ${amount(figure.target.most, figure.unit)}`,
      figure.met ? 'met' : 'MISSED',
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function amount(value: number, unit: JudgedFigure['unit']): string {
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${value.toFixed(digits)} ${unit === 'MB' ? 'MB' : 'ms'}`;
}
