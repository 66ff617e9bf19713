"""The level of each competency in each role: one letter a competency, L(ow), M(edium), H(igh).

The letters follow the order of ladder.py, in its four groups:

    Thinking and deciding   Problem Solving, Creativity, Dealing with Ambiguity, Strategic Thinking
    Getting things done     Drive for Results, Innovation Management
    Working with others     Communication Skills, Interpersonal Skills, Negotiation and Conflict Management
    Leading people          Performance Management, Hiring and Staffing, Building Team Spirit

A role stands here once, under the first of its tracks, even if it is shared: so its matrices cannot disagree.
On a track a level never falls as the grade rises, with two exceptions that are meant (EXPECTED_FALLS), and no two
neighbours ask for the same, with one exception that shows what the warning looks like (EXPECTED_TWINS).
"""

LETTERS = {"L": "Low", "M": "Med", "H": "High"}

LEVELS_OF_ROLE = {
    #                                         Think Do With Lead
    # Digital Learning
    "Digital Apprentice (3)": "LLLL LL LLL LLL",
    "Digital Learning Assistant (4)": "LLLL LL MML LLL",
    "Learning Technologist (5/6)": "MMLL ML MML LLM",
    "Senior Learning Technologist (7)": "MHML MM HHM MLM",
    "Digital Learning Manager (8)": "HHMM HH HHM MMH",
    "Head of Digital Services (9)": "HHHH HH HHH HHH",
    # Developer
    "Junior Developer (5)": "MMLL ML LML LLL",
    "Developer (6)": "MMML MM MML LLM",
    "Senior Developer (7)": "HHMM MM MMM MMM",
    "Principal Developer (8)": "HHHH HH HHM LMM",
    "Development Manager (8)": "HHMM HM HHM HHH",
    # Analyst
    "Project and Analysis Officer (5)": "MLLL ML MML LLL",
    "Business Analyst (6)": "MMML ML MMM LLM",
    "Senior Business Analyst (7)": "HMMM MM HHM MLM",
    "Lead Business Analyst (8)": "HMHH HM HHH MMM",
    # Project Manager
    "Assistant Project Manager (6)": "MLML ML MMM MLM",
    "Project Manager (7)": "MMMM HL HHH MMM",
    "Programme Manager (8)": "HMHH HM HHH MMH",
    "Head of Projects and Services (9)": "HMHH HH HHH HHH",
    # Service Manager
    "Service Coordinator (6)": "MLML ML MMM LLM",
    "Service Manager (7)": "MMMM HM HHM MLM",
    "Service Desk Manager (7)": "MLML HM MHM HHH",
    "Senior Service Manager (8)": "HMMH HM HHH HMH",
    # Service Desk
    "IT Apprentice (3)": "LLLL LL LLL LLL",
    "Service Desk Analyst (4)": "LLLL LL MML LLL",
    "Senior Service Desk Analyst (5)": "MLLL ML MML LLM",
    "Service Desk Team Leader (6)": "MLML ML MMM MMM",
    "End User Services Manager (8)": "HMMM HM HHH HHH",
    # IT Support
    "IT Support Technician (4)": "MLLL ML LML LLL",
    "IT Support Officer (5)": "MLLL ML LML LLL",
    "Senior IT Support Officer (6)": "MMML ML MMM LLM",
    "IT Support Manager (7)": "MMML HM MHM MMH",
    # IT Engineer
    "Media Services Technician (4)": "MLLL LL LML LLL",
    "IT Engineer (5)": "MMLL ML LML LLL",
    "Senior IT Engineer (6)": "MMML MM MML LLM",
    "Lead IT Engineer (7)": "HMMM MM MMM MMM",
    "Infrastructure Manager (8)": "HMMM HM HHM HHH",
    # Systems Infrastructure Network
    "Systems Officer (5)": "MLLL ML LML LLL",
    "Infrastructure Engineer (6)": "MMML ML MML LLM",
    "Senior Infrastructure Engineer (7)": "HMMM MM MMM MLM",
    "Head of Infrastructure (9)": "HMHH HH HHH HHH",
    # System Database Administrator
    "Database Administrator (6)": "MMML MM MML LLM",
    "Senior Database Administrator (7)": "HMHM MM MMM LLM",
    "Principal Database Administrator (8)": "HMHH HH HMM MMM",
    # IT Security
    "IT Security Analyst (6)": "MMML ML MMM LLL",
    "Senior IT Security Analyst (7)": "HMHM HM HMM LLM",
    "IT Security Manager (8)": "HMHH HM HHH MMH",
    "Head of IT Security (9)": "HMHH HH HHH HMH",
}

# (role, next role, competency): why
EXPECTED_FALLS = {
    # A senior developer reviews a few developers; a principal developer is a specialist who leads by example.
    ("Senior Developer", "Principal Developer", "Performance Management"),
    # The desk recruits all year round for the largest team; senior service managers fill a post now and then.
    ("Service Desk Manager", "Senior Service Manager", "Hiring and Staffing"),
}

# (role, next role): nobody has yet written down what the higher grade asks for on top
EXPECTED_TWINS = {("IT Support Technician", "IT Support Officer")}
