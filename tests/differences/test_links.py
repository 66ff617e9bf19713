"""Links that people kept: which would change, and what former ids lead to."""

from dataclasses import replace

from jobtrack_viz.differences import changed_links, former_ids, same_roles
from jobtrack_viz.model import About, Framework, Grade, Role, Track


def of(*roles: Role) -> Framework:
    """A framework of nothing but these roles, on one track."""
    return Framework(
        About(),
        (),
        (Grade("5", 0), Grade("6", 1)),
        (Track("Desk", tuple(role.id for role in roles)),),
        roles,
        (),
        (),
        (),
    )


def role(role_id: str, title: str, grade: str = "5", *aliases: str) -> Role:
    """A role on that track."""
    return Role(role_id, title, grade, 0.0, ("Desk",), {}, aliases)


def test_a_role_stays_by_name_then_by_id_then_by_an_old_title():
    """Title and grade first, then the id, then what one is also known as."""
    before = of(role("a", "Clerk"), role("b", "Guide"), role("c", "Porter"), role("d", "Cook"))
    after = of(
        role("a2", "Clerk"), role("b", "Warden"), role("e", "Usher", "6", "porter"), role("f", "X")
    )

    assert {"a": "a2", "b": "b", "c": "e"} == same_roles(before, after)
    assert {"a2": "a", "b": "b", "e": "c"} == same_roles(after, before)


def test_two_roles_never_become_one():
    """Of two roles with one name, the one that goes is gone."""
    before = of(role("a", "Clerk"), role("b", "Clerk"))

    assert {"b": "b"} == same_roles(before, of(role("b", "Clerk")))


def test_an_old_title_that_two_claim_is_nobodys():
    """Two heirs: the role is gone, and its links lead to neither."""
    before = of(role("a", "Clerk"))
    after = of(role("b", "Desk clerk", "5", "Clerk"), role("c", "Head clerk", "6", "Clerk"))

    assert {} == same_roles(before, after)
    assert (("a", "", "Clerk (5)"),) == changed_links(before, after)


def test_links_that_change():
    """Another id and a role that is gone; a role under its own id is not listed."""
    before = of(role("a", "Clerk"), role("b", "Guide"), role("c", "Porter"))
    after = of(role("a1", "Clerk"), role("b", "Leader"))

    assert (("a", "a1", "Clerk (5)"), ("c", "", "Porter (5)")) == changed_links(before, after)


def test_several_roles_that_became_one():
    """Each old title leads to the role that took it over, though only one of them is that role."""
    before = of(role("a", "Clerk"), role("b", "Typist"), role("c", "Porter"))
    after = of(role("n", "Office assistant", "5", "Clerk", "Typist"), role("c", "Porter"))

    assert {"c": "c"} == same_roles(before, after)
    assert {"a": "n", "b": "n"} == former_ids({}, before, after)


def test_chains_of_former_ids():
    """An id of long ago leads on, one in use again is that role's, and of the gone none is left."""
    first = of(role("a", "Clerk"), role("b", "Guide"), role("c", "Porter"))
    second = of(role("a1", "Clerk"), role("b1", "Guide"), role("c", "Porter"))
    third = of(role("a2", "Clerk"), role("b", "Cook"))
    known = former_ids({}, first, second)

    assert {"a": "a1", "b": "b1"} == known
    assert {"a": "a2", "a1": "a2"} == former_ids(known, second, third)
    assert {"b1": "b", "a": "a1"} == former_ids(
        known, second, replace(second, roles=of(role("a1", "Clerk"), role("b", "Guide")).roles)
    )
