"""Which headings name people, and which name roles, however they are spelt."""

import re
from functools import lru_cache

from jobtrack_viz.workbook.text import fold

__all__ = [
    "counts_perhaps",
    "names_certainly",
    "names_job",
    "names_person",
    "names_role",
    "names_strongly",
]

_LONGEST = 60
"""Letters of a heading; longer texts are none."""
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_WHO = (
    "employee", "staff", "staffmember", "memberofstaff", "postholder", "jobholder", "roleholder",
    "positionholder", "incumbent", "worker", "person", "colleague", "occupant", "appointee",
    "linemanager", "manager", "supervisor", "linesupervisor", "personnel", "payroll", "user",
    "currentholder", "currentpostholder", "currentincumbent", "currentemployee", "assignment",
    "emp", "pers", "contact", "reportsto", "reportingmanager", "directmanager",
)  # fmt: skip
_ALONE = frozenset(_WHO) - {
    "manager", "supervisor", "personnel", "payroll", "user", "assignment", "emp", "pers", "contact",
    "reportsto", "reportingmanager", "directmanager",
}  # fmt: skip
_OF_PERSON = (
    "name", "fullname", "firstname", "surname", "lastname", "forename", "initials", "no", "num",
    "number", "id", "ref", "reference", "email", "emailaddress",
)  # fmt: skip
_NAMES = (
    "name", "fullname", "surname", "lastname", "familyname", "firstname", "forename", "givenname",
    "middlename", "secondname", "preferredname", "knownname", "maidenname", "legalname",
    "displayname", "initials", "initialsandsurname", "firstandlastname",
)  # fmt: skip
_MORE = (
    "email", "emailaddress", "workemail", "workemailaddress", "personalemail", "mailaddress",
    "dateofbirth", "dob", "birthdate", "birthday", "ninumber", "nino", "nationalinsurancenumber",
    "homeaddress", "hometelephone", "homephone", "mobilenumber", "gender", "ethnicity",
    "nationality", "maritalstatus", "sexualorientation", "heldby", "occupiedby", "hrid",
    "filledby", "staffinpost", "personinpost", "contactperson", "nameandsurname", "namessurname",
)  # fmt: skip
_PERSON = frozenset(
    {
        *_ALONE,
        *_NAMES,
        *_MORE,
        *(f"{who}{what}" for who in (*_WHO, *(f"{who}s" for who in _WHO)) for what in _OF_PERSON),
        *(f"name{many}of{who}" for who in _WHO for many in ("", "s")),
        *(f"name{who}" for who in _WHO),
        *(f"nameofthe{who}" for who in _WHO),
    }
)
_WEAK = frozenset({"name", "linemanager", "initials", "person"})
"""Headings that other tables have too; alone they need a role beside them."""
_CERTAIN = frozenset(
    {
        "employee", "employeename", "staffname", "staffmember", "memberofstaff", "fullname",
        "surname", "lastname", "familyname", "firstname", "forename", "postholder", "jobholder",
        "incumbent", "postholdername", "jobholdername", "empname",
    }
)  # fmt: skip
"""Headings that name people, whatever stands beside them."""
_ROLE = frozenset(
    {
        "role", "jobtitle", "job", "jobrole", "jobname", "post", "posttitle", "postname",
        "position", "positiontitle", "positionname", "roletitle", "rolename", "currentrole",
        "currentjobtitle", "currentpost", "currentposition", "currentjob", "occupation",
        "designation", "jobprofile", "rolejobtitle", "jobtitlerole", "rolejob", "jobrolejobtitle",
        "posttitlerole", "genericrole", "genericjobtitle", "roleheld", "currentroletitle",
    }
)  # fmt: skip
_JOB = frozenset(
    {
        "grade", "band", "payband", "paygrade", "jobgrade", "spinepoint", "salary", "fte", "track",
        "department", "dept", "division", "directorate", "faculty", "school", "team", "section",
        "unit", "location", "contract", "contracttype", "startdate", "level",
    }
)  # fmt: skip
"""What an export of staff says of each of them besides."""


def names_person(heading: str) -> bool:
    """Whether cells below such a heading name or number people."""
    return _is_one_of(heading, _PERSON)


def names_strongly(heading: str) -> bool:
    """Whether it says so without a role beside it."""
    return names_person(heading) and not _is_one_of(heading, _WEAK)


def names_certainly(heading: str) -> bool:
    """Whether no other table has such a heading."""
    return _is_one_of(heading, _CERTAIN)


def names_role(heading: str) -> bool:
    """Whether cells below such a heading are titles of jobs."""
    return _is_one_of(heading, _ROLE)


def names_job(heading: str) -> bool:
    """Whether the heading is one of what an export of staff says of each of them."""
    return _is_one_of(heading, _JOB)


def counts_perhaps(heading: str) -> bool:
    """Whether numbers below such a heading say how many people there are."""
    return _key(heading) in {"staff", *(f"{who}s" for who in _ALONE)}


def _is_one_of(heading: str, words: frozenset[str]) -> bool:
    key = _key(heading)
    return key in words or (key.endswith("s") and key[:-1] in words)


@lru_cache(maxsize=16_384)
def _key(heading: str) -> str:
    """Letters and digits alone: Post-holder is Postholder, E-mail is Email, Staff # is Staff no."""
    if len(heading) > _LONGEST:
        return ""
    plain = fold(heading).replace("#", " no ").replace("\N{NUMERO SIGN}", " no ")
    return _NOT_LETTERS.sub("", plain.replace("(s)", "s"))
