"""What belongs together stands close."""

from hypothesis import given
from hypothesis import strategies as st

from jobtrack_viz.metro.near import order_by_links


def length(order, weights):
    """The sum of weight times distance."""
    return sum(w * abs(order.index(a) - order.index(b)) for (a, b), w in weights.items())


def test_nothing_to_gain():
    """Without links the given order stays."""
    assert [0, 1, 2, 3] == order_by_links(4, {})
    assert [] == order_by_links(0, {})


def test_a_chain_is_put_in_order():
    """0-2, 2-1 and 1-3: the only orders without a detour are this chain and its mirror."""
    order = order_by_links(4, {(0, 2): 1, (1, 2): 1, (1, 3): 1})

    assert order in ([0, 2, 1, 3], [3, 1, 2, 0])


@given(
    st.integers(1, 9).flatmap(
        lambda n: st.tuples(
            st.just(n),
            st.dictionaries(
                st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)).filter(
                    lambda p: p[0] < p[1]
                ),
                st.integers(1, 5),
            ),
        )
    )
)
def test_never_longer_than_given(case):
    """The order holds each number once, and its links are in sum not longer than before."""
    count, weights = case
    order = order_by_links(count, weights)

    assert list(range(count)) == sorted(order)
    assert length(order, weights) <= length(list(range(count)), weights)
