"""What page, paper and Word document say around the content of a plan, in the same words."""

from jobtrack_viz.drawing.phrases import count_of, joined
from jobtrack_viz.export.aims import Aim
from jobtrack_viz.export.plan import Plan, SkillList

__all__ = [
    "DUTIES",
    "HOW",
    "JOURNEY",
    "KIND",
    "REVIEW",
    "SKILLS",
    "TALK",
    "TO_DEVELOP",
    "WHO_DOES_WHAT",
    "WHO_HEADINGS",
    "aim_change",
    "aims_beyond",
    "imprint",
    "no_aims",
    "no_description",
    "no_options",
    "rest_of_how",
    "rest_of_skills",
]

KIND = "Career plan, to talk through"
TALK = ("Name", "Talked through with", "On")
JOURNEY = "The journey"
TO_DEVELOP = "To develop"
SKILLS = "Skills and qualifications"
HOW = "How this happens here"
DUTIES = "Job description reviewed? Duties added or given up"
WHO_DOES_WHAT = "Who does what by when"
WHO_HEADINGS = ("What", "Who", "By when")
REVIEW = "We look at this again on"


def no_aims(plan: Plan) -> str:
    """Why nothing is listed to develop; empty if something is."""
    if plan.aims.few:
        return ""
    if plan.aims.unknown:
        where = count_of(plan.aims.unknown, "competency is", "competencies are")
        return (
            f"{where} stated for one of these roles only, so nothing can be said about levels. "
            f"Ask {plan.ask} what the other role expects."
        )
    if plan.states_levels:
        return "No competency asks for more than it does now."
    return f"The workbook says nothing about levels here. Ask {plan.ask}."


def aim_change(plan: Plan, aim: Aim) -> str:
    """``from Low to High, first Medium, by stop 2``."""
    first = f", first {aim.towards}" if aim.towards else ""
    where = f", by stop\N{NO-BREAK SPACE}{plan.stops[aim.stop].mark}" if len(plan.stops) > 2 else ""
    return f"{aim.change}{first}{where}"


def aims_beyond(plan: Plan) -> str:
    """How much more there is than the plan lists; empty if it lists everything."""
    left, unknown = plan.aims.left, plan.aims.unknown
    parts = []
    if left:
        parts.append(f"{left} more {'is' if left == 1 else 'are'} in the comparison")
    if unknown and plan.aims.few:
        parts.append(f"{unknown} cannot be compared, being stated for one role only")
    return f"{joined(parts)}.".capitalize() if parts else ""


def no_options(plan: Plan) -> str:
    """Where to turn when the workbook offers nothing that helps."""
    return f"Nobody has described what helps here. Agree on something together, or ask {plan.ask}."


def rest_of_how(plan: Plan) -> str:
    """Which further texts there are about how moves happen; empty if all are told."""
    return f"Told on the map: {joined(plan.more_how)}." if plan.more_how else ""


def no_description(plan: Plan) -> str:
    """Where to turn when the institution says nothing about a kind of move; empty if it does."""
    if not plan.undescribed:
        return ""
    return f"Nobody has described how {joined(plan.undescribed)} happen here. Ask {plan.ask}."


def rest_of_skills(skills: SkillList) -> str:
    """``and 3 more``; empty if all are named."""
    return f"and {skills.left} more" if skills.left else ""


def in_short(plan: Plan) -> str:
    """Its imprint on one line."""
    return " · ".join(imprint(plan))


def imprint(plan: Plan) -> tuple[str, ...]:
    """Where the plan comes from: institution, date, version, review of the map."""
    about = plan.about
    reviewed = f"Map reviewed {about.reviewed}" if about.reviewed else ""
    parts = (about.institution, f"Made on {plan.day}", f"Map version {plan.version}", reviewed)
    return tuple(part for part in parts if part)
