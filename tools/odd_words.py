"""Words for frameworks that are made up: fields of work, ranks, competencies, levels."""

__all__ = ["ABILITIES", "FIELDS", "JOBS", "LEVEL_WORDS", "RANKS", "fields"]

FIELDS = {
    "Buildings": "Carpentry|Roofing|Heating|Lifts|Drains|Paintwork",
    "Grounds": "Lawns|Trees|Glasshouses|Sports Fields|Ponds|Paths",
    "Catering": "Kitchens|Bakery|Coffee Bars|Banquets|Menus|Cellars",
    "Libraries": "Lending|Rare Books|Maps|Journals|Binding|Reading Rooms",
    "Archives": "Letters|Photographs|Sound|Film|Ledgers|Plans",
    "Laboratories": "Glassware|Microscopy|Lasers|Cold Rooms|Spectra|Reagents",
    "Animals": "Stables|Aquaria|Aviaries|Kennels|Feeding|Quarantine",
    "Health": "Nursing|Physiotherapy|Vaccines|Eye Tests|First Aid|Diets",
    "Teaching": "Algebra|Languages|Drawing|Chemistry|Music|Rhetoric",
    "Tuition": "Writing|Numeracy|Examinations|Reading|Speaking|Notes",
    "Money": "Invoices|Payroll|Budgets|Taxes|Grants|Treasury",
    "Purchasing": "Tenders|Suppliers|Catalogues|Stores|Fleet|Leases",
    "People": "Recruitment|Pensions|Induction|Payslips|Wellbeing|Conduct",
    "Law": "Contracts|Patents|Licences|Privacy|Charters|Disputes",
    "Press": "Newsletters|Posters|Broadcasts|Speeches|Exhibitions|Signage",
    "Alumni": "Reunions|Appeals|Bequests|Volunteers|Yearbooks|Chapters",
    "Admissions": "Interviews|Offers|Visas|Open Days|Scholarships|Transcripts",
    "Housing": "Halls|Keys|Laundry|Furniture|Rents|Wardens",
    "Transport": "Buses|Bicycles|Parking|Deliveries|Drivers|Travel Plans",
    "Safety": "Fire Doors|Radiation|Noise|Ladders|Chemicals|Alarms",
    "Computing": "Servers|Networks|Backups|Printers|Accounts|Telephones",
    "Software": "Interfaces|Databases|Testing|Releases|Accessibility|Integration",
    "Statistics": "Surveys|Forecasts|Rankings|Dashboards|Sampling|Registers",
}
"""Six lines of work in each of 23 fields."""

RANKS = ("Trainee", "Assistant", "Officer", "Senior Officer", "Lead", "Manager", "Head", "Director")

JOBS = ("Adviser", "Inspector", "Planner", "Technician", "Curator", "Buyer", "Coach", "Surveyor")

LEVEL_WORDS = (
    "with somebody at hand",
    "alone where the case is usual",
    "alone where the case is new",
    "and shows colleagues how",
    "and settles what others disagree on",
    "across several teams",
    "for the whole department",
    "and sets what the institution expects",
)

_DOING = ("Keeps", "Plans", "Checks", "Explains", "Improves", "Shares", "Weighs", "Repairs")
_WHAT = ("records", "timetables", "tools", "figures", "agreements", "risks", "spaces", "samples")
_FOR = ("visitors", "colleagues", "suppliers")

ABILITIES = tuple(
    f"{doing} {what} for {whom}" for whom in _FOR for what in _WHAT for doing in _DOING
)
"""192 competencies, each a verb and what it is done to."""


def fields(count: int) -> list[tuple[str, str]]:
    """So many lines of work, each with its field: fields stay together and share them evenly."""
    work = {field: words.split("|") for field, words in FIELDS.items()}
    each, more = divmod(count, len(work))
    found = []
    for number, (field, words) in enumerate(work.items()):
        found += [(field, word) for word in words[: each + (number < more)]]
    if len(found) != count:
        raise ValueError(f"there are only {len(found)} lines of work")
    return found
