from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from tshoot.engine.planning import chance, ordered, price
from tshoot.model.tree import Fix, Try
from tshoot.model.wording import Wording


def fix(name: str, cost: float, likely: float, risk: float = 0.0) -> Fix:
    return Fix(id=name, text=Wording(name), cost=cost, chance=likely, risk=risk)


def ids(*fixes: Fix, tried: dict[str, tuple[int, int]] | None = None, written: bool = False) -> list[str]:
    return [fix.id for fix in ordered(Try(id="t", fixes=fixes, written=written), tried or {})]


def test_chance_over_cost() -> None:
    assert ids(fix("slow", 15, 0.3), fix("quick", 1, 0.25), fix("middle", 5, 0.3)) == ["quick", "middle", "slow"]


def test_risk_counts_as_cost() -> None:
    assert ids(fix("risky", 1, 0.3, risk=5), fix("safe", 3, 0.3)) == ["safe", "risky"]


def test_the_authors_order_on_request() -> None:
    assert ids(fix("slow", 15, 0.1), fix("quick", 1, 0.9), written=True) == ["slow", "quick"]


def test_what_happened_corrects_the_guess() -> None:
    fixes = fix("guess", 1, 0.6), fix("proven", 1, 0.3)
    assert ids(*fixes) == ["guess", "proven"]
    assert ids(*fixes, tried={"proven": (40, 38), "guess": (40, 2)}) == ["proven", "guess"]
    assert chance(fixes[0], {"guess": (4, 0)}) == 0.3


@given(st.lists(st.tuples(st.floats(0.5, 60), st.floats(0.01, 0.95)), min_size=2, max_size=5))
def test_no_other_order_costs_less(items: list[tuple[float, float]]) -> None:
    fixes = tuple(fix(str(i), cost, likely) for i, (cost, likely) in enumerate(items))

    def expected(order: tuple[Fix, ...]) -> float:
        total, reached = 0.0, 1.0
        for one in order:
            total += reached * price(one)
            reached *= 1 - one.chance
        return total

    best = min(expected(order) for order in permutations(fixes))
    assert expected(ordered(Try(id="t", fixes=fixes), {})) <= best + 1e-9
