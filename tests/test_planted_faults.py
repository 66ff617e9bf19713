"""The faults that tests are known to notice can still be planted."""

import pytest

from tools.planted_faults import ROOT, faults


@pytest.mark.parametrize("fault", faults(), ids=lambda fault: fault.name)
def test_a_fault_can_be_planted(fault):
    """The words that a fault replaces stand in its file exactly once, and its tests exist."""
    missing = [name for name in fault.tests if not (ROOT / name.partition("::")[0]).exists()]

    assert (1, []) == ((ROOT / fault.file).read_text().count(fault.find), missing)
