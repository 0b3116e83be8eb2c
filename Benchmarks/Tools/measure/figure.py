"""One number of the table."""

from dataclasses import asdict, dataclass


@dataclass
class Figure:
    name: str
    ours: float
    unit: str
    better: str  # "higher" or "lower"
    goal: str
    peer: float | None = None
    peerName: str | None = None

    @property
    def ratio(self):
        return self.ours / self.peer if self.peer else None

    def json(self):
        keys = ("name", "ours", "peer", "peerName", "ratio", "better", "unit", "goal")
        values = asdict(self) | {"ratio": self.ratio}
        return {key: rounded(values[key]) for key in keys}

    def row(self):
        cells = [self.name, shown(self.ours), self.unit, shown(self.peer)]
        return cells + [self.peerName or "", shown(self.ratio), self.goal]


COLUMNS = ["name", "ours", "unit", "peer", "peer's name", "ratio", "goal"]


def rounded(value):
    return float(f"{value:.4g}") if isinstance(value, float) else value


def shown(value):
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def table(figures):
    rows = [COLUMNS] + [figure.row() for figure in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |"
             for row in rows]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)
