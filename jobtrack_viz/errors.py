"""Every error that this package raises on purpose."""

__all__ = [
    "AccountExists",
    "AccountRefused",
    "DamagedVersion",
    "DraftGone",
    "DraftHasErrors",
    "InvalidSetting",
    "JobtrackError",
    "LinkGone",
    "NotConfirmed",
    "OutcomeUnknown",
    "PasswordRefused",
    "SignInRefused",
    "StaleDraft",
    "StoreDamaged",
    "StoreUnavailable",
    "TablesChanged",
    "UnknownRole",
    "UnknownTrack",
    "UnknownVersion",
    "UnreadableRecord",
    "UnreadableSource",
    "UnreadableWorkbook",
    "UnwritableWorkbook",
    "WithdrawnVersion",
    "WorkbookHasErrors",
]


class JobtrackError(Exception):
    """Base of every error this package raises on purpose.

    The text is one line for a person to read; it holds no traceback, path or class name.
    """


class InvalidSetting(JobtrackError):
    """A setting in the environment has a value that cannot be used."""


class UnreadableWorkbook(JobtrackError):
    """The file cannot be opened as a workbook, or is refused before it is read."""


class UnreadableSource(JobtrackError):
    """A file or folder to convert cannot be read, or is not laid out as it is published."""


class UnwritableWorkbook(JobtrackError):
    """A converted workbook would be too large to read, or there is no place for it."""


class WorkbookHasErrors(JobtrackError):
    """The workbook was read, but has errors, so that no map can be made of it."""


class UnknownTrack(JobtrackError):
    """The call names a track that this framework does not have."""


class UnknownRole(JobtrackError):
    """The link or call names a role that this version of the map does not have."""


class StoreUnavailable(JobtrackError):
    """The database cannot be reached or written at the moment."""


class StoreDamaged(StoreUnavailable):
    """The database answers, but what was asked for cannot be read in it; other parts may be."""


class TablesChanged(StoreUnavailable):
    """The tables are not, or are no longer, those of this version of the product."""


class OutcomeUnknown(StoreUnavailable):
    """The database stopped answering during a commit: it may or may not have been stored."""


class UnreadableRecord(JobtrackError):
    """Something in the database was not written by this version of the product, or is damaged."""


class UnknownVersion(JobtrackError):
    """No map has this version id, or nobody keeps it any longer."""


class DamagedVersion(UnknownVersion):
    """A version is there, but cannot be read, so it is as good as not kept."""


class WithdrawnVersion(JobtrackError):
    """A version of the map was taken back; the text says why."""


class AccountExists(JobtrackError):
    """There is an account with this e-mail address already."""


class DraftGone(JobtrackError):
    """A draft was discarded or published, has expired, or never was."""


class DraftHasErrors(JobtrackError):
    """A draft cannot be published as long as its workbook has errors or open conflicts."""


class NotConfirmed(JobtrackError):
    """So much would be removed that somebody must confirm it by typing."""


class StaleDraft(JobtrackError):
    """Somebody else has published since a draft was compared with the map."""


class SignInRefused(JobtrackError):
    """E-mail address and password do not go together, or there were too many attempts."""


class LinkGone(JobtrackError):
    """A one-time link was used, is too old, or never was."""


class AccountRefused(JobtrackError):
    """Something asked of an account cannot be done; the text says what to do instead."""


class PasswordRefused(AccountRefused):
    """A new password is too short, too long, or among the first that anybody would try."""
