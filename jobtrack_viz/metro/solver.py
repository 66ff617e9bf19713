"""Whole-number programmes, solved by HiGHS in the same way on every machine."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

__all__ = ["INFINITY", "Programme", "Solution"]

INFINITY = float("inf")

_SEARCHES_THAT_COST_MORE_THAN_THEY_FIND = (
    "mip_heuristic_run_feasibility_jump",
    "mip_heuristic_run_rins",
    "mip_heuristic_run_rens",
    "mip_heuristic_run_root_reduced_cost",
)
_SMALL = 3000
"""Rows below which simplifying the programme first takes longer than solving it."""


@dataclass(frozen=True, slots=True)
class Solution:
    """Values of all variables; ``proven`` says that nothing cheaper exists."""

    values: tuple[float, ...]
    cost: float
    bound: float
    proven: bool


class Programme:
    """Variables, their costs and rows of limits; the cheapest values are found by ``solve``."""

    def __init__(self) -> None:
        self._low: list[float] = []
        self._high: list[float] = []
        self._cost: list[float] = []
        self._whole: list[bool] = []
        self._rows: list[tuple[float, float, dict[int, float]]] = []

    def __len__(self) -> int:
        return len(self._cost)

    def variable(
        self, cost: float = 0.0, low: float = 0.0, high: float = 1.0, *, whole: bool = False
    ) -> int:
        """A new variable between ``low`` and ``high``, named by its number."""
        self._low.append(low)
        self._high.append(high)
        self._cost.append(cost)
        self._whole.append(whole)
        return len(self._cost) - 1

    def switch(self, cost: float = 0.0) -> int:
        """A new variable that is 0 or 1."""
        return self.variable(cost, whole=True)

    def add_cost(self, variable: int, cost: float) -> None:
        """Make one unit of a variable dearer."""
        self._cost[variable] += cost

    def limit(self, low: float, high: float, terms: Iterable[tuple[int, float]]) -> None:
        """The weighted sum of ``terms`` stays between ``low`` and ``high``."""
        row: dict[int, float] = defaultdict(float)
        for variable, weight in terms:
            row[variable] += weight
        self._rows.append((low, high, dict(row)))

    def solve(
        self, *, most_nodes: int, gap: float = 1e-6, few_cuts: bool = False
    ) -> Solution | None:
        """The cheapest values found within ``most_nodes`` branches; None if there are none.

        ``few_cuts`` is quicker for programmes that are nearly whole by themselves.
        """
        if not self._cost:
            return Solution((), 0.0, 0.0, True)
        import highspy

        solver = highspy.Highs()
        options: dict[str, Any] = {
            "output_flag": False,
            "threads": 1,
            "parallel": "off",
            "random_seed": 0,
            "mip_max_nodes": most_nodes,
            "mip_rel_gap": 0.0,
            "mip_abs_gap": gap,
            **dict.fromkeys(_SEARCHES_THAT_COST_MORE_THAN_THEY_FIND, False),
        }
        if len(self._rows) < _SMALL:
            options["presolve"] = "off"
        if few_cuts:
            options["mip_pool_soft_limit"] = 1
        for name, value in options.items():
            solver.setOptionValue(name, value)
        solver.passModel(self._model(highspy))
        solver.run()
        return _read(highspy, solver)

    def _model(self, highspy: Any) -> Any:
        import numpy as np

        model = highspy.HighsLp()
        model.num_col_ = len(self._cost)
        model.num_row_ = len(self._rows)
        model.col_cost_ = np.array(self._cost, float)
        model.col_lower_ = np.array(self._low, float)
        model.col_upper_ = np.array(self._high, float)
        model.row_lower_ = np.array([low for low, _, _ in self._rows], float)
        model.row_upper_ = np.array([high for _, high, _ in self._rows], float)
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = np.cumsum([0, *(len(row) for _, _, row in self._rows)])
        matrix.index_ = np.array([i for _, _, row in self._rows for i in row], int)
        matrix.value_ = np.array([w for _, _, row in self._rows for w in row.values()], float)
        kinds = highspy.HighsVarType
        if any(self._whole):
            model.integrality_ = [kinds.kInteger if w else kinds.kContinuous for w in self._whole]
        return model


def _read(highspy: Any, solver: Any) -> Solution | None:
    info = solver.getInfo()
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    proven = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    cost = info.objective_function_value
    bound = info.mip_dual_bound if info.mip_node_count >= 0 else cost
    return Solution(tuple(solver.getSolution().col_value), cost, bound, proven)
