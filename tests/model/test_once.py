import gc

from korea_nato._model.once import once, uncollected


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
