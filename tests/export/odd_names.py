"""Names for workbooks by chance: some look like headings, formulas, levels or markup."""

ODD = (
    "Developer",
    "Developer (Java)",
    "Head of IT or Lead",
    "=1+1",
    "+44 20",
    "-x",
    "@a",
    "Key",
    "Total",
    "Notes",
    "Level 2",
    "Role",
    "Grade",
    "Competency",
    "Title",
    "Job track",
    "Low",
    "None",
    "1",
    "5/6",
    "(7)",
    "A: b",
    "A; b",
    "<b>x</b> & {{ y }}",
    "_x0041_",
    "* Star",
    "\u2022 dot",
    "O\u2019Neil \u2013 Ma\u00df",
    "\u65e5\u672c",
    "x" * 70,
    "Long text. With two sentences, and more letters than a short remark would have.",
)
PLAIN = ("Tact", "Craft", "Care", "Desk", "Lead", "Coder", "Analyst", "Keeper", "Helper", "Guide")
SCALES = (("Low", "Medium", "High"), ("1", "2", "3", "4"), ("Working", "Expert"), ("Level 1",))
OWN = (("Aware", "Able", "Expert", "Leader"), ("A", "B", "C", "D"))
GRADES = (("4", "5", "6", "7"), ("D", "E", "F"), ("Junior", "Senior", "Head"), ("5/6", "7", "8"))
LINK = "https://example.org/a?b=c&d"
