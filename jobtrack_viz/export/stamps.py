"""The stamp of a published version: what a copy of it tells when it comes back."""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from jobtrack_viz.canonical import framework_json
from jobtrack_viz.model import Framework
from jobtrack_viz.workbook import Stamp

__all__ = ["stamp_of"]


def stamp_of(version: str, framework: Framework, at: datetime) -> Stamp:
    """The stamp of a version that was published at a time (aware).

    Its sum leaves stories out: when one is withdrawn, copies made before are still known.
    """
    lasting = framework_json(replace(framework, stories=()))
    return Stamp(version, sha256(lasting).hexdigest(), at.replace(microsecond=0))
