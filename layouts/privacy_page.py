"""What a reader's browser sends and keeps, and what the server writes down."""

from collections.abc import Iterator
from typing import Any

from jobtrack_viz.model import About
from jobtrack_viz.workbook.text import is_web_address
from layouts import html
from layouts.parts import contact
from layouts.prose import Section, bullets, page, said, table, to_fill

__all__ = ["privacy_page"]

_KEPT = (
    (
        "panel",
        "this tab",
        "Whether the panel beside the map is put aside.",
        "the tab is closed",
    ),
    (
        "career-map-own-levels",
        "this tab",
        "The levels that you mark under “My own levels”.",
        "you erase them, or the tab is closed",
    ),
    (
        "career-map-own-levels",
        "this computer",
        "The same, once you tick “Keep on this computer”.",
        "you erase them or take the tick away",
    ),
)
"""Everything that a script of ours stores: name, place, what it says, until when."""
_IN_SHORT = (
    "You need no account, and nobody learns from this map who you are or which roles you look at.",
    "There are no cookies, no counting of visitors, and nothing from other websites.",
    "The server answers with the map and forgets the question.",
)
_SENT = (
    "The address of the page. It names the roles you chose, and how you look at them: stops on the "
    "way, tracks to avoid, the part of the map. Roles are named, people are not.",
    "What you type into the searches for a role or an old job title, once you ask to see it.",
    "A question whether the part of the map that you chose is drawn, while you wait for it. "
    "What is drawn is kept for a day under a number, without who asked for it.",
    "The version of the map that your page shows, so that a new map does not mix with an old one.",
    "A question whether there is a newer map, when you come back to an open page and every five "
    "minutes at most. It says nothing of you or of what you look at.",
    "What every browser sends to every website: your network address, which the answer needs to "
    "find you, and the name of your browser. The map uses neither and writes neither down.",
)
_SHARED = (
    "A link holds the roles you chose and how you look at them. Whoever gets the link sees the "
    "same page, and does not see that it was you who chose.",
    "Your browser's history remembers the addresses of pages, here as anywhere. Use a private "
    "window if somebody else uses your computer.",
    "A saved picture or document holds the map or the comparison, the date and the version of the "
    "map. It does not hold your name, unless you write it there.",
    "Your own levels are in no link, no picture and no Word or Excel file. They appear in print "
    "while you have them shown, and in the file that you save them to.",
)
_PUBLISHERS = (
    "This part is about people of HR who sign in below /hr. Readers never meet it.",
    "An account is an e-mail address and a password, which is kept only in a form that nobody can "
    "read back.",
    "The page to sign in sets two cookies for HR's pages alone. One, called hr, goes when you "
    "close the browser, and opens nothing once you sign out, after 30 minutes without use, or "
    "after eight hours. The other, called hr-known, says for 90 days that somebody has signed in "
    "with this browser before, so that strangers who guess passwords do not keep you waiting. It "
    "lets nobody in, and holds a random number and a date.",
    "Attempts to sign in are counted, so that nobody can try out passwords. What is counted stands "
    "under a fingerprint of the e-mail address that was typed and of the network address it came "
    "from, made with the server's secret key, so that neither can be read from it. It is deleted "
    "after 24 hours at most, and written down nowhere else.",
    "The audit log keeps who signed in, uploaded, published, restored or withdrew what, who made a "
    "one-time link and when it was used, and for which account a sign-in was refused. It keeps no "
    "network address.",
    "Workbooks are kept with the version that was made of them, without what was taken out before "
    "they were stored, until somebody deletes them. Those of a draft go with it, after 30 days at "
    "most.",
)


def privacy_page(about: About) -> html.Main:
    """Privacy on this map; the institution's own notice is named where the workbook has one."""
    sections = (
        Section("short", "In short", [bullets(*_IN_SHORT)]),
        Section("sends", "What your browser sends", [bullets(*_SENT)]),
        Section("keeps", "What your browser keeps", [*_kept()]),
        Section("erase", "How to erase it", [*_erase()]),
        Section("shared", "What links, pictures and documents hold", [bullets(*_SHARED)]),
        Section("log", "What the server writes down", [*_log()]),
        Section("hr", "Those who publish", [bullets(*_PUBLISHERS)]),
        Section("ask", "Who to ask", [*_ask(about)]),
    )
    return page("Privacy", [*_theirs(about)], sections)


def _theirs(about: About) -> Iterator[html.P]:
    if is_web_address(about.privacy):
        whose = f"of {about.institution}" if about.institution else "of those who publish this map"
        yield html.P(
            [
                "This page is about the map only. For everything else there is the ",
                html.A(f"privacy notice {whose}", href=about.privacy),
                ".",
            ]
        )


def _kept() -> Iterator[Any]:
    yield said("Only this is kept, on your own computer, and none of it is sent:")
    rows = [(html.Code(name, className="kept"), place, *more) for name, place, *more in _KEPT]
    yield table("Kept by your browser", ("Name", "Where", "What", "Until"), rows)
    yield said(
        "Nothing else is stored: no cookie, no database, no copy for later beyond the files that "
        "browsers keep of every website to show it faster."
    )


def _erase() -> Iterator[html.P]:
    yield said(
        "Close the tab, and what was kept for the tab is gone. “Clear site data” in your browser's "
        "settings erases everything at once. Your own levels have a button of their own for it. "
        "The map works without any of it."
    )


def _log() -> Iterator[html.P]:
    yield said(
        "The program keeps no list of visits. When something fails, it notes what failed, perhaps "
        "with the page's address, and never who asked."
    )
    yield said(
        "Your institution may run other machines between you and this program, such as a firewall "
        "with a log of its own. Those follow the institution's rules."
    )


def _ask(about: About) -> Iterator[html.P]:
    words: list[Any] = ["Questions about this page go to "]
    if about.contact:
        yield html.P([*words, *contact(about, ""), "."])
    else:
        yield html.P([*words, "whoever looks after this map. ", to_fill("whom to ask", "Contact")])
