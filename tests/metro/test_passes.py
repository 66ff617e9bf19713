"""Single steps of the engine, on values made by hand."""

from itertools import permutations, product

import pytest
from shapely import LineString

from jobtrack_viz.metro.blocks import groups, part
from jobtrack_viz.metro.columns import assign_columns
from jobtrack_viz.metro.grid import Figure, Order
from jobtrack_viz.metro.group_order import order_group
from jobtrack_viz.metro.hubs import split_hubs
from jobtrack_viz.metro.paths import beside, corners_cut, jog, tidy
from jobtrack_viz.metro.score import line_crossings
from jobtrack_viz.metro.shapes import Point
from jobtrack_viz.metro.sift import sift_group
from jobtrack_viz.metro.solver import Programme
from jobtrack_viz.metro.text_width import text_width, wrap
from jobtrack_viz.network import build_network
from tests.metro.frameworks import framework, lottery


def columns_of(*args, **more):
    """The columns of a framework in short words."""
    return assign_columns(build_network(framework(*args, **more)))


def test_a_track_passes_grades_it_has_no_role_on():
    """A line that skips a grade still has a place there."""
    columns = columns_of({"A": "a3 b5", "B": "c4"})

    assert ("a", "~0@1", "b") == columns.threads[0].nodes


def test_a_fork_becomes_two_threads():
    """A forking track is a line and a branch, which together use every leg once."""
    columns = columns_of({"A": "a3 b4 c4 d5"})

    assert [("a", "b", "d"), ("a", "c", "d")] == [t.nodes for t in columns.threads]


def test_tracks_that_share_nothing_are_groups():
    """Tracks are grouped by the roles they share."""
    columns = columns_of({"A": "a3 b4", "B": "c3 d4", "C": "a3 e4"})

    assert [[0, 2], [1]] == groups(columns)


def every_order(columns):
    """All orders of the nodes of each column, with all orders of the threads in each node."""
    nodes = list(columns.nodes.values())
    rows = [permutations(n.id for n in columns.in_column(c)) for c in range(columns.count)]
    for found in product(*rows, *(permutations(node.threads) for node in nodes)):
        inside = dict(zip((n.id for n in nodes), found[columns.count :], strict=True))
        yield Order(found[: columns.count], inside, Figure(0, 0), Figure(0, 0))


@pytest.mark.parametrize(
    "tracks",
    [
        {"A": "a3 x4 b5", "B": "c3 x4 d5", "C": "a3 y4 d5", "D": "c3 y4 b5"},
        {"A": "a3 p4 c5", "B": "a3 q4 d5", "C": "b3 p4 d5", "D": "b3 q4 c5"},
        {"A": "a3 p4 c5", "B": "b3 p4 c5", "C": "b3 q4 d5"},
    ],
)
def test_no_order_beats_the_exact_one(tracks):
    """Of all orders of rows, none has fewer crossings than the one found, and that is known."""
    columns = columns_of(tracks)
    least = min(line_crossings(columns, order) for order in every_order(columns))
    order = order_group(columns, {})

    assert (least, least, least) == (
        line_crossings(columns, order),
        order.lines.value,
        order.lines.bound,
    )


def test_sifting_keeps_every_row():
    """The quick order holds each node and each thread of a group exactly once."""
    columns = assign_columns(build_network(lottery(5)))
    own = part(columns, groups(columns)[0])
    order = sift_group(own, {})

    assert sorted(own.nodes) == sorted(node for column in order.columns for node in column)
    assert {n: sorted(node.threads) for n, node in own.nodes.items()} == {
        n: sorted(threads) for n, threads in order.inside.items()
    }


def test_a_programme_is_solved():
    """The cheapest whole numbers within the limits are found and proven."""
    programme = Programme()
    one, two = programme.switch(-2.0), programme.switch(-3.0)
    programme.limit(0, 1, [(one, 1.0), (two, 1.0)])
    solution = programme.solve(most_nodes=10)

    assert ((0.0, 1.0), -3.0, True) == (solution.values, solution.cost, solution.proven)


