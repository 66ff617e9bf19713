"""Drafts, publishing and taking back: the only writer of what readers see."""

from jobtrack_viz.checking import Answer
from jobtrack_viz.publishing.baseline import Baseline, baseline
from jobtrack_viz.publishing.consultations import MOST_DAYS, share, stop_sharing
from jobtrack_viz.publishing.expiry import ExpiryTimer, purge_expired
from jobtrack_viz.publishing.first import FirstPublication
from jobtrack_viz.publishing.preview import Preview, preview
from jobtrack_viz.publishing.readings import Copy, Mode, Upload, read_upload
from jobtrack_viz.publishing.releases import publish, publish_first, restore
from jobtrack_viz.publishing.uploads import begin, discard, prepare, settle
from jobtrack_viz.publishing.withdrawals import purge, story_key, withdraw_story, withdraw_version

__all__ = [
    "MOST_DAYS",
    "Answer",
    "Baseline",
    "Copy",
    "ExpiryTimer",
    "FirstPublication",
    "Mode",
    "Preview",
    "Upload",
    "baseline",
    "begin",
    "discard",
    "prepare",
    "preview",
    "publish",
    "publish_first",
    "purge",
    "purge_expired",
    "read_upload",
    "restore",
    "settle",
    "share",
    "stop_sharing",
    "story_key",
    "withdraw_story",
    "withdraw_version",
]
