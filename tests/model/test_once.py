import gc

import pytest

from korea_nato._model.once import _collect_in_child, once, uncollected


class Sum:
    """A class that is slow to work something out."""

    made = 0

    @once
    def total(self) -> int:
        """Return what is worked out."""
        self.made += 1
        return 5


def test_an_answer_is_worked_out_once_for_each_object():
    """Asked twice, it is made once; another object makes its own."""
    one, other = Sum(), Sum()

    assert (5, 5, 5) == (one.total, one.total, other.total)
    assert (1, 1) == (one.made, other.made)


def test_a_class_tells_what_its_objects_work_out():
    """Asked of the class, the attribute is there with its name and docstring, as tools for documentation ask."""
    assert ("total", "Return what is worked out.") == (Sum.total.name, Sum.total.__doc__)


def test_the_garbage_collector_is_left_as_it_was():
    """It is off while records are made; where it was off before, it stays off."""
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.disable()
    try:
        with uncollected():
            pass

        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.skipif(gc.get_freeze_count() > 0, reason="Python 3.12 freezes some of its own, which stays frozen")
def test_what_lasts_is_not_walked_over_as_soon_as_the_collector_is_back():
    """What was made while it was off is among the old, and nothing stays frozen."""
    with uncollected(lasting=True):
        made = [[] for _ in range(5000)]

    old = {id(one) for one in gc.get_objects(generation=2)}
    assert old.issuperset(map(id, made))
    assert 0 == gc.get_freeze_count()


def test_what_may_go_stays_among_the_young():
    """The old are looked through seldom: folders that are read again and again would pile up there."""
    with uncollected():
        made = [[] for _ in range(5000)]

    old = {id(one) for one in gc.get_objects(generation=2)}
    assert not old.intersection(map(id, made))


def test_what_somebody_has_frozen_stays_frozen():
    """A server that freezes its memory before it forks keeps it so."""
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with uncollected(lasting=True):
            pass

        assert frozen == gc.get_freeze_count()
    finally:
        gc.unfreeze()


@pytest.mark.parametrize("running", [True, False])
def test_a_forked_process_collects_as_its_parent_did_before_the_pause(running):
    """The thread that paused the collector is not in the child, and would never let it run again."""
    if not running:
        gc.disable()
    try:
        with uncollected():
            _collect_in_child()

            assert running == gc.isenabled()
    finally:
        gc.enable()
