"""Skills and knowledge: what a track needs whatever the grade, and a few things that only some roles need.

The same skill on several tracks has the same name, so that a comparison shows what somebody keeps. A row without
roles holds for all roles of its tracks; a row with roles holds for these only.
"""

AN, DEV, DL, ENG, SEC = "Analyst", "Developer", "Digital Learning", "IT Engineer", "IT Security"
SUP, PRO, DESK, SER = "IT Support", "Project Manager", "Service Desk", "Service Manager"
DBA, NET = "System Database Administrator", "Systems Infrastructure Network"

MUST, NICE = "essential", "desirable"
SKILL, KNOW, QUAL, EXP = "skill", "knowledge", "qualification", "experience"
TECH = "technology"
OR = "or equivalent experience"

# Skill, Tracks, Kind, Category, then TECH if it is a technology and OR if equivalent experience counts
TRACK_SKILLS = [
    # Digital
    ("Learning design", [DL], MUST, SKILL),
    ("Virtual learning environments", [DL], MUST, KNOW, TECH),
    ("Multimedia production", [DL], NICE, SKILL, TECH),
    ("Learning analytics", [DL], NICE, KNOW),
    ("Copyright and licensing", [DL], NICE, KNOW),
    ("Teaching or training experience", [DL], NICE, EXP),
    ("Accessibility standards", [DL, DEV], MUST, KNOW),
    ("Python", [DEV], MUST, SKILL, TECH),
    ("Web front-end development", [DEV], MUST, SKILL, TECH),
    ("Web services and APIs", [DEV], MUST, KNOW, TECH),
    ("Version control", [DEV], MUST, SKILL, TECH),
    ("Automated testing", [DEV], MUST, SKILL),
    ("Relational databases", [DEV, DBA], MUST, KNOW, TECH),
    ("Relational databases", [AN], NICE, KNOW, TECH),
    ("Data modelling", [AN, DBA], MUST, SKILL),
    ("Data modelling", [DEV], NICE, SKILL),
    ("Requirements gathering", [AN], MUST, SKILL),
    ("Process mapping", [AN], MUST, SKILL),
    ("Business analysis certificate", [AN], NICE, QUAL, OR),
    ("Agile delivery", [AN, DEV, PRO], MUST, KNOW),
    ("Workshop facilitation", [AN, DL, PRO], MUST, SKILL),
    # Delivery
    ("Stakeholder engagement", [AN, PRO, SER], MUST, SKILL),
    ("Project planning", [PRO], MUST, SKILL),
    ("Project management certificate", [PRO], NICE, QUAL, OR),
    ("Risk management", [PRO, SEC], MUST, KNOW),
    ("Budget monitoring", [PRO, SER], MUST, SKILL),
    ("Supplier management", [SER], MUST, EXP),
    ("Supplier management", [PRO], NICE, EXP),
    ("Service level reporting", [SER], MUST, SKILL),
    ("Continual improvement", [SER], NICE, KNOW),
    # User services
    ("IT service management practice", [SER, DESK, SUP], MUST, KNOW),
    ("ITIL Foundation certificate", [SER, DESK, SUP], NICE, QUAL, OR),
    ("Major incident management", [SER, DESK], MUST, SKILL),
    ("Customer service experience", [DESK, SUP], MUST, EXP),
    ("Ticketing systems", [DESK, SUP], MUST, SKILL, TECH),
    ("Remote support tools", [DESK], MUST, SKILL, TECH),
    ("Knowledge article writing", [DESK, SUP], NICE, SKILL),
    ("Desktop operating systems", [DESK, SUP, ENG], MUST, KNOW, TECH),
    ("Hardware diagnosis and repair", [SUP, ENG], MUST, SKILL, TECH),
    ("Device management tools", [SUP, ENG], MUST, SKILL, TECH),
    # Infrastructure
    ("Audio-visual systems", [ENG], MUST, KNOW, TECH),
    ("Audio-visual systems", [SUP], NICE, KNOW, TECH),
    ("Health and safety at work", [ENG], MUST, KNOW),
    ("Scripting and automation", [ENG, NET, DBA], MUST, SKILL, TECH),
    ("Scripting and automation", [SEC], NICE, SKILL, TECH),
    ("Network cabling", [ENG], NICE, SKILL, TECH),
    ("Linux administration", [NET, DBA], MUST, SKILL, TECH),
    ("Windows Server administration", [NET], MUST, SKILL, TECH),
    ("Routing and switching", [NET], MUST, KNOW, TECH),
    ("Virtualisation", [NET], MUST, KNOW, TECH),
    ("Storage and back-up", [NET, DBA], MUST, KNOW, TECH),
    ("Cloud platforms", [NET, DBA, DEV], NICE, KNOW, TECH),
    ("Network engineering certificate", [NET], NICE, QUAL, OR),
    ("Database tuning", [DBA], MUST, SKILL, TECH),
    ("Data protection law", [DBA, SEC], MUST, KNOW),
    ("Network security", [SEC], MUST, KNOW, TECH),
    ("Network security", [NET], NICE, KNOW, TECH),
    ("Security monitoring tools", [SEC], MUST, SKILL, TECH),
    ("Vulnerability management", [SEC], MUST, SKILL),
    ("Security incident response", [SEC], MUST, EXP),
    ("Security awareness training", [SEC], NICE, SKILL),
    ("Professional security certification", [SEC], NICE, QUAL, OR),
]

HEADS = [
    "Head of Digital Services",
    "Head of Projects and Services",
    "Head of Infrastructure",
    "Head of IT Security",
]
LEADS = [
    "Digital Learning Manager",
    "Principal Developer",
    "Development Manager",
    "Lead Business Analyst",
    "Programme Manager",
    "Senior Service Manager",
    "End User Services Manager",
    "Infrastructure Manager",
    "Principal Database Administrator",
    "IT Security Manager",
]
MANAGERS = [
    "Service Desk Manager",
    "IT Support Manager",
    "Digital Learning Manager",
    "Development Manager",
    "Lead Business Analyst",
    "Programme Manager",
    "Senior Service Manager",
    "End User Services Manager",
    "Infrastructure Manager",
    "IT Security Manager",
    *HEADS,
]

# Skill, Roles, Kind, Category, then TECH or OR as above
ROLE_SKILLS = [
    ("Degree or equivalent experience", LEADS + HEADS, MUST, QUAL, OR),
    ("Line management experience", MANAGERS, MUST, EXP),
    ("Budget responsibility", HEADS, MUST, EXP),
    ("Software architecture", ["Principal Developer"], MUST, KNOW),
    ("Programme management certificate", ["Programme Manager"], NICE, QUAL, OR),
    (
        "High-availability databases",
        ["Senior Database Administrator", "Principal Database Administrator"],
        MUST,
        KNOW,
        TECH,
    ),
    (
        "Security management certification",
        ["IT Security Manager", "Head of IT Security"],
        MUST,
        QUAL,
        OR,
    ),
]
