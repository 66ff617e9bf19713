"""``doctor``: whether an installation is sound, one line a check; nothing is ever changed."""

from jobtrack_viz.doctor.command import add_doctor

__all__ = ["add_doctor"]
