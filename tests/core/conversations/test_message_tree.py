from __future__ import annotations

import random

from core.conversations.message_tree import MessageTree


def test_a_path_leads_from_the_root_to_the_leaf() -> None:
    tree = MessageTree([("q", None), ("a", "q"), ("q2", "a")])

    assert tree.path_to("q2") == ["q", "a", "q2"]
    assert tree.path_to("nobody") == []
    assert tree.path_to(None) == []


def test_siblings_stand_by_age_and_know_their_place() -> None:
    tree = MessageTree([("q", None), ("a1", "q"), ("a2", "q"), ("edited", None)])

    assert tree.siblings("a2") == ("a1", "a2")
    assert tree.place("a2") == (1, 2)
    assert tree.roots == ("q", "edited")
    assert tree.place("edited") == (1, 2)


def test_the_newest_leaf_below_a_message_is_the_youngest_end_of_its_branches() -> None:
    tree = MessageTree([("q", None), ("a1", "q"), ("a2", "q"), ("deeper", "a1")])

    assert tree.newest_leaf_below("q") == "deeper"
    assert tree.newest_leaf_below("a2") == "a2"
    assert tree.newest_leaf_below(None) == "deeper"
    assert tree.newest_leaf_below("nobody") is None


def test_orphans_become_roots_and_circles_are_opened_at_their_oldest_message() -> None:
    tree = MessageTree([("orphan", "gone"), ("x", "y"), ("y", "z"), ("z", "x"), ("tail", "z"), ("self", "self")])

    assert tree.roots == ("orphan", "x", "self")
    assert tree.path_to("tail") == ["x", "z", "tail"]
    assert sorted(tree) == sorted(["orphan", "x", "y", "z", "tail", "self"])


def test_of_two_equal_ids_the_first_counts() -> None:
    tree = MessageTree([("q", None), ("a", "q"), ("a", None)])

    assert tree.path_to("a") == ["q", "a"]
    assert len(tree) == 2


def test_any_random_graph_becomes_a_forest_that_holds_every_message_once() -> None:
    dice = random.Random(7)
    for _ in range(200):
        ids = [str(number) for number in range(dice.randint(1, 40))]
        tree = MessageTree((name, dice.choice([None, "gone", *ids])) for name in ids)

        in_order = list(tree)
        assert sorted(in_order) == sorted(ids)
        seen: set[str | None] = {None}
        for message_id in in_order:
            assert tree.parent(message_id) in seen
            seen.add(message_id)
            assert tree.path_to(message_id)[-1] == message_id


def test_a_chain_of_a_hundred_thousand_messages_needs_no_recursion() -> None:
    tree = MessageTree((str(i), str(i - 1) if i else None) for i in range(100_000))

    assert len(tree.path_to("99999")) == 100_000
    assert len(tree.subtree("0")) == 100_000
    assert tree.newest_leaf_below("0") == "99999"