def test_an_impossible_programme_has_no_solution():
    """Limits that contradict each other give None."""
    programme = Programme()
    only = programme.switch()
    programme.limit(2, 3, [(only, 1.0)])

    assert programme.solve(most_nodes=10) is None


def test_a_jog_slants_where_there_is_room():
    """A line goes down at 45 degrees around the middle."""
    way = jog(Point(0, 0), Point(100, 20), 50, 10)

    assert (Point(0, 0), Point(40, 0), Point(60, 20), Point(100, 20)) == way


def test_a_way_beside_keeps_its_distance():
    """A parallel way stays as far away on slants as on level stretches."""
    way = jog(Point(0, 0), Point(100, 20), 50, 10)
    other = beside(way, 9)

    assert 9 == round(LineString(way).distance(LineString(other)), 6)


def test_tidy_drops_idle_points():
    """Points on a straight stretch and repeated points are left out."""
    assert (Point(0, 0), Point(5, 0)) == tidy([Point(0, 0), Point(2, 0), Point(2, 0), Point(5, 0)])


def test_cut_corners_take_at_most_half():
    """A short stretch between two corners becomes one slant."""
    way = corners_cut([Point(0, 0), Point(50, 0), Point(50, 10), Point(90, 10)], 9)

    assert (Point(0, 0), Point(45, 0), Point(55, 10), Point(90, 10)) == way


def test_text_is_as_wide_as_its_letters():
    """Widths add up; a letter that the font lacks counts as a full square."""
    parts = [text_width(letter, 15) for letter in ("A", "V", "漢")]

    assert (sum(parts), 15.0) == (text_width("AV漢", 15), parts[2])


def test_titles_wrap_evenly():
    """A title takes as few lines as fit, and words stay whole."""
    assert ("Senior Service", "Desk Analyst") == wrap("Senior Service Desk Analyst", 15, 122)


def test_a_hub_is_split_where_other_rows_come_between():
    """A role at the end of lines from several groups has a mark for each run of its lines."""
    tracks = {name: f"{name.lower()}3 z4" for name in "ABCDEFG"}
    columns = columns_of(tracks)
    rows = [
        [(f"{name.lower()}", (i,)) for i, name in enumerate("ABCDEFG")],
        [("z", (0, 1)), ("z", (2, 3, 4)), ("z", (5, 6))],
    ]
    split, named = split_hubs(columns, rows)

    assert ["z#1", "z", "z#2"] == [node for node, _ in named[1]]
    assert ("a", "z#1") == split.threads[0].nodes
    assert ("c", "z") == split.threads[2].nodes
    assert {"z"} == {split.nodes[node].role_id for node, _ in named[1]}


def test_the_quick_order_wins_if_it_is_better():
    """Given no exact answer, the order of the rows is the quick one, and its bound is honest."""
    columns = columns_of({"A": "a3 x4 b5", "B": "c3 x4 d5", "C": "a3 y4 d5", "D": "c3 y4 b5"})
    quick = sift_group(columns, {})

    assert quick.lines.value == line_crossings(columns, quick)
    assert (0, 0) == (quick.lines.bound, quick.walkways.bound)


def test_a_very_long_word_is_cut():
    """A word wider than any name may be is cut with hyphens; a script without them just so."""
    german = wrap("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", 15, 122, 6)
    chinese = wrap("信息技术服务管理高级工程师与数据科学研究支持团队负责人", 15, 122, 6)

    assert "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" == "".join(german).replace(
        "-", ""
    )
    assert all(line.endswith("-") for line in german[:-1])
    assert "-" not in "".join(chinese)
    assert max(text_width(line, 15) for line in (*german, *chinese)) <= 155


def test_a_long_title_takes_more_lines():
    """110 letters need five lines of the common width, none of which is much longer."""
    title = (
        "Head of Enterprise Architecture, Information Governance, Data Protection and Research "
        "Computing Infrastructure"
    )
    lines = wrap(title, 15, 122, 6)

    assert title == " ".join(lines)
    assert max(text_width(line, 15) for line in lines) <= 160
